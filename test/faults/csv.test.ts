/** Hostile and broken files (ATTACKS 25): refused with a word and a line, or taken for what they are. */
import { open } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { FOREVER } from '../../server/calendar.ts';
import type { ImportFigures } from '../../server/feeds/contract.ts';
import { rejectsCsv } from '../../server/imports/rejects-csv.ts';
import { importFile } from '../../server/imports/service.ts';
import { Refusal } from '../../server/refusal.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';
import { account, importOf, story } from '../worlds/story.ts';
import { playOnProduct } from '../engine/play.ts';
import { everything } from './contents.ts';
import { buildServer, inFolder, makePipe, ops, peakMemoryOf, start, writeFile } from './ops.ts';

const clock = { now: () => Date.parse('2026-02-02T00:00:00Z') };
const encoder = new TextEncoder();
let db: TestDatabase;

beforeAll(buildServer);

async function openWorld(): Promise<void> {
  db = await openTestDatabase({ reference: clock });
  await playOnProduct(db.database, story(account('bob', { on: '2026-01-01' })));
}
const closeWorld = (): Promise<void> => db.close();

/** A database for each test, or one for a group whose tests leave nothing that another would see. */
function aWorldForEach(): void {
  beforeEach(openWorld);
  afterEach(closeWorld);
}
function aWorldForAll(): void {
  beforeAll(openWorld);
  afterAll(closeWorld);
}

async function take(feed: 'prices' | 'transfers' | 'account-events' | 'accounts' | 'trades', file: string | Uint8Array): Promise<ImportFigures> {
  const bytes = typeof file === 'string' ? encoder.encode(file) : file;
  const job = { feed, file_name: 'file.csv', bytes_total: bytes.length, dry_run: false, actor: systemActor };
  return (await importFile(db.database, clock, job, (async function* () { yield bytes; })())).figures;
}

