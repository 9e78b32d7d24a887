import type { Connection } from '../../db/statement.ts';
import { accountsByUid } from '../accounts/by-uid.ts';
import { loadStates, stateAt, type StateBook } from '../accounts/states.ts';
import { enrolmentAt, loadEnrolments, type EnrolmentBook } from '../affiliates/enrolment-book.ts';
import { dayOf, formatInstant } from '../calendar.ts';
import { Refusal } from '../refusal.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import type { Rulebook } from '../rulebooks/rules.ts';
import { recallSentence } from '../sentences/recall.ts';
import type { RecallChannel, RecallEligibility } from './contract.ts';
import { judgeRecall, possibleFrom, type RecallCase } from './rules.ts';
import { boundAmong, lastUses, ownersOf } from './store.ts';

/** An attempt by those who take part in it; `inviter` null: nobody has the code. */
export interface RecallQuestion {
  account: { id: number; uid: string; registered_at: number };
  inviter: { id: number; uid: string } | null;
  at: number;
  via: RecallChannel;
  confirmed: boolean;
}

export interface RecallEvidence {
  cases: RecallCase[];
  rulebooks: Rulebook[];
}

/** What is believed now about each question, in their order: the one source for the feed and for who asks beforehand. */
export async function recallEvidence(connection: Connection, questions: RecallQuestion[]): Promise<RecallEvidence> {
  const ids = questions.flatMap(({ account, inviter }) => [account.id, ...(inviter ? [inviter.id] : [])]);
  const states = await loadStates(connection, ids);
  const enrolments = await loadEnrolments(connection, ids);
  const bound = await boundAmong(connection, questions.map(({ account }) => account.id));
  const uses = await lastUses(connection, questions.map(({ account, at }) => ({ account_id: account.id, at })));
  const cases = questions.map(({ account, inviter, at, via, confirmed }, place) => ({
    at,
    via,
    confirmed,
    registered_at: account.registered_at,
    country: stateAt(states, account.id, 'country', at),
    bound: bound.has(account.id),
    last_use: uses[place] ?? null,
    // One's own code is nobody's that could invite.
    inviter: inviter === null || inviter.id === account.id ? null : inviterAt(states, enrolments, inviter, at),
  }));
  return { cases, rulebooks: await approvedRulebooks(connection) };
}

function inviterAt(states: StateBook, enrolments: EnrolmentBook, { id, uid }: { id: number; uid: string }, at: number): RecallCase['inviter'] {
  return {
    uid,
    in_programme: enrolmentAt(enrolments, id, at)?.programme === 'pro',
    restriction: stateAt(states, id, 'restriction', at) ?? 'none',
    country: stateAt(states, id, 'country', at),
  };
}

/**
 * BIN-4, BIN-5 asked beforehand, as if the account confirmed at the instant. `inviter` is a referral code or a uid. Refuses `not_found`
 * for an unknown account and `bad_value` for an instant before its registration.
 */
export async function recallEligibility(
  connection: Connection,
  { uid, inviter, at, via }: { uid: string; inviter: string; at: number; via: RecallChannel },
): Promise<RecallEligibility> {
  const accounts = await accountsByUid(connection, [uid, inviter]);
  const account = accounts.get(uid);
  if (!account) throw new Refusal('not_found', { field: 'uid' });
  if (at < account.registered_at) throw new Refusal('bad_value', { field: 'at' }, 'at: the account was not registered yet.');
  const owner = (await ownersOf(connection, [inviter])).get(inviter) ?? accounts.get(inviter) ?? null;
  const { cases, rulebooks } = await recallEvidence(connection, [{ account, inviter: owner, at, via, confirmed: true }]);
  const recall = cases[0] as RecallCase;
  const { refusals, facts, days_required } = judgeRecall(recall, rulebooks);
  const from = possibleFrom(recall, rulebooks);
  const possible_from = from === null ? null : dayOf(from);
  return {
    uid,
    inviter_uid: owner?.uid ?? null,
    at: formatInstant(at),
    via,
    confirmation_assumed: true,
    eligible: refusals.length === 0,
    refusals,
    facts,
    possible_from,
    days_required,
    sentence: recallSentence({ at, refusals, possible_from, days_required }),
  };
}
