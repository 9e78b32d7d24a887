import { row, rows, type Connection } from '../../db/statement.ts';
import { FOREVER, formatInstant, formatInstantOrNull } from '../calendar.ts';
import { Refusal } from '../refusal.ts';
import type { BindingKind } from '../referrals/contract.ts';
import type { Programme } from '../rulebooks/contract.ts';
import type { AffiliateTimeline } from './contract.ts';

/** What an account's states, enrolments and binding were over time, as believed now; throws not_found. */
export async function affiliateTimeline(connection: Connection, uid: string, now: number): Promise<AffiliateTimeline> {
  const account = await row<{ id: number }>(connection, 'SELECT id FROM accounts WHERE uid = :uid', { uid });
  if (!account) throw new Refusal('not_found');
  const [states, enrolments, inviter, refusals] = await Promise.all([
    statesOf(connection, account.id),
    enrolmentsOf(connection, account.id),
    inviterOf(connection, account.id),
    refusalsOf(connection, account.id),
  ]);
  return { now: formatInstant(now), states, enrolments, bindings: { inviter, refusals } };
}

async function statesOf(connection: Connection, account: number): Promise<AffiliateTimeline['states']> {
  const list = await rows<{ field: string; value: string; from_at: number; to_at: number; cause: string }>(
    connection,
    `SELECT field, value, from_at, to_at, cause FROM account_states WHERE account_id = :account AND known_to = ${FOREVER}
     ORDER BY from_at, field`,
    { account },
  );
  return list.map(({ field, value, from_at, to_at, cause }) => ({
    field, value, from: formatInstant(from_at), to: formatInstantOrNull(to_at), cause,
  }));
}

async function enrolmentsOf(connection: Connection, account: number): Promise<AffiliateTimeline['enrolments']> {
  const list = await rows<{ programme: Programme; from_at: number; to_at: number; end_reason: string | null }>(
    connection,
    `SELECT programme, from_at, to_at, end_reason FROM enrolment_periods WHERE account_id = :account AND known_to = ${FOREVER}
     ORDER BY from_at, enrolment_id`,
    { account },
  );
  return list.map(({ programme, from_at, to_at, end_reason }) => ({
    programme, from: formatInstant(from_at), to: formatInstantOrNull(to_at), end_reason,
  }));
}

async function inviterOf(connection: Connection, account: number): Promise<AffiliateTimeline['bindings']['inviter']> {
  const bound = await row<{ uid: string; kind: BindingKind; bound_at: number; channel: string | null; campaign: string | null }>(
    connection,
    `SELECT a.uid, b.kind, b.bound_at, b.channel, b.campaign FROM bindings b JOIN accounts a ON a.id = b.inviter_id
     WHERE b.invitee_id = :account`,
    { account },
  );
  return bound ? { ...bound, bound_at: formatInstant(bound.bound_at) } : null;
}

async function refusalsOf(connection: Connection, account: number): Promise<AffiliateTimeline['bindings']['refusals']> {
  const list = await rows<{ inviter_code: string; inviter_uid: string | null; codes: string; at: number }>(
    connection,
    `SELECT r.inviter_code, a.uid AS inviter_uid, r.codes, r.at FROM binding_refusals r LEFT JOIN accounts a ON a.id = r.inviter_id
     WHERE r.account_id = :account ORDER BY r.at, r.id`,
    { account },
  );
  return list.map(({ codes, at, ...refusal }) => ({ ...refusal, codes: codes.split(';'), at: formatInstant(at) }));
}
