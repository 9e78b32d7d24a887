import { dialectOf } from '../../../db/connection.ts';
import { execute, type Transaction } from '../../../db/statement.ts';
import type { KnownAccount } from '../../accounts/by-uid.ts';
import { applyState, type StateField } from '../../accounts/states.ts';
import { nextRevision } from '../../engine/head.ts';
import { askForReversals } from '../../reversals/late.ts';
import { accountTypes, kycLevels } from '../../rulebooks/contract.ts';
import { recordFeedChange, type FeedChange } from '../../status-changes/by-feed.ts';
import { lastEnrolment, valueAt } from '../../status-changes/seen.ts';
import { changeAccountType, loadStanding, saveStanding } from '../../status-changes/standing.ts';
import { eventFields } from '../contract.ts';
import { countryCodes } from '../countries.ts';
import { addFault, readChoice, readId, readInstant, wholeNumber, type RawRow } from '../values.ts';
import type { FeedDefinition, Landing, LandingContext } from '../definition.ts';
import { settleRepeated, settleStored, settleUids } from '../keyed.ts';
import { byKeys } from '../lookup.ts';

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
  vip_level: (value) => wholeNumber(value, 0, 9) !== null,
  country: (value) => countryCodes.includes(value),
  activity: (value) => value.length <= 64 && !value.includes('\0'),
};

function read(raw: RawRow): AccountEvent {
  const field = readChoice(raw, 'field', eventFields);
  const value = raw.values[raw.columns.indexOf('value')] as string;
  if (value === '' && field !== 'activity') addFault(raw, 'value', 'missing_value');
  else if (eventFields.includes(field) && !allowed[field](value)) addFault(raw, 'value', 'unknown_value');
  const ids = { event_id: readId(raw, 'event_id'), uid: readId(raw, 'uid') };
  return { ...ids, occurred_at: readInstant(raw, 'occurred_at'), field, value: field === 'vip_level' ? levelOf(value) : value };
}

/** A level has one form where it is kept and compared; what is none stays as it came. */
function levelOf(value: string): string {
  return String(wholeNumber(value, 0, 9) ?? value);
}

async function land(transaction: Transaction, chunk: Landing<AccountEvent>[], context: LandingContext): Promise<void> {
  const revision = await nextRevision(transaction, context.at, `import:${context.import_id}`);
  const stored = await byKeys<AccountEvent>(
    transaction,
    chunk.map((row) => row.parsed.event_id),
    `SELECT e.event_id, a.uid, e.occurred_at, e.field, e.value
     FROM {{keys}} k JOIN account_events e ON e.event_id = k.key JOIN accounts a ON a.id = e.account_id`,
  );
  settleStored(chunk, 'event_id', stored, compared);
  const accounts = await settleUids(transaction, chunk, 'occurred_at');
  settleRepeated(chunk, 'event_id', compared);
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

/** The states change from the events' instants on; what else follows is the standing's own business (STA-1, STA-2, STA-10). */
async function takeEffect(transaction: Transaction, good: AcceptedEvent[], context: LandingContext, revision: number): Promise<void> {
  const events = good.filter((event) => event.field !== 'activity');
  const standing = await loadStanding(transaction, events.map((event) => event.account_id));
  const changes: FeedChange[] = [];
  for (const event of events) {
    const { account_id, uid, field, value, occurred_at: at } = event;
    const cause = `event:${event.event_id}`;
    if (field !== 'account_type') applyState(standing.states, { account_id, field: field as StateField, value, at, cause });
    else {
      const from = valueAt(standing, account_id, 'account_type', at) ?? '';
      const ended = changeAccountType(standing, { account_id, value, at, cause });
      const isAffiliate = lastEnrolment(standing, account_id) !== null;
      if (isAffiliate && from !== value) changes.push({ account_id, uid, kind: 'account_type', from, to: value, at, cause, ended });
    }
  }
  await saveStanding(transaction, standing, revision);
  for (const change of changes) await recordFeedChange(transaction, change, context.at);
  const facts = events.map((event) => ({ account_id: event.account_id, from_at: event.occurred_at, cause: `event:${event.event_id}` }));
  await askForReversals(transaction, facts, context.at, revision);
}

export const accountEvents: FeedDefinition<AccountEvent> = { feed: 'account-events', chunkRows: 1_000, read, land };