/** How it is refused; the details of the refusal. */
async function refusalOf(feed: 'prices' | 'trades', file: string | Uint8Array): Promise<Refusal> {
  return take(feed, file).then(() => { throw new Error('it was taken'); }, (error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
}

async function prices(): Promise<string[]> {
  const list = await rows<{ line: string }>(db.database.read, `SELECT currency || ' ' || day || ' ' || CAST(usdt_e8 AS TEXT) AS line FROM prices ORDER BY currency, day`);
  return list.map((one) => one.line);
}

async function rejects(): Promise<{ line: number; outcome: string; column_name: string; code: string }[]> {
  return rows(db.database.read, 'SELECT line, outcome, column_name, code FROM import_rejects ORDER BY id');
}

const one = 'A 2026-01-01 100000000';
const two = 'B 2026-01-02 250000000';

describe('the same file in other clothes', () => {
  aWorldForEach();
  const plain = 'currency,day,usdt\nA,2026-01-01,1\nB,2026-01-02,2.5\n';
  test.each([
    ['plain', plain],
    ['with a BOM', `\uFEFF${plain}`],
    ['with a BOM and quotes', '\uFEFF"currency","day","usdt"\n"A","2026-01-01","1"\n"B","2026-01-02","2.5"\n'],
    ['CRLF', plain.replaceAll('\n', '\r\n')],
    ['mixed line ends', 'currency,day,usdt\r\nA,2026-01-01,1\nB,2026-01-02,2.5\r\n'],
    ['no line end after the last row', plain.trimEnd()],
    ['blank lines', `\n\n${plain.replaceAll('\n', '\n\n')}`],
    ['other order', 'usdt,currency,day\n1,A,2026-01-01\n2.5,B,2026-01-02\n'],
    ['columns of a rejects file', 'currency,day,usdt,line,column,code\nA,2026-01-01,1,7,usdt,bad_amount\nB,2026-01-02,2.5,,,\n'],
  ])('%s', async (_name, file) => {
    expect(await take('prices', file)).toMatchObject({ rows: 2, accepted: 2, rejected: 0 });
    expect(await prices()).toEqual([one, two]);
  });

  test('nothing but a header is a file without rows', async () => {
    expect(await take('prices', 'currency,day,usdt')).toMatchObject({ rows: 0, accepted: 0 });
  });
});

describe('refused before anything is written', () => {
  aWorldForAll();
  const utf16 = (text: string, mark: number[]): Uint8Array => Uint8Array.from([...mark, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'bad_header'],
    ['an unknown column', 'currency,day,usdt,colour\n', 'bad_header'],
    ['a missing column', 'currency,day\n', 'bad_header'],
    ['a doubled column', 'currency,day,usdt,day\n', 'bad_header'],
    ['other case', 'Currency,day,usdt\n', 'bad_header'],
    ['a semicolon', 'currency;day;usdt\nA;2026-01-01;1\n', 'bad_header'],
    ['a column called __proto__', 'currency,day,__proto__\nA,2026-01-01,1\n', 'bad_header'],
    ['a rejects file with its columns out of place', 'currency,day,usdt,code,column,line\n', 'bad_header'],
    ['UTF-16 with its mark', utf16('currency,day,usdt\n', [0xff, 0xfe]), 'bad_csv'],
    ['UTF-16 without', utf16('currency,day,usdt\n', []), 'bad_header'],
    ['no text at all', Uint8Array.from({ length: 4_096 }, (_, n) => (n * 7 + 128) % 256), 'bad_csv'],
    ['a header that never closes its quote', `"currency,day,usdt\n${'A,2026-01-01,1\n'.repeat(100)}`, 'bad_csv'],
    ['a million columns', `${Array.from({ length: 1_000_000 }, (_, n) => n % 10).join(',')}\n`, 'bad_csv'],
    ['as many columns as a line can hold', `${Array.from({ length: 120_000 }, (_, n) => n.toString(36).padStart(4, 'x')).join(',')}\n`, 'bad_header'],
  ])('%s', async (_name, file, code) => {
    const before = await everything(db.database);
    const refusal = await refusalOf('prices', file);
    expect([refusal.code, refusal.status]).toEqual([code, 422]);
    expect(JSON.stringify(refusal.details).length).toBeLessThan(10_000);
    expect(await everything(db.database)).toEqual(before);
  });

  test('by the command: exit 1 and the code', async () => {
    await inFolder(async (folder) => {
      const done = await ops(db.url, 'import', 'prices', writeFile(folder, 'prices.csv', 'currency,day\nA,2026-01-01\n'));
      expect(done).toMatchObject({ exit: 1, result: { error: { code: 'bad_header', details: { missing: ['usdt'] } } } });
    });
  });
});

describe('broken on the way: what was whole is kept, the line is named', () => {
  aWorldForEach();
  test.each<[string, string | Uint8Array]>([
    ['an unclosed quote', 'B,"2026-01-02,2.5\nC,2026-01-03,1\n'],
    ['a quoted field that goes on', 'B,"2026-01-02"x,2.5\n'],
    ['a field over 64 kB', `B,${'x'.repeat(64_001)},2.5\n`],
    ['a line over 1 MB', `B,${'"",'.repeat(400_000)}\n`],
    ['Latin-1', Uint8Array.from([...'B,M', 0xfc, ...'ller,1\n'].map((letter) => (typeof letter === 'string' ? letter.charCodeAt(0) : letter)))],
  ])('%s', async (_name, rest) => {
    const head = encoder.encode('currency,day,usdt\nA,"2026-01-01",1\n\n');
    const tail = typeof rest === 'string' ? encoder.encode(rest) : rest;
    const refusal = await refusalOf('prices', Uint8Array.from([...head, ...tail]));
    expect([refusal.code, refusal.details['line'], refusal.details['accepted_before_failure']]).toEqual(['bad_csv', 4, 1]);
    expect(await prices()).toEqual([one]);
    expect(await rows(db.database.read, `SELECT state, error, error_line FROM imports WHERE feed = 'prices'`)).toEqual([{ state: 'failed', error: 'bad_csv', error_line: 4 }]);
    // Mended, it is completed.
    expect(await take('prices', 'currency,day,usdt\nA,2026-01-01,1\nB,2026-01-02,2.5\n')).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await prices()).toEqual([one, two]);
  });

  test('too few and too many fields: that row alone is rejected', async () => {
    expect(await take('prices', 'currency,day,usdt\nX,2026-01-01\nA,2026-01-01,1\nX,2026-01-01,1,more,and more\nB,2026-01-02,2.5\n')).toMatchObject({ rows: 4, accepted: 2, rejected: 2 });
    expect(await rejects()).toEqual([2, 4].map((line) => ({ line, outcome: 'rejected', column_name: 'usdt', code: 'bad_csv' })));
  });

  test('line numbers go on behind line ends inside quotes', async () => {
    const people = (name: string, uid: string): string => `${uid},2026-01-01T00:00:00Z,US,normal,basic,0,a@b.test,${name},C-${uid},,,\n`;
    const header = 'uid,registered_at,country,account_type,kyc_level,vip_level,email,name,referral_code,inviter_code,inviter_channel,inviter_campaign\n';
    await take('accounts', `${header}${people('"three\nlines\r\nof ""name"""', 'u1')}${people('plain', '!bad')}${people('"a,b"', 'u2')}${people('x', '')}`);
    expect((await rejects()).map((reject) => [reject.line, reject.code])).toEqual([[5, 'bad_id'], [7, 'missing_value']]);
    const [kept] = await rows<{ name: string }>(db.database.read, `SELECT i.name FROM account_identities i JOIN accounts a ON a.id = i.account_id WHERE a.uid = 'u1'`);
    expect(kept?.name).toBe('three\nlines\nof "name"');
  });
});

