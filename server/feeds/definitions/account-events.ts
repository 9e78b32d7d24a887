import { dialectOf } from '../../../db/connection.ts';
import { execute, type Transaction } from '../../../db/statement.ts';
import { applyState, loadStates, saveStates, type StateField } from '../../accounts/states.ts';
import { endByAccountType } from '../../affiliates/rules.ts';
import { endEnrolment, enrolmentAt, loadEnrolments, saveEnrolments, type EnrolmentBook } from '../../affiliates/enrolment-book.ts';
import { systemActor } from '../../audit/contract.ts';
import { writeAudit } from '../../audit/service.ts';
import { nextRevision } from '../../engine/head.ts';
import { formatInstant } from '../../calendar.ts';
import { accountTypes, kycLevels } from '../../rulebooks/contract.ts';
import { approvedRulebooks } from '../../rulebooks/in-force.ts';
import { rulebookAt, type Rulebook } from '../../rulebooks/rules.ts';
import { withdrawReviews } from '../../tier-reviews/withdraw.ts';
import { eventFields } from '../contract.ts';
import { countryCodes } from '../countries.ts';
import { addFault, readChoice, readId, readInstant, type RawRow } from '../values.ts';
import type { FeedDefinition, Landing, LandingContext } from '../definition.ts';
import { settleKeyed, settleUids } from '../keyed.ts';
import { byKeys, type KnownAccount } from '../lookup.ts';

interface AccountEvent {
  event_id: string;
  uid: string;
  occurred_at: number;
  field: (typeof eventFields)[number];
  value: string;
}

type AcceptedEvent = AccountEvent & { account_id: number };

const compared = { uid: 'uid', occurred_at: 'occurred_at', field: 'field', value: 'value' } as const;

/** Which values a field takes; `activity` takes any name of a product's use. */
const allowed: Record<AccountEvent['field'], (value: string) => boolean> = {
  account_type: (value) => accountTypes.includes(value as never),
  kyc_level: (value) => kycLevels.includes(value as never),
  vip_level: (value) => /^[0-9]$/.test(value),
  country: (value) => countryCodes.includes(value),
  activity: (value) => value.length <= 64 && !value.includes('\0'),
};

function read(raw: RawRow): AccountEvent {
  const field = readChoice(raw, 'field', eventFields);
  const value = raw.values[raw.columns.indexOf('value')] as string;
  if (value === '' && field !== 'activity') addFault(raw, 'value', 'missing_value');
  else if (eventFields.includes(field) && !allowed[field](value)) addFault(raw, 'value', 'unknown_value');
  return { event_id: readId(raw, 'event_id'), uid: readId(raw, 'uid'), occurred_at: readInstant(raw, 'occurred_at'), field, value };
}

async function land(transaction: Transaction, chunk: Landing<AccountEvent>[], context: LandingContext): Promise<void> {
  const revision = await nextRevision(transaction, context.at, `import:${context.import_id}`);
  const stored = await byKeys<AccountEvent>(
    transaction,
    chunk.map((row) => row.parsed.event_id),
    `SELECT e.event_id, a.uid, e.occurred_at, e.field, e.value
     FROM {{keys}} k JOIN account_events e ON e.event_id = k.key JOIN accounts a ON a.id = e.account_id`,
  );
  if (stored.length > 0) settleKeyed(chunk, 'event_id', stored, compared);
  const accounts = await settleUids(transaction, chunk, 'occurred_at');
  settleKeyed(chunk, 'event_id', [], compared);
  const good = chunk.flatMap(({ outcome, parsed }) =>
    outcome === 'accepted' ? [{ ...parsed, account_id: (accounts.get(parsed.uid) as KnownAccount).id }] : [],
  );
  if (good.length === 0) return;
  await insertEvents(transaction, good, context);
  await takeEffect(transaction, good, context, revision);
}

async function insertEvents(transaction: Transaction, good: AcceptedEvent[], context: LandingContext): Promise<void> {
  await execute(
    transaction,
    `INSERT INTO account_events (event_id, account_id, occurred_at, field, value, import_id)
     SELECT r.event_id, r.account_id, r.occurred_at, r.field, r.value, :import_id FROM {{chunk}} r`,
    { chunk: JSON.stringify(good), import_id: context.import_id },
    {
      chunk: dialectOf(transaction).rowset('chunk', {
        event_id: 'text', account_id: 'integer', occurred_at: 'integer', field: 'text', value: 'text',
      }),
    },
  );
}

/** The states change from the events' instants on; a type that the programme does not admit ends the enrolment (STA-1, STA-2). */
async function takeEffect(transaction: Transaction, good: AcceptedEvent[], context: LandingContext, revision: number): Promise<void> {
  const changes = good.filter((event) => event.field !== 'activity');
  const ids = changes.map((event) => event.account_id);
  const states = await loadStates(transaction, ids);
  const enrolments = await loadEnrolments(transaction, ids);
  const rulebooks = await approvedRulebooks(transaction);
  const ended: { enrolment_id: number; event: AcceptedEvent; reason: string }[] = [];
  for (const event of changes) {
    const cause = `event:${event.event_id}`;
    applyState(states, {
      account_id: event.account_id, field: event.field as StateField, value: event.value, at: event.occurred_at, cause,
    });
    if (event.field !== 'account_type') continue;
    const end = endByEvent(enrolments, rulebooks, event, cause);
    if (end) ended.push({ ...end, event });
  }
  await saveStates(transaction, states, revision);
  await saveEnrolments(transaction, enrolments, revision);
  for (const end of ended) {
    await withdrawReviews(transaction, end.enrolment_id, context.at);
    await writeAudit(transaction, {
      at: context.at,
      actor: systemActor,
      action: 'enrolment.ended',
      subject_type: 'affiliates',
      subject_id: end.event.uid,
      changes: {
        ended_at: { old: null, new: formatInstant(end.event.occurred_at) },
        end_reason: { old: null, new: end.reason },
      },
      reason: `account-events ${end.event.event_id}`,
    });
  }
}

function endByEvent(
  enrolments: EnrolmentBook,
  rulebooks: Rulebook[],
  event: AcceptedEvent,
  cause: string,
): { enrolment_id: number; reason: string } | null {
  const open = enrolmentAt(enrolments, event.account_id, event.occurred_at);
  const rulebook = open && rulebookAt(rulebooks, open.programme, event.occurred_at);
  const reason = rulebook ? endByAccountType(rulebook.document, event.value) : null;
  if (!reason) return null;
  const enrolment_id = endEnrolment(enrolments, event.account_id, event.occurred_at, reason, cause);
  return enrolment_id === null ? null : { enrolment_id, reason };
}

export const accountEvents: FeedDefinition<AccountEvent> = { feed: 'account-events', chunkRows: 1_000, read, land };
