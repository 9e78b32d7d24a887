import type { Database } from '../../db/connection.ts';
import type { Connection, Transaction } from '../../db/statement.ts';
import { accountsByUid } from '../accounts/by-uid.ts';
import { loadStates, saveStates } from '../accounts/states.ts';
import { admissionRefusals, admit, type AdmissionBooks } from '../affiliates/admit.ts';
import { loadEnrolments, saveEnrolments } from '../affiliates/enrolment-book.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import { takeStep } from '../transitions/service.ts';
import { lockHead, nextRevision } from '../engine/head.ts';
import { Refusal } from '../refusal.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import { applicationSteps, type NewApplication } from './contract.ts';
import { applicationsOf, decideApplicationRow, insertApplication, lockApplication, type StoredApplication } from './store.ts';

export type ApplicationDecision = 'approve' | 'reject';

/** Files what somebody sent in; answers its number. Refuses `bad_value` for an unknown account and `already_pending`. */
export async function fileApplication(database: Database, clock: Clock, actor: Actor, given: NewApplication): Promise<number> {
  return database.transaction(async (transaction) => {
    const at = clock.now();
    // One after the other: of two at once the second finds the first.
    await lockHead(transaction);
    const account = (await accountsByUid(transaction, [given.uid])).get(given.uid);
    if (!account) throw new Refusal('bad_value', { field: 'uid' }, 'uid: there is no such account.');
    const { made, pending } = await applicationsOf(transaction, account.id);
    if (pending) throw new Refusal('already_pending');
    // No id of the feed begins like this (CONTRACT 1): the two never meet.
    const application_id = `~form:${account.id}:${made + 1}`;
    const id = await insertApplication(
      transaction,
      { ...given, application_id, account_id: account.id, applied_at: at },
      { source: 'staff', import_id: 0, at, actor },
    );
    await writeAudit(transaction, {
      at, actor, action: 'application.filed', subject_type: 'applications', subject_id: String(id),
      changes: { state: { old: null, new: 'pending' }, uid: { old: null, new: given.uid } },
    });
    return id;
  });
}

/**
 * ENR-6: operations decide, not who filed it; an approval opens the `pro` enrolment at that instant. Compare-and-set. Refuses `not_found`,
 * `forbidden`, `own_request`, `not_pending`, and an approval by what ENR-3 and ENR-4 say, the first code with all of them in `details.codes`.
 */
export async function decideApplication(
  database: Database,
  clock: Clock,
  actor: Actor,
  id: number,
  decision: ApplicationDecision,
  comment: string,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const revision = decision === 'approve' ? await nextRevision(transaction, at, `application:${id}`) : null;
    const application = await lockApplication(transaction, id);
    if (!application) throw new Refusal('not_found', { id: String(id) });
    const { to: state } = takeStep(applicationSteps, decision, actor, application);
    if (!(await decideApplicationRow(transaction, id, state, { actor, at, comment }))) throw new Refusal('not_pending');
    if (revision !== null) await openPro(transaction, application, at, revision);
    await writeAudit(transaction, {
      at, actor, action: decision === 'approve' ? 'application.approved' : 'application.rejected', subject_type: 'applications', subject_id: String(id),
      changes: {
        state: { old: 'pending', new: state },
        uid: { old: application.uid, new: application.uid },
        ...(decision === 'approve' ? { activated_at: { old: null, new: formatInstant(at) } } : {}),
      },
      reason: comment,
    });
  });
}

async function openPro(transaction: Transaction, { account_id, application_id }: StoredApplication, at: number, revision: number): Promise<void> {
  const books = await admissionBooks(transaction, [account_id]);
  const asked = { account_id, programme: 'pro', activated_at: at } as const;
  const codes = admissionRefusals(books, asked);
  const [first] = codes;
  if (first) throw new Refusal(first, { codes });
  await admit(transaction, books, { ...asked, activation_id: `application:${application_id}`, import_id: 0 });
  await saveEnrolments(transaction, books.enrolments, revision);
  await saveStates(transaction, books.states, revision);
}

export async function admissionBooks(connection: Connection, accountIds: number[]): Promise<AdmissionBooks> {
  return {
    states: await loadStates(connection, accountIds),
    enrolments: await loadEnrolments(connection, accountIds),
    rulebooks: await approvedRulebooks(connection),
  };
}
