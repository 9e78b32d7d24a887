import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { row, rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { feedColumns, feeds, type Feed } from '../../server/feeds/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { rejectsCsv } from '../../server/imports/rejects-csv.ts';
import { Refusal } from '../../server/refusal.ts';
import { toCsv, type Row } from '../worlds/feeds.ts';
import { account, activates, story, trades } from '../worlds/story.ts';
import { openPlayed, type PlayedConsole } from '../api/played.ts';

/** ATTACKS, "Files". */

let desk: PlayedConsole;
beforeAll(async () => {
  desk = await openPlayed(story(account('ada'), activates('ada', 'referral', '2026-01-02'), account('bob',
    { on: '2026-01-03', by: 'ada' })));
});
afterAll(() => desk.close());

type Result = { accepted: number; duplicates: number; conflicts: number; rejected: number; rows: number; import_id: string | null };

/** The import in pieces of so many bytes, as a slow line sends them. */
async function take(feed: Feed, file: string | Uint8Array, piece = 65_536): Promise<Result> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const job = { feed, file_name: 'x.csv', bytes_total: bytes.length, dry_run: false, actor: systemActor };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece);
  }
  return (await importFile(desk.context.database, desk.context.clock, job, pieces())).figures;
}

async function refusal(feed: Feed, file: string | Uint8Array, piece?: number): Promise<Refusal> {
  try {
    await take(feed, file, piece);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was taken');
}

const trade = (id: string, said: Partial<Row<'trades'>> = {}): string => toCsv('trades', (trades(id, 'bob',
  '2026-01-05', said) as { rows: Row<'trades'>[] }).rows).split('\n')[1] as string;
const head = feedColumns.trades.join(',');

describe('line 24: cells that a spreadsheet would run', () => {
  const starts = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', ' =', '  @', '\u00a0=', '\u3000＝'];
  const payloads = starts.map((start) => `${start}cmd|' /C calc'!A0`);

  it('are guarded in every export that holds what somebody else wrote', async () => {
    const { database } = desk.context;
    const list = payloads.map((payload, n) => (account(`formula-${n}`, { name: payload, email: payload, by: 'ada',
      on: '2026-01-04' }) as { rows: Row<'accounts'>[] }).rows[0] as Row<'accounts'>);
    const result = await take('accounts', toCsv('accounts', list));
    expect(result.rows).toBe(payloads.length);
    await take('activations', toCsv('activations', payloads.map((_, n) => ({ activation_id: `f-${n}`,
      uid: `formula-${n}`, programme: 'referral', activated_at: '2026-01-05T00:00:00Z' }))));
    const compliance = await desk.signIn('compliance');
    for (const resource of ['affiliates', 'referrals', 'commissions', 'evaluations', 'audit-events']) {
      const { status, text } = await compliance.agent.get(`/api/${resource}.csv`);
      expect(status).toBe(200);
      const { data, errors } = Papa.parse<string[]>(text, { newline: '\n', delimiter: ',', skipEmptyLines: true });
      expect(errors).toEqual([]);
      for (const line of data) {
        expect(line).toHaveLength((data[0] as string[]).length);
        for (const text of line) {
          // A plain number may begin with a minus.
          if (!/^-\d+(\.\d+)?$/.test(text)) expect(text, resource).not.toMatch(/^[ \u00a0\u3000]*[=+\-@\t\r\n＝＋－＠]/);
        }
      }
    }
    const names = await rows<{ name: string }>(database.read,
      `SELECT name FROM account_identities WHERE name LIKE '%calc%'`);
    const { text } = await compliance.agent.get('/api/affiliates.csv').query({ filter: '{"country":"US"}' });
    for (const { name } of names) expect(text).toContain(name.replaceAll('"', '""'));
  });

  it('come back from a rejects file as they were: that file goes into an import, not into a spreadsheet', async () => {
    const { import_id } = await take('trades', `${head}\n${trade('f1', { fee_currency: '=1+1' })}\n`);
    let text = '';
    for await (const chunk of rejectsCsv(desk.context.database.read, 'trades', Number(import_id))) text += chunk;
    expect(text).toContain(',=1+1,');
  });
});

describe('line 25: files of many kinds', () => {
  it.each([
    ['a BOM', `\ufeff${head}\n${trade('bom')}\n`], ['CRLF', `${head}\r\n${trade('crlf')}\r\n`], ['mixed line ends',
      `${head}\r\n${trade('mixed')}\n`], ['no end of the last line', `${head}\n${trade('open')}`],
    ['empty lines', `\n\n${head}\n\n${trade('empty')}\n\n\n`], ['every cell quoted',
      `${head.split(',').map((name) => `"${name}"`).join(',')}\n${trade('quoted').split(',').map((text) => `"${text}"`).join(',')}\n`],
    ['columns in another order',
      `${head.split(',').toReversed().join(',')}\n${trade('reversed').split(',').toReversed().join(',')}\n`],
  ])('with %s: taken', async (_, file) => {
    // Cut anywhere, also within a character or between CR and LF.
    const result = await take('trades', file, 7);
    expect(result).toMatchObject({ rows: 1, accepted: 1, rejected: 0 });
    expect(await take('trades', file)).toMatchObject({ rows: 1, duplicates: 1 });
  });

  it.each<[string, string | Uint8Array, string]>([
    ['UTF-16 with a BOM', Buffer.from(`\ufeff${head}\n${trade('u16')}\n`, 'utf16le'), 'bad_csv'],
    ['UTF-16 without one', Buffer.from(`${head}\n${trade('u16')}\n`, 'utf16le'), 'bad_header'],
    ['Latin-1 in a value', Buffer.from(`${head}\n${trade('latin', { fee_currency: 'é' })}\n`, 'latin1'), 'bad_csv'],
    ['a cut character at the end', Buffer.concat([Buffer.from(`${head}\n${trade('cut')}`), Buffer.from([0xf0, 0x9f])]),
      'bad_csv'],
    ['a doubled header', `${head},fee\n`, 'bad_header'],
    ['a semicolon for a comma', `${head.replaceAll(',', ';')}\n`, 'bad_header'],
    ['tabs for commas', `${head.replaceAll(',', '\t')}\n`, 'bad_header'],
    ['CR alone for a line end', `${head}\r${trade('cr')}\r`, 'bad_header'],
    ['blanks around the names', `${head.replaceAll(',', ', ')}\n`, 'bad_header'],
    ['names in upper case', `${head.toUpperCase()}\n`, 'bad_header'],
    ['a NUL in a name', `${head.replace('fee', 'fe\0e')}\n`, 'bad_header'],
    ['a prototype', `${head.replace('via_api', '__proto__')}\n`, 'bad_header'],
    ['a prototype beside all columns', `${head},__proto__\n`, 'bad_header'],
    ['half of the columns of a rejects file', `${head},line,column\n`, 'bad_header'],
    ['no bytes', '', 'bad_header'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'bad_csv'],
  ])('with %s: refused, and nothing of it is taken', async (_, file, code) => {
    const before = await row(desk.context.database.read, 'SELECT (SELECT count(*) FROM trades) AS trades');
    const refused = await refusal('trades', file);
    expect(refused.code).toBe(code);
    expect(JSON.stringify(refused.details).length).toBeLessThan(5_000);
    expect(await row(desk.context.database.read, 'SELECT (SELECT count(*) FROM trades) AS trades')).toEqual(before);
    expect(({} as Record<string, unknown>).via_api).toBeUndefined();
  });

  it('an unclosed quote before 200 MB ends with its line, in little memory', async () => {
    const used = process.memoryUsage().rss;
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(`${head}\n${trade('before-it')}\nafter,"`);
      const block = Buffer.alloc(1_000_000, 'x,\n');
      for (; sent < 200; sent += 1) yield block;
    }
    const job = { feed: 'trades' as const, file_name: 'x.csv', bytes_total: 200_000_000, dry_run: false,
      actor: systemActor };
    await expect(importFile(desk.context.database, desk.context.clock, job,
      endless())).rejects.toMatchObject({ code: 'bad_csv', details: { line: 3, accepted_before_failure: 1 } });
    expect(sent).toBeLessThan(5);
    expect(process.memoryUsage().rss - used).toBeLessThan(200_000_000);
  });

  it('a million columns, in the header or in a row', { timeout: 20_000 }, async () => {
    expect((await refusal('trades',
      `${Array.from({ length: 1_000_000 }, (_, n) => `c${n}`).join(',')}\n`)).code).toBe('bad_csv');
    expect((await refusal('trades', `${'a,'.repeat(499_000)}a\n`)).code).toBe('bad_header');
    expect(await take('trades',
      `${head}\n${trade('wide')}${','.repeat(400_000)}\n${trade('after-wide')}\n`)).toMatchObject({ rows: 2,
      accepted: 1, rejected: 1 });
    expect((await refusal('trades',
      `${head}\n${trade('wider')}${','.repeat(1_100_000)}\n`)).details).toMatchObject({ line: 2 });
  });

  it('a field of 64 kB, many quotes, and a very long run of commas or newlines', async () => {
    expect((await refusal('trades',
      `${head}\n${trade('long', { fee_currency: 'x'.repeat(70_000) })}\n`)).details).toMatchObject({ line: 2 });
    expect(await take('trades',
      `${head}\n${trade('quotes', { fee_currency: '"'.repeat(20_000) })}\n`)).toMatchObject({ rejected: 1 });
    expect(await take('trades', `${head}\n${'\n'.repeat(500_000)}${trade('far')}\n`)).toMatchObject({ rows: 1,
      accepted: 1 });
    const many = `${head}\n${`"",,,,,,,,\n`.repeat(5_000)}`;
    expect(await take('trades', many)).toMatchObject({ rows: 5_000, rejected: 5_000 });
  });

  it.each(feeds)('%s: values of every odd kind are refused row by row, never a failure', async (feed) => {
    const columns = feedColumns[feed];
    const odd = ['', ' ', '\0', "'; DROP TABLE trades; --", '<script>', '__proto__', '-1', '-0', '+1', '1e5', '0x10',
      'NaN', 'Infinity', '٣', '１', '9'.repeat(40), `0.${'0'.repeat(30)}1`,
      '92233720368.54775808', '2026-02-30T00:00:00Z', '2026-01-01T24:00:00Z', '0000-01-01T00:00:00Z',
        '9999-12-31T23:59:59.999Z', '+010000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z',
      '9999-12-31', '0000-01-01', 'true', 'TRUE', '1', 'null', 'undefined', '=1+1', '😀', '\u202e', 'a'.repeat(65),
        'x'.repeat(60_000), ':at', '?', '{{text}}', '$1', '%', '\\', '"', ',', '\n', '\r'];
    const sound: Record<string, string> = {
      uid: 'bob', registered_at: '2026-01-05T00:00:00Z', country: 'US', account_type: 'normal', kyc_level: 'advanced',
        vip_level: '0', field: 'activity', value: '', programme: 'pro',
      family: 'futures', ratio_bps: '1', product: 'spot', volume_usdt: '1', fee: '1', fee_offset: '0',
        fee_currency: 'USDT', via_api: 'false', direction: 'in', source: 'p2p', amount_usdt: '1',
      currency: 'XYZ', day: '2026-01-01', usdt: '1', occurred_at: '2026-01-05T00:00:00Z',
        activated_at: '2026-01-05T00:00:00Z', executed_at: '2026-01-05T00:00:00Z', set_at: '2026-01-05T00:00:00Z',
      ended_at: '2026-01-05T00:00:00Z', at: '2026-01-05T00:00:00Z', status: 'paid', reference: '', feed: 'trades', rows: '1', control_sum: '1',
    };
    const list = columns.flatMap((column, place) => odd.map((value, n) => Object.fromEntries(
      columns.map((name, at) => [name,
        name === column ? value : at === 0 && !['prices', 'manifests'].includes(feed) ? `o${place}-${n}` : (sound[name] ?? '')]),
    )));
    const result = await take(feed, Papa.unparse(list, { columns: [...columns], newline: '\n' }));
    expect(result.rows).toBe(list.length);
    expect(result.accepted + result.duplicates + result.conflicts + result.rejected).toBe(list.length);
    expect(result.rejected).toBeGreaterThan(columns.length);
    let text = '';
    for await (const chunk of rejectsCsv(desk.context.database.read, feed, Number(result.import_id))) text += chunk;
    expect(Papa.parse(text, { newline: '\n', delimiter: ',' }).errors).toEqual([]);
    // What was taken can be read.
    const compliance = await desk.signIn('compliance');
    for (const resource of ['affiliates', 'referrals', 'import-rejects', 'commissions']) {
      const { status } = await compliance.agent.get(`/api/${resource}`).query({ range: '[0,999]' });
      expect(status, resource).toBe(200);
    }
    for (const path of ['/api/home', '/api/affiliates/bob', '/api/affiliates/bob/timeline', '/api/affiliates.csv']) {
      expect([200, 404], path).toContain((await compliance.agent.get(path)).status);
    }
  });

  it('the same file six times at once is one import and five of duplicates', async () => {
    const file = `${head}\n${Array.from({ length: 200 }, (_, n) => trade(`six-${n}`)).join('\n')}\n`;
    const results = await Promise.all(Array.from({ length: 6 }, () => take('trades', file)));
    expect(results.reduce((sum, one) => sum + one.accepted, 0)).toBe(200);
    expect(results.every((one) => one.accepted + one.duplicates === 200 && one.rejected + one.conflicts === 0)).toBe(true);
    expect(await row(desk.context.database.read,
      `SELECT count(*) AS n FROM trades WHERE trade_id LIKE 'six-%'`)).toEqual({ n: 200 });
  });
});
