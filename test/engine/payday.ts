/** A world in which days go by and are paid: affiliates of `pro` (20 % of the fee, no evaluation), each with one invitee. */
import { row, rows } from '../../db/statement.ts';
import { openDatabase, type Database } from '../../db/connection.ts';
import { applyState, loadStates, saveStates } from '../../server/accounts/states.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { runCommission } from '../../server/commissions/run.ts';
import { nextRevision } from '../../server/engine/head.ts';
import type { Feed, ImportFigures } from '../../server/feeds/contract.ts';
import { feedColumns } from '../../server/feeds/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { balanceOf } from '../../server/payouts/balance.ts';
import type { Balance, PayoutResult } from '../../server/payouts/contract.ts';
import { runPayout } from '../../server/payouts/run.ts';
import { releasePayout } from '../../server/payouts/service.ts';
import { writeReversals } from '../../server/reversals/records.ts';
import { verify } from '../../server/verify/service.ts';
import { openTestDatabase } from '../database.ts';
import type { AnyRow } from '../worlds/feeds.ts';
import { account, activates, moment, trades } from '../worlds/story.ts';
import { operator } from './play.ts';

export interface Line {
  id: number;
  uid: string;
  currency: string;
  amount: string;
  records: number;
  state: string;
  because: string | null;
}

export interface Payday {
  database: Database;
  /** Another process's handle on the same database. */
  open(): Database;
  /** From now on it is this moment. */
  at(text: string): void;
  clock: { now(): number };
  take(feed: Feed, list: readonly AnyRow[], dryRun?: boolean): Promise<ImportFigures>;
  /** A trade of the affiliate's invitee on a day: earns a fifth of the fee. */
  trade(id: string, affiliate: string, on: string, fee: string, currency?: string): Promise<void>;
  commission(day: string): Promise<void>;
  payout(day: string): Promise<PayoutResult>;
  release(batch: string | null): Promise<void>;
  confirm(...list: [line: Line | number | string, status: string, reference?: string, at?: string][]): Promise<ImportFigures>;
  /** The lines of a batch by affiliate and currency. */
  lines(batch: string | null): Promise<Line[]>;
  restrict(uid: string, value: string, from: string): Promise<void>;
  /** Reverses the record of a trade (PAY-4). */
  reverse(trade: string): Promise<void>;
  balance(uid: string): Promise<Balance[]>;
  statusOf(trade: string): Promise<string>;
  /** What `verify` finds wrong. */
  wrong(): Promise<string[]>;
  close(): Promise<void>;
}

const csv = (feed: Feed, list: readonly AnyRow[]): string =>
  [feedColumns[feed].join(','), ...list.map((one) => feedColumns[feed].map((column) => one[column] ?? '').join(','))].join('\n');

export async function openPayday(...affiliates: string[]): Promise<Payday> {
  const { database, url, close } = await openTestDatabase({ reference: { now: () => 0 } });
  let now = Date.parse(moment('2026-01-02'));
  const clock = { now: () => now };
  const handles: Database[] = [];
  const take = async (feed: Feed, list: readonly AnyRow[], dryRun = false): Promise<ImportFigures> => {
    const bytes = new TextEncoder().encode(csv(feed, list));
    const job = { feed, file_name: 'file.csv', bytes_total: bytes.length, dry_run: dryRun, actor: systemActor };
    return (await importFile(database, clock, job, (async function* () { yield bytes; })())).figures;
  };
  await take('accounts', affiliates.flatMap((uid) => [...account(uid).rows, ...account(`${uid}-guest`, { on: '2026-01-01 12:00', by: uid }).rows]));
  await take('activations', affiliates.flatMap((uid) => [...activates(uid, 'pro', '2026-01-01 06:00').rows]));
  const accountId = async (uid: string): Promise<number> =>
    ((await row<{ id: number }>(database.read, 'SELECT id FROM accounts WHERE uid = :uid', { uid })) as { id: number }).id;
  const recordOf = `FROM commission_records c JOIN trades t ON t.id = c.trade_ref AND c.kind = 'commission' WHERE t.trade_id = :trade`;
  return {
    database,
    clock,
    open: () => {
      const handle = openDatabase(url);
      handles.push(handle);
      return handle;
    },
    at: (text) => void (now = Date.parse(moment(text))),
    take,
    trade: async (id, affiliate, on, fee, currency = 'USDT') => {
      await take('trades', trades(id, `${affiliate}-guest`, on, { fee, fee_currency: currency }).rows);
    },
    commission: async (day) => void (await runCommission(database, clock, day, systemActor)),
    payout: (day) => runPayout(database, clock, day, systemActor),
    release: (batch) => releasePayout(database, clock, operator, Number(batch), null),
    confirm: (...list) => take('payout-confirmations', list.map(([line, status, reference = 'ref', at = '2026-01-03 04:00']) => ({
      line_id: String(typeof line === 'object' ? line.id : line), status, at: moment(at), reference,
    }))),
    lines: (batch) => rows<Line>(
      database.read,
      `SELECT l.id, a.uid, l.currency, CAST(l.amount_units AS TEXT) || '.' || substr(CAST(100000000 + l.amount_fraction_e8 AS TEXT), 2) AS amount,
         l.records, l.state, l.withdrawn_because AS because
       FROM payout_lines l JOIN accounts a ON a.id = l.affiliate_id WHERE l.batch_id = :batch ORDER BY a.uid, l.currency`,
      { batch: Number(batch) },
    ),
    restrict: async (uid, value, from) => {
      const id = await accountId(uid);
      await database.transaction(async (transaction) => {
        const revision = await nextRevision(transaction, now, 'test');
        const book = await loadStates(transaction, [id]);
        applyState(book, { account_id: id, field: 'restriction', value, at: Date.parse(moment(from)), cause: 'test' });
        await saveStates(transaction, book, revision);
      });
    },
    reverse: async (trade) => {
      await database.transaction(async (transaction) => {
        const revision = await nextRevision(transaction, now, 'test');
        const record = await row<{ id: number }>(transaction, `SELECT c.id ${recordOf}`, { trade });
        await writeReversals(transaction, [(record as { id: number }).id], now, revision);
      });
    },
    balance: (uid) => balanceOf(database.read, uid, now),
    statusOf: async (trade) => ((await row<{ status: string }>(database.read, `SELECT c.status ${recordOf}`, { trade })) as { status: string }).status,
    wrong: async () => (await verify(database)).filter((check) => check.wrong > 0).map((check) => `${check.name}: ${check.first}`),
    close: async () => {
      for (const handle of handles) await handle.close();
      await close();
    },
  };
}
