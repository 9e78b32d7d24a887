import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, request as open, type ClientRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { execute, row } from '../../db/statement.ts';
import type { Row } from '../worlds/feeds.ts';
import { toCsv } from '../worlds/feeds.ts';
import { account, activates, story, trades } from '../worlds/story.ts';
import { openPlayed, type PlayedConsole } from './played.ts';
import type { Person } from './console.ts';

/** A spool of our own, so that what an upload leaves behind can be seen. */
const folder = mkdtempSync(join(tmpdir(), 'imports-test-'));
let desk: PlayedConsole;
let operations: Person;
let server: Server;

beforeAll(async () => {
  vi.stubEnv('TMPDIR', folder);
  desk = await openPlayed(story(account('ada'), activates('ada', 'referral', '2026-01-02'), account('bob',
    { on: '2026-01-03', by: 'ada' })));
  operations = await desk.signIn('operations');
  server = createServer(desk.app).listen(0, '127.0.0.1');
});
afterAll(async () => {
  server.close();
  await desk.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const spooled = (): string[] => readdirSync(folder, { recursive: true,
  encoding: 'utf8' }).filter((name) => name.endsWith('.csv'));

async function counts(): Promise<Record<string, number> | undefined> {
  return row(
    desk.context.database.read,
    `SELECT (SELECT count(*) FROM trades) AS trades, (SELECT count(*) FROM accounts) AS accounts, (SELECT count(*) FROM imports) AS imports,
       (SELECT count(*) FROM import_rejects) AS rejects`,
  );
}

function upload(query: string, body: string | Buffer, who = operations) {
  return who.agent.post(`/api/imports${query}`).set('X-CSRF-Token', who.csrfToken).set('Content-Type',
    'text/csv').serialize((text) => text as string).send(body);
}

/** Asks until the worker has done with it. */
async function ended(id: string): Promise<Record<string, unknown>> {
  return vi.waitUntil(async () => {
    const { body } = await operations.agent.get(`/api/imports/${id}`);
    expect(body.progress).toBeGreaterThanOrEqual(0);
    expect(body.progress).toBeLessThanOrEqual(1);
    return body.state === 'running' ? undefined : (body as Record<string, unknown>);
  }, { timeout: 50_000, interval: 200 });
}

async function imported(query: string, body: string | Buffer): Promise<Record<string, unknown>> {
  const answer = await upload(query, body);
  expect(answer.status, answer.text).toBe(202);
  expect(answer.body).toEqual({ import_id: expect.stringMatching(/^[1-9]\d*$/) });
  return ended(answer.body.import_id as string);
}

function tradeRows(prefix: string, count: number, said: Partial<Row<'trades'>> = {}): Row<'trades'>[] {
  return Array.from({ length: count }, (_, n) => {
    const step = trades(`${prefix}${n}`, 'bob', '2026-01-05', said);
    return (step as { rows: Row<'trades'>[] }).rows[0] as Row<'trades'>;
  });
}

describe('an upload that is taken', () => {
  it('is imported by a process of its own, and again it changes nothing', async () => {
    const file = toCsv('trades', tradeRows('a', 30));
    expect(await imported('?feed=trades&name=january.csv', file)).toMatchObject({
      feed: 'trades', file_name: 'january.csv', state: 'done', dry_run: false, progress: 1, rows: 30, accepted: 30,
        duplicates: 0, conflicts: 0,
      rejected: 0, bindings_refused: 0, error: null, requested_by: 'operations@demo.test',
        finished_at: expect.any(String),
    });
    expect(await imported('?feed=trades', file)).toMatchObject({ file_name: 'trades.csv', rows: 30, accepted: 0,
      duplicates: 30 });
    // The row is done before the file goes: whoever dies between the two has lost nothing.
    await expect.poll(spooled).toEqual([]);
    const compliance = await desk.signIn('compliance');
    const { body } = await compliance.agent.get('/api/audit-events').query({
      sort: '["seq","ASC"]', filter: '{"action":["import.started","import.finished"],"actor":"operations@demo.test"}' });
    expect((body as { action: string }[]).map(({ action }) => action)).toEqual(['import.started', 'import.finished', 'import.started', 'import.finished']);
    expect(body[0].changes).toEqual({ feed: { old: null, new: 'trades' }, dry_run: { old: null, new: false } });
  });

  it('as a dry run says what would be, and keeps nothing of it but the finding', async () => {
    const before = await counts();
    const good = tradeRows('dry', 3);
    const file = toCsv('trades', [...good, { ...good[0], trade_id: 'dry-bad', fee: '-1' } as Row<'trades'>]);
    const done = await imported('?feed=trades&dry_run=true', file);
    expect(done).toMatchObject({ state: 'done', dry_run: true, rows: 4, accepted: 3, rejected: 1 });
    expect(await counts()).toEqual({ ...before, imports: (before?.imports as number) + 1,
      rejects: (before?.rejects as number) + 1 });
  });

  it('lists what it refused, to be mended and imported again', async () => {
    const [good, ...bad] = tradeRows('r', 6) as [Row<'trades'>, ...Row<'trades'>[]];
    const file = toCsv('trades', [
      good,
      { ...bad[0], uid: 'nobody' } as Row<'trades'>,
      { ...bad[1], executed_at: 'yesterday', fee: '1.123456789' } as Row<'trades'>,
      { ...bad[2], fee_currency: '=cmd|\' /C calc\'!A0', product: 'a,"b"' } as Row<'trades'>,
      { ...good, fee: '2' },
    ]);
    const done = await imported('?feed=trades', `${file}too,few\n`);
    expect(done).toMatchObject({ state: 'done', rows: 6, accepted: 1, conflicts: 1, rejected: 4 });
    const filter = JSON.stringify({ import_id: done.id });
    const { body } = await operations.agent.get('/api/import-rejects').query({ filter, sort: '["line","ASC"]' });
    expect((body as Record<string, unknown>[]).map(({ line, outcome, column, value, code }) => [line, outcome, column,
      value, code])).toEqual([
      [3, 'rejected', 'uid', 'nobody', 'unknown_uid'],
      [4, 'rejected', expect.any(String), expect.any(String), 'bad_instant;too_many_decimals'],
      [5, 'rejected', expect.any(String), expect.any(String), 'unknown_value;bad_id'],
      [6, 'conflict', 'fee', '2', 'conflict'],
      [7, 'rejected', expect.any(String), expect.any(String), 'bad_csv'],
    ]);
    const csv = await operations.agent.get(`/api/imports/${done.id}/rejects.csv`);
    expect(csv.headers['content-type']).toMatch(/^text\/csv/);
    expect(csv.headers['content-disposition']).toContain('attachment');
    const { body: events } = await (await desk.signIn('compliance')).agent.get('/api/audit-events').query({ filter: '{"action":"export.made"}' });
    expect(events).toMatchObject([{ actor: 'operations@demo.test', subject_type: 'imports', subject_id: done.id }]);
    const lines = csv.text.trimEnd().split('\n');
    expect(lines[0]).toBe('trade_id,uid,executed_at,product,volume_usdt,fee,fee_offset,fee_currency,via_api,line,column,code');
    expect(lines).toHaveLength(6);
    // Mended: the uid of line 3; the rest comes back as it was.
    expect(await imported('?feed=trades', csv.text.replace('nobody', 'bob'))).toMatchObject({ rows: 5, accepted: 1,
      conflicts: 1, rejected: 3 });
  });

  it('lists accounts whose binding was refused, with why', async () => {
    const rowOf = (uid: string, said: Partial<Row<'accounts'>>) => (account(uid,
      said) as { rows: Row<'accounts'>[] }).rows[0] as Row<'accounts'>;
    const done = await imported('?feed=accounts', toCsv('accounts', [
      rowOf('lost', { inviter_code: 'NO-SUCH-CODE', inviter_channel: 'link' }), rowOf('own', { inviter_code: 'CODE-OWN',
        inviter_channel: 'code' }),
      rowOf('fine', { inviter_code: 'CODE-ADA', inviter_channel: 'link' }),
    ]));
    expect(done).toMatchObject({ accepted: 3, rejected: 0, bindings_refused: 2 });
    const { body } = await operations.agent.get(`/api/imports/${done.id}/binding-refusals`);
    expect((body as { uid: string; codes: string }[]).map(({ uid, codes }) => [uid, codes])).toEqual([['lost',
      'unknown_inviter_code'], ['own', 'self_referral']]);
    expect(JSON.stringify(body)).not.toContain('@');
    expect((await operations.agent.get(`/api/imports/${done.id}/rejects.csv`)).text.split('\n')).toHaveLength(2);
  });

  it('with an unclosed quote ends with bad_csv and the line; what stood before is kept', async () => {
    const file = toCsv('trades', tradeRows('quote', 3));
    expect(await imported('?feed=trades',
      `${file}quote9,bob,"2026-01-05T00:00:00Z,spot,1,1,0,USDT,false\n`)).toMatchObject({
      state: 'failed', error: 'bad_csv', error_line: 5, accepted: 3, rows: 3,
    });
    await expect.poll(spooled).toEqual([]);
  });

  it('twice at once gives one result', async () => {
    const file = toCsv('trades', tradeRows('twice', 400));
    const answers = await Promise.all([upload('?feed=trades', file), upload('?feed=trades', file)]);
    expect(answers.map((answer) => answer.status)).toEqual([202, 202]);
    const done = await Promise.all(answers.map((answer) => ended(answer.body.import_id as string)));
    expect(done.map((one) => [one.state, one.rows, Number(one.accepted) + Number(one.duplicates), one.conflicts,
      one.rejected])).toEqual([
      ['done', 400, 400, 0, 0], ['done', 400, 400, 0, 0],
    ]);
    expect(Number(done[0]?.accepted) + Number(done[1]?.accepted)).toBe(400);
    expect(await row(desk.context.database.read,
      `SELECT count(*) AS n FROM trades WHERE trade_id LIKE 'twice%'`)).toEqual({ n: 400 });
  });
});

describe('an upload that is refused writes nothing', () => {
  const good = toCsv('trades', tradeRows('never', 2));
  const head = good.split('\n')[0] as string;
  const faults: [string, string | Buffer, string][] = [
    ['an unknown column', good.replace('via_api', 'via_app'), 'bad_header'],
    ['a missing column', good.replace(',via_api', ''), 'bad_header'],
    ['a doubled column', good.replace('via_api', 'fee'), 'bad_header'],
    ['the columns of another feed', toCsv('prices', []), 'bad_header'],
    ['a prototype for a column', good.replace('via_api', '__proto__'), 'bad_header'],
    ['nothing in it', '', 'bad_header'],
    ['empty lines only', '\n\n\n', 'bad_header'],
    ['a header in UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), 'bad_csv'],
    ['a header in Latin-1', Buffer.from(good.replace('via_api', 'via_äpi'), 'latin1'), 'bad_csv'],
    ['an unclosed quote in the header', `"${good}`, 'bad_csv'],
    ['a quote that goes on after its end', good.replace('uid', '"uid"x'), 'bad_csv'],
    ['a line without an end', `${head}${',x'.repeat(600_000)}`, 'bad_csv'],
  ];

  it.each(faults)('%s', async (_, file, code) => {
    const before = await counts();
    const answer = await upload('?feed=trades', file);
    expect([answer.status, answer.body.error.code], answer.text.slice(0, 500)).toEqual([422, code]);
    expect(answer.text.length).toBeLessThan(10_000);
    expect(await counts()).toEqual(before);
    expect(spooled()).toEqual([]);
  });

  it('a header with very many columns of different names, at once', { timeout: 10_000 }, async () => {
    const names = Array.from({ length: 190_000 }, (_, n) => n.toString(36)).join(',');
    const answer = await upload('?feed=trades', `${names}\n`);
    expect([answer.status, answer.body.error.code]).toEqual([422, 'bad_header']);
    expect(answer.text.length).toBeLessThan(10_000);
  });

  it('a header with very long names, without repeating them', async () => {
    const answer = await upload('?feed=trades',
      `${Array.from({ length: 15 }, (_, n) => `${n}${'x'.repeat(60_000)}`).join(',')}\n`);
    expect([answer.status, answer.body.error.code]).toEqual([422, 'bad_header']);
    expect(answer.text.length).toBeLessThan(10_000);
  });

  it.each(['application/json', 'text/plain', 'application/octet-stream', 'multipart/form-data; boundary=x'])('%s',
    async (type) => {
    const before = await counts();
    const answer = await upload('?feed=trades', '{}').set('Content-Type', type);
    expect([answer.status, answer.body.error.code]).toEqual([415, 'bad_media_type']);
    expect(await counts()).toEqual(before);
  });

  it.each([
    ['', 'feed'], ['?feed=', 'feed'], ['?feed=nothing', 'feed'], ['?feed=trades&feed=prices', 'feed'],
      ['?feed=__proto__', 'feed'], ['?feed=constructor', 'feed'],
    ['?feed=trades&dry-run=true', 'dry-run'], ['?feed=trades&dry_run=1', 'dry_run'],
      ['?feed=trades&dry_run=true&dry_run=false', 'dry_run'],
    ['?feed=trades&state=done', 'state'], ['?feed=trades&__proto__=x', '__proto__'],
      ['?feed=trades&requested_by=system', 'requested_by'],
  ])('the parameters %s', async (query, field) => {
    const before = await counts();
    const answer = await upload(query, good);
    expect([answer.status, answer.body.error.code, answer.body.error.details.field]).toEqual([400, 'bad_request',
      field]);
    expect(await counts()).toEqual(before);
  });

  it.each(['compliance', 'support', 'admin'])('%s', async (who) => {
    const before = await counts();
    const answer = await upload('?feed=trades', good, await desk.signIn(who));
    expect([answer.status, answer.body.error.code]).toEqual([403, 'forbidden']);
    expect(await counts()).toEqual(before);
  });

  it('without the token, or without a session', async () => {
    const before = await counts();
    expect((await upload('?feed=trades', good, { ...operations, csrfToken: 'x' })).status).toBe(403);
    const stranger = await upload('?feed=trades', good, { ...operations,
      agent: (await import('supertest')).default.agent(desk.app) });
    expect(stranger.status).toBe(401);
    expect(await counts()).toEqual(before);
  });

  it('a compressed one is not unpacked', async () => {
    const { gzipSync } = await import('node:zlib');
    const answer = await upload('?feed=trades', gzipSync(good)).set('Content-Encoding', 'gzip');
    expect([415, 422]).toContain(answer.status);
  });

  it('one that breaks off', async () => {
    const before = await counts();
    const sending = begin();
    sending.write(`${head}\n${'x'.repeat(100_000)}`);
    await vi.waitUntil(() => spooled().length === 1, { timeout: 10_000 });
    sending.destroy();
    await vi.waitUntil(() => spooled().length === 0, { timeout: 10_000 });
    expect(await counts()).toEqual(before);
    // The console goes on.
    expect((await operations.agent.get('/api/imports')).status).toBe(200);
    expect(desk.logged()).not.toContain('"level":50');
  });

  function begin(): ClientRequest {
    const { port } = server.address() as AddressInfo;
    const sending = open({
      port, method: 'POST', path: '/api/imports?feed=trades',
      headers: { 'Content-Type': 'text/csv', 'Content-Length': 10_000_000, Cookie: operations.cookie,
        'X-CSRF-Token': operations.csrfToken },
    });
    sending.on('error', () => undefined);
    return sending;
  }
});

describe('reading imports', () => {
  it('is not for support; rejects hold addresses, so not for admin either', async () => {
    const [support, admin] = [await desk.signIn('support'), await desk.signIn('admin')];
    for (const path of ['/api/imports', '/api/imports/1', '/api/imports/1/rejects.csv',
      '/api/imports/1/binding-refusals', '/api/import-rejects']) {
      expect((await support.agent.get(path)).status, path).toBe(403);
    }
    for (const path of ['/api/imports/1/rejects.csv', '/api/import-rejects', '/api/import-rejects.csv']) {
      expect((await admin.agent.get(path)).status, path).toBe(403);
    }
  });

  it.each(['abc', '01', '999999', '1e3', '-1'])('404 where there is none: %s', async (id) => {
    for (const path of [`/api/imports/${id}`,
      `/api/imports/${id}/rejects.csv`]) expect((await operations.agent.get(path)).status, path).toBe(404);
  });

  it('nothing that was taken in can be changed or undone through it', async () => {
    for (const method of ['put', 'delete', 'patch'] as const) {
      const answer = await operations.agent[method]('/api/imports/1').set('X-CSRF-Token',
        operations.csrfToken).send({ state: 'done', accepted: 7 });
      expect(answer.status).toBe(405);
    }
    await expect(desk.context.database.transaction((transaction) => execute(transaction,
      'DELETE FROM trades'))).rejects.toThrow();
  });
});
