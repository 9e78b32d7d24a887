import type { Transaction } from '../../db/statement.ts';
import { applyState, loadStates, saveStates, spansOf, type Span, type StateBook } from '../accounts/states.ts';
import type { EndReason } from '../affiliates/contract.ts';
import { endEnrolment, enrolmentAt, loadEnrolments, saveEnrolments, type EnrolmentBook } from '../affiliates/enrolment-book.ts';
import { endByAccountType } from '../affiliates/rules.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import { rulebookAt, type Rulebook } from '../rulebooks/rules.ts';
import type { Programme } from '../rulebooks/contract.ts';

/**
 * The standing of a set of accounts as believed now: their states, enrolments, and the rulebooks that judge them.
 * Feeds and requests change it through the functions here, and nowhere else (STA-1, STA-2, STA-7, ENR-7).
 */
export interface Standing {
  states: StateBook;
  enrolments: EnrolmentBook;
  rulebooks: Rulebook[];
}

export interface EndedEnrolment {
  account_id: number;
  enrolment_id: number;
  programme: Programme;
  at: number;
  reason: EndReason;
}

export async function loadStanding(transaction: Transaction, accountIds: number[]): Promise<Standing> {
  return {
    states: await loadStates(transaction, accountIds),
    enrolments: await loadEnrolments(transaction, accountIds),
    rulebooks: await approvedRulebooks(transaction),
  };
}

export async function saveStanding(transaction: Transaction, standing: Standing, revision: number): Promise<void> {
  await saveStates(transaction, standing.states, revision);
  await saveEnrolments(transaction, standing.enrolments, revision);
}

/** The account type from an instant on; a type that the programme does not admit ends the enrolment then (STA-1, STA-2). */
export function changeAccountType(
  standing: Standing,
  change: { account_id: number; value: string; at: number; cause: string },
): EndedEnrolment | null {
  applyState(standing.states, { ...change, field: 'account_type' });
  const open = enrolmentAt(standing.enrolments, change.account_id, change.at);
  const rulebook = open && rulebookAt(standing.rulebooks, open.programme, change.at);
  const reason = rulebook ? endByAccountType(rulebook.document, change.value) : null;
  return reason ? endOpenEnrolment(standing, { ...change, reason }) : null;
}

/** ENR-7 and what STA-1, STA-2 bring about; null where no enrolment is open at the instant. */
export function endOpenEnrolment(
  standing: Standing,
  end: { account_id: number; at: number; reason: EndReason; cause: string },
): EndedEnrolment | null {
  const open = enrolmentAt(standing.enrolments, end.account_id, end.at);
  const enrolment_id = open && endEnrolment(standing.enrolments, end.account_id, end.at, end.reason, end.cause);
  return open && enrolment_id !== null
    ? { account_id: end.account_id, enrolment_id, programme: open.programme, at: end.at, reason: end.reason }
    : null;
}

/** What holds of a restriction at an instant, and what brought it; null where nothing was ever laid on. */
export function restrictionSpanAt(standing: Standing, accountId: number, at: number): Span | null {
  return spansOf(standing.states, accountId, 'restriction').find((span) => span.from_at <= at && at < span.to_at) ?? null;
}