describe('odd values', () => {
  aWorldForAll();
  const odd = ['a\0b', '\0', '\\u0000', '\\', '"', '{{text}}', ':x', '?', '\u2028', '\ufeff', '𐀀', "'; DROP TABLE trades; --", '__proto__', '٣'];
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  test.each([
    ['trades', 'trade_id,uid,executed_at,product,volume_usdt,fee,fee_offset,fee_currency,via_api', ['t1', 'bob', '2026-01-05T00:00:00Z', 'spot', '1', '1', '0', 'USDT', 'false']],
    ['transfers', 'transfer_id,uid,occurred_at,direction,source,amount_usdt', ['m1', 'bob', '2026-01-05T00:00:00Z', 'in', 'crypto', '1']],
    ['account-events', 'event_id,uid,occurred_at,field,value', ['e1', 'bob', '2026-01-05T00:00:00Z', 'vip_level', '1']],
    ['account-events', 'event_id,uid,occurred_at,field,value', ['e1', 'bob', '2026-01-05T00:00:00Z', 'activity', 'earn']],
    ['prices', 'currency,day,usdt', ['A', '2026-01-05', '1']],
    ['accounts', 'uid,registered_at,country,account_type,kyc_level,vip_level,email,name,referral_code,inviter_code,inviter_channel,inviter_campaign',
      ['u1', '2026-01-05T00:00:00Z', 'US', 'normal', 'basic', '0', 'a@b.test', 'name', 'C1', 'X', 'link', 'camp']],
  ] as const)('in every column of %s: taken or rejected, never a failure, and told as they came', async (feed, header, values) => {
    const lines = header.split(',').flatMap((_, column) => odd.map((value) => values.map((usual, index) => quoted(index === column ? value : usual)).join(',')));
    const figures = await take(feed, `${header}\n${lines.join('\n')}\n`);
    expect(figures.accepted + figures.duplicates + figures.conflicts + figures.rejected).toBe(lines.length);
    expect(figures.rejected).toBeGreaterThan(odd.length);
    let told = '';
    for await (const part of rejectsCsv(db.database.read, feed, Number(figures.import_id))) told += part;
    expect(told).not.toContain('\0');
    expect(told.split('\n')[0]).toBe(`${header},line,column,code`);
    // Imported again, the same rows are rejected for the same reasons.
    const again = await take(feed, told);
    expect([again.accepted, again.rejected + again.conflicts]).toEqual([0, figures.rejected + figures.conflicts]);
  });

  test('a level with leading zeros is that level, as an amount is that amount; written otherwise it is the same row', async () => {
    await playOnProduct(db.database, story(account('carl', { on: '2026-01-01' })));
    const event = (value: string) => `event_id,uid,occurred_at,field,value\nlevel-1,carl,2026-01-09T00:00:00Z,vip_level,${value}`;
    expect(await take('account-events', event('03'))).toMatchObject({ accepted: 1 });
    expect(await take('account-events', event('3'))).toMatchObject({ duplicates: 1 });
    expect(await take('account-events', event('003.0'))).toMatchObject({ rejected: 1 });
    const levels = await rows<{ value: string }>(
      db.database.read,
      `SELECT s.value FROM account_states s JOIN accounts a ON a.id = s.account_id
       WHERE a.uid = 'carl' AND s.field = 'vip_level' AND s.known_to = :ever ORDER BY s.from_at`,
      { ever: FOREVER },
    );
    expect(levels.map(({ value }) => value)).toEqual(['0', '3']);
  });
});

