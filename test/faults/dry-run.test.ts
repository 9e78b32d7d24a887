/** A dry run answers what the import does, and holds nobody up while its file is read. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../db/connection.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { lockHead } from '../../server/engine/head.ts';
import type { Feed } from '../../server/feeds/contract.ts';
import { feedDefinitions } from '../../server/feeds/definitions/index.ts';
import { importFile } from '../../server/imports/service.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';
import type { AnyRow } from '../worlds/feeds.ts';
import { account, activates } from '../worlds/story.ts';
import { everything } from './contents.ts';
import { clock, csvOf, fileOf, files } from './crowd.ts';

let db: TestDatabase;
beforeEach(async () => { db = await openTestDatabase({ reference: clock }); });
afterEach(() => db.close());

async function outcome(feed: Feed, rows: readonly AnyRow[], dry_run: boolean) {
  const bytes = new TextEncoder().encode(csvOf(feed, rows));
  const job = { feed, file_name: 'x.csv', bytes_total: bytes.length, dry_run, actor: systemActor };
  const { figures, rejects } = await importFile(db.database, clock, job, (async function* () { yield bytes; })());
  return { figures: { ...figures, import_id: null }, rejects };
}

const rowOf = (step: { rows: readonly AnyRow[] }): AnyRow => step.rows[0] as AnyRow;
/** So many rows that what follows them stands in a later chunk. */
const filler = (feed: Feed): AnyRow[] => fileOf(feed).slice(0, feedDefinitions[feed].chunkRows);

describe('rows that refer to rows of an earlier chunk', () => {
  test('accounts: a repetition, a conflict, a code that is taken, an inviter of the file, an inviter of later', async () => {
    const first = [rowOf(account('early', { on: '2025-12-30' })), ...filler('accounts')];
    const [early] = first as [AnyRow];
    const later = [
      early,
      { ...early, country: 'FR' },
      { ...early, uid: 'other' },
      rowOf(account('guest', { on: '2025-12-31', by: 'early' })),
      rowOf(account('stranger', { on: '2025-12-31', by: 'tomorrow' })),
      rowOf(account('tomorrow', { on: '2025-12-31' })),
      { ...early, country: 'FR' },
    ];
    const tried = await outcome('accounts', [...first, ...later], true);
    // The five of the first chunk whose inviter's code nobody has, and the one who came before theirs.
    expect(tried.figures).toMatchObject({ duplicates: 1, conflicts: 2, rejected: 1, bindings_refused: 6 });
    expect(tried.figures).toEqual((await outcome('accounts', [...first, ...later], false)).figures);
  });

  test('activations: one enrolment an account, whoever comes first', async () => {
    await outcome('accounts', fileOf('accounts'), false);
    const first = filler('activations');
    const [act] = first as [AnyRow];
    const later = [act, { ...act, programme: 'pro' }, rowOf(activates('aff3', 'pro', '2025-12-31 12:00', 'again')), rowOf(activates('inv3', 'pro', '2026-01-02', 'new'))];
    const tried = await outcome('activations', [...first, ...later], true);
    expect(tried.figures).toMatchObject({ accepted: first.length + 1, duplicates: 1, conflicts: 1, rejected: 1 });
    expect(tried.rejects.map((one) => one.code)).toEqual(['conflict', 'already_enrolled']);
    expect(tried.figures).toEqual((await outcome('activations', [...first, ...later], false)).figures);
  });

  test('any other feed by its key', async () => {
    for (const { feed, rows } of files.filter((file) => file.feed === 'accounts' || file.feed === 'activations')) await outcome(feed, rows, false);
    for (const { feed, rows } of files.filter((file) => ['prices', 'ratios'].includes(file.feed))) {
      const { chunkRows } = feedDefinitions[feed];
      const last = Object.keys(rows[0] as AnyRow).at(-1) as string;
      const changed = { ...(rows[1] as AnyRow), [last]: String((rows[5] as AnyRow)[last]) } as AnyRow;
      const spoilt = [...rows.slice(0, chunkRows), rows[0] as AnyRow, ...rows.slice(chunkRows), changed, rows[0] as AnyRow];
      const before = await everything(db.database);
      const tried = await outcome(feed, spoilt, true);
      expect(await everything(db.database)).toEqual(before);
      expect(tried.figures.duplicates).toBeGreaterThanOrEqual(2);
      expect(tried.figures).toEqual((await outcome(feed, spoilt, false)).figures);
    }
  });
});

test('while the file is waited for, others write', async () => {
  const other = openDatabase(db.url);
  const bytes = new TextEncoder().encode(csvOf('accounts', fileOf('accounts').slice(0, 1_500)));
  let written = 0;
  async function* slowly(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.length; from += 60_000) {
      yield bytes.subarray(from, from + 60_000);
      await other.transaction(async (transaction) => {
        await lockHead(transaction);
        await transaction.raw(`INSERT INTO countries (code, name) VALUES ('X${written++}', 'while it is tried')`);
      });
    }
  }
  try {
    const job = { feed: 'accounts' as const, file_name: 'x.csv', bytes_total: bytes.length, dry_run: true, actor: systemActor };
    expect((await importFile(db.database, clock, job, slowly())).figures).toMatchObject({ accepted: 1_500 });
    expect(written).toBeGreaterThan(2);
  } finally {
    await other.close();
  }
});
