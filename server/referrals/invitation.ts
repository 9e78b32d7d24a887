import { row, type Connection } from '../../db/statement.ts';
import { affiliateDetail } from '../affiliates/detail.ts';
import { DAY_MS, dayOf, daysBetween, formatInstant } from '../calendar.ts';
import type { Role } from '../policy/contract.ts';
import { Refusal } from '../refusal.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import { rulebookAt } from '../rulebooks/rules.ts';
import type { Invitation, InvitationAnswer } from './contract.ts';

interface Bound {
  inviter_uid: string | null;
  kind: Invitation['kind'];
  channel: string | null;
  campaign: string | null;
  bound_at: number;
  window_start_at: number;
}

/** Who invited an account, when, through what, and what a trade made now would still bring the inviter. Throws `not_found`. */
export async function invitationOf(connection: Connection, uid: string, role: Role, now: number): Promise<InvitationAnswer> {
  const bound = await row<Bound>(
    connection,
    `SELECT i.uid AS inviter_uid, b.kind, b.channel, b.campaign, b.bound_at, b.window_start_at
     FROM accounts a LEFT JOIN bindings b ON b.invitee_id = a.id LEFT JOIN accounts i ON i.id = b.inviter_id WHERE a.uid = :uid`,
    { uid },
  );
  if (!bound) throw new Refusal('not_found');
  const { inviter_uid, kind, channel, campaign, bound_at, window_start_at } = bound;
  if (inviter_uid === null) return { invitation: null };
  const inviter = await affiliateDetail(connection, inviter_uid, role, now, now);
  const rules = inviter.programme && rulebookAt(await approvedRulebooks(connection), inviter.programme, now)?.document;
  const window = rules ? rules.window_days : null;
  const over = window !== null && daysBetween(window_start_at, now) > window;
  return {
    invitation: {
      inviter_uid, kind, channel, campaign, bound_at: formatInstant(bound_at), programme: inviter.programme, rate_bps: inviter.rate, ratios: inviter.ratios,
      earns_until: window === null ? null : dayOf(window_start_at + window * DAY_MS),
      earns_nothing: reasonNow(inviter, over),
    },
  };
}

/** The first of checks 1 to 4 of REF-1 that a trade made now would fail; the others depend on the trade. */
function reasonNow(
  { activated_at, ended_at, restriction }: { activated_at: string | null; ended_at: string | null; restriction: string }, windowOver: boolean,
): Invitation['earns_nothing'] {
  if (activated_at === null) return 'not_activated';
  if (ended_at !== null) return 'enrolment_ended';
  if (restriction === 'suspended') return 'suspended';
  return windowOver ? 'window_expired' : null;
}