describe('a rejects file', () => {
  aWorldForEach();
  test('comes from the command, is mended, and imported again', async () => {
    await playOnProduct(db.database, story(importOf('prices', [{ currency: 'A', day: '2026-01-01', usdt: '1' }])));
    await inFolder(async (folder) => {
      const out = `${folder}/rejects.csv`;
      const file = writeFile(folder, 'prices.csv', 'currency,day,usdt\nB,2026-01-02,-2.5\nA,2026-01-01,7\nC,2026-13-01,1e3\nD,2026-01-04,4\n');
      const first = await ops(db.url, 'import', 'prices', file, '--rejects', out);
      expect(first).toMatchObject({ exit: 3, result: { rows: 4, accepted: 1, rejected: 2, conflicts: 1 } });
      const told = readFileSync(out, 'utf8');
      expect(told.split('\n').slice(0, 3)).toEqual(['currency,day,usdt,line,column,code', 'B,2026-01-02,-2.5,2,usdt,bad_amount', 'A,2026-01-01,7,3,usdt,conflict']);
      const mended = told.replace('-2.5', '2.5').replace('2026-13-01,1e3', '2026-01-03,1000').replace('A,2026-01-01,7', 'A,2026-01-01,1');
      const again = await ops(db.url, 'import', 'prices', writeFile(folder, 'mended.csv', mended));
      expect(again).toMatchObject({ exit: 0, result: { rows: 3, accepted: 2, duplicates: 1 } });
    });
    expect(await prices()).toEqual([one, two, 'C 2026-01-03 100000000000', 'D 2026-01-04 400000000']);
  });
});

describe('200 MB', () => {
  aWorldForEach();

  test('an unclosed quote followed by 200 MB ends early with its line, in little memory', async () => {
    await inFolder(async (folder) => {
      const pipe = makePipe(folder);
      const running = start(db.url, ['import', 'prices', pipe]);
      const writer = await open(pipe, 'w');
      await writer.write('currency,day,usdt\nA,2026-01-01,1\nB,2026-01-02,2.5\nC,"2026-01-03,1\n');
      const block = 'D,2026-01-04,1\n'.repeat(70_000);
      let [written, peak] = [0, 0];
      try {
        while (written < 200_000_000) {
          await writer.write(block);
          written += block.length;
          peak = Math.max(peak, peakMemoryOf(running.pid) ?? 0);
        }
      } catch (error) {
        // Nobody reads on.
        if ((error as { code?: unknown }).code !== 'EPIPE') throw error;
      }
      const done = await running.finished;
      await writer.close().catch(() => {});
      expect(done).toMatchObject({ exit: 1, result: { error: { code: 'bad_csv' }, line: 4, accepted_before_failure: 2 } });
      expect(written).toBeLessThan(50_000_000);
      expect(peak).toBeLessThan(300);
    });
    expect(await prices()).toEqual([one, two]);
  });
});
