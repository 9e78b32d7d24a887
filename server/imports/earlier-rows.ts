import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dialectOf, openDatabase, type Database } from '../../db/connection.ts';
import type { ColumnKind } from '../../db/dialect.ts';
import { execute, rows, type Transaction } from '../../db/statement.ts';
import { feedColumns, type Feed } from '../feeds/contract.ts';
import type { FeedDefinition, Landing } from '../feeds/definition.ts';

/** A name that a row goes by, and the columns that it stands in. */
type Name = [kind: string, ...columns: string[]];

/**
 * By which names a row is referred to by later ones of its file, and by which it refers to earlier ones: its key, whose
 * repetition is a duplicate or a conflict, and what else the feed judges a row by.
 */
const names: Record<Feed, { goesBy: Name[]; refersTo?: Name[] }> = {
  accounts: {
    goesBy: [['uid', 'uid'], ['code', 'referral_code']],
    refersTo: [['uid', 'uid'], ['code', 'referral_code'], ['code', 'inviter_code']],
  },
  'account-events': { goesBy: [['key', 'event_id']] },
  // One open enrolment an account (ENR-4).
  activations: { goesBy: [['key', 'activation_id'], ['uid', 'uid']] },
  deactivations: { goesBy: [['key', 'deactivation_id'], ['uid', 'uid']] },
  applications: { goesBy: [['key', 'application_id']] },
  ratios: { goesBy: [['key', 'ratio_id']] },
  trades: { goesBy: [['key', 'trade_id']] },
  transfers: { goesBy: [['key', 'transfer_id']] },
  // One inviter an account (BIN-1).
  recalls: { goesBy: [['key', 'recall_id'], ['uid', 'uid']] },
  // Once in a campaign.
  'campaign-joins': { goesBy: [['key', 'join_id'], ['join', 'campaign_code', 'uid']] },
  prices: { goesBy: [['key', 'currency', 'day']] },
  'payout-confirmations': { goesBy: [['key', 'line_id']] },
  'bonus-confirmations': { goesBy: [['key', 'bonus_id']] },
  manifests: { goesBy: [['key', 'feed', 'day']] },
};

const rowColumns = { place: 'integer', line: 'integer', fields: 'text' } as const;
const nameColumns = { name: 'text', place: 'integer' } as const;

/** The accepted rows of a file that is tried, for the chunks behind them. */
export interface EarlierRows {
  keep(landings: Landing<object>[]): Promise<void>;
  /** Those of the kept rows that the given ones refer to, in the order of the file. */
  referredToBy(landings: Landing<object>[]): Promise<Landing<object>[]>;
  forget(): Promise<void>;
}

/** They stand in a database of their own on the disk, for a file may outgrow the memory; one is made with the first rows kept. */
export function earlierRows(definition: FeedDefinition<object>): EarlierRows {
  const { goesBy, refersTo = goesBy } = names[definition.feed];
  const columns = feedColumns[definition.feed];
  let store: { database: Database; folder: string } | null = null;
  let places = 0;
  return {
    async keep(landings) {
      const accepted = landings.filter((row) => row.outcome === 'accepted').map((row) => ({ row, place: ++places }));
      if (accepted.length === 0) return;
      const { database } = (store ??= await openStore());
      const kept = accepted.map(({ row, place }) => ({ place, line: row.raw.line, fields: JSON.stringify(row.raw.values) }));
      const named = accepted.flatMap(({ row, place }) => [...namesOf(row, goesBy)].map((name) => ({ name, place })));
      await database.transaction(async (transaction) => {
        await insert(transaction, 'kept_rows', rowColumns, kept);
        await insert(transaction, 'kept_names', nameColumns, named);
      });
    },
    async referredToBy(landings) {
      if (!store) return [];
      const asked = new Set(landings.flatMap((row) => [...namesOf(row, refersTo)]));
      const found = await rows<{ line: number; fields: string }>(
        store.database.read,
        'SELECT line, fields FROM kept_rows WHERE place IN (SELECT k.place FROM {{asked}} a JOIN kept_names k ON k.name = a.name) ORDER BY place',
        { asked: JSON.stringify([...asked].map((name) => ({ name }))) },
        { asked: store.database.dialect.rowset('asked', { name: 'text' }) },
      );
      return found.map(({ line, fields }) => {
        const raw = { line, columns, values: JSON.parse(fields) as string[], faults: [] };
        return { raw, parsed: definition.read(raw), outcome: 'accepted' };
      });
    },
    async forget() {
      if (!store) return;
      await store.database.close();
      await rm(store.folder, { recursive: true, force: true });
      store = null;
    },
  };
}

async function insert(transaction: Transaction, table: string, columns: Record<string, ColumnKind>, list: object[]): Promise<void> {
  const dialect = dialectOf(transaction);
  const listed = Object.keys(columns).join(', ');
  await execute(
    transaction,
    `INSERT INTO ${table} (${listed}) SELECT ${listed} FROM {{list}} r`,
    { list: dialect.packTuples(columns, list) },
    { list: dialect.tuples('list', columns) },
  );
}

/** Without those of empty columns, which name nothing. */
function* namesOf({ raw }: Landing<object>, list: Name[]): Generator<string> {
  for (const [kind, ...columns] of list) {
    const values = columns.map((column) => raw.values[raw.columns.indexOf(column)] ?? '');
    if (values.every((value) => value !== '')) yield `${kind} ${values.join(' ')}`.replaceAll('\0', '␀');
  }
}

async function openStore(): Promise<{ database: Database; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'affiliate-operations-dry-run-'));
  const database = openDatabase(`sqlite:${join(folder, 'rows.sqlite')}`);
  await database.transaction(async (transaction) => {
    await transaction.raw('CREATE TABLE kept_rows (place INTEGER PRIMARY KEY, line INTEGER NOT NULL, fields TEXT NOT NULL) STRICT');
    await transaction.raw('CREATE TABLE kept_names (name TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (name, place)) STRICT, WITHOUT ROWID');
  });
  return { database, folder };
}
