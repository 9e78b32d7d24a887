import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { writeAudit } from '../../server/audit/service.ts';
import { DAY_MS, dayOf } from '../../server/calendar.ts';
import { exportAudit, exportCommissions, exportEvaluation } from '../../server/exports/exports.ts';
import { writeChunks } from '../../server/exports/stream.ts';
import { openConsole, startOfTests, type Person, type TestConsole } from './console.ts';
import { firstDay, recordCount, seedWorld } from './lists-world.ts';

let desk: TestConsole;
let operations: Person;

beforeAll(async () => {
  desk = await openConsole();
  await seedWorld(desk);
  operations = await desk.signIn('operations');
});
afterAll(() => desk.close());

async function textOf(chunks: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

function parse(text: string): Record<string, string>[] {
  expect(text.endsWith('\n')).toBe(true);
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true, newline: '\n', delimiter: ',' });
  expect(errors).toEqual([]);
  return data;
}

const days = (from: number, to: number) => ({ from: dayOf(firstDay + from * DAY_MS), to: dayOf(firstDay + to * DAY_MS) });

describe('the export of commissions', () => {
  it('has the columns of the contract and the values of the list', async () => {
    const text = await textOf(await exportCommissions(desk.context.database.read, days(0, 5), startOfTests));
    expect(text.split('\n')[0]).toBe('record_id,trade_id,kind,inviter_uid,invitee_uid,programme,executed_at,product,family,tier,rate_bps,' +
      'base,amount,currency,reason,status,run_day,distributed_at,reverses');
    const lines = parse(text);
    expect(lines).toHaveLength(recordCount);
    const { body } = await operations.agent.get('/api/commissions').query({ sort: '["executed_at","ASC"]', range: '[0,999]' });
    const columns = Object.keys(lines[0] as object);
    const asText = (value: unknown): string => (value === null ? '' : String(value));
    expect(lines).toEqual((body as Record<string, unknown>[]).map((row) => Object.fromEntries(columns.map((name) => [name, asText(row[name])]))));
  });

  it('is of whole UTC days, both ends included, and of one affiliate', async () => {
    const { read } = desk.context.database;
    const all = parse(await textOf(await exportCommissions(read, days(0, 5), startOfTests)));
    const some = parse(await textOf(await exportCommissions(read, { ...days(1, 2), affiliate: 'B-2' }, startOfTests)));
    const { from, to } = days(1, 2);
    const within = ({ executed_at = '' }: Record<string, string>): boolean => executed_at >= from && executed_at.slice(0, 10) <= to;
    expect(some).toEqual(all.filter((line) => line.inviter_uid === 'B-2' && within(line)));
    expect(some.length).toBeGreaterThan(0);
    expect(await textOf(await exportCommissions(read, days(20, 21), startOfTests))).toMatch(/^record_id.*\n$/);
  });
});

it('the export of an evaluation is that of its month', async () => {
  const text = await textOf(await exportEvaluation(desk.context.database.read, '2026-01', desk.context.clock.now()));
  expect(text).toBe(
    'affiliate_uid,programme,tier_before,qualified_invitees,qualified_volume_usdt,tier_reached,outcome,boosted,review_state\n' +
      'B-2,referral,0,2,15000002.5,1,promotion,false,pending\n' +
      'a-1,referral,0,1,120,0,retention,false,\n' +
      'b-3,partner,0,,92233720370.00000005,2,promotion,true,\n',
  );
});

describe('a text cell', () => {
  const texts = [
    '=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x', ' =1', '   @x', '\u00a0=1',
    'a=1', "'=1", 'plain', 'with, comma', 'with "quotes"', 'two\nlines', '=", "', 'ünï 😀', '',
  ];

  it('is quoted as RFC 4180 says, and never begins as a formula', async () => {
    const { database, clock } = desk.context;
    for (const reason of texts) {
      await database.transaction((transaction) => writeAudit(transaction, {
        at: clock.now(), actor: systemActor, action: 'run.started', subject_type: 'runs', subject_id: '1', changes: {}, reason,
      }));
    }
    const today = dayOf(clock.now());
    const lines = parse(await textOf(exportAudit(database.read, { from: today, to: today })));
    expect(Object.keys(lines[0] as object)).toEqual([
      'seq', 'at', 'actor', 'role', 'action', 'subject_type', 'subject_id', 'changes', 'reason', 'prev', 'hash',
    ]);
    const written = lines.filter((line) => line.action === 'run.started').map((line) => line.reason as string);
    const guarded = texts.map((text) => (/^[ \u00a0]*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text));
    expect(written).toEqual(guarded);
  });

  it('leaves ids and numbers as they are', async () => {
    const { database } = desk.context;
    await database.transaction((transaction) => execute(
      transaction,
      `INSERT INTO commission_records (id, kind, inviter_id, programme, executed_at, product, family, base_e8, amount_e8, currency, reason, checks, status, run_id,
         run_day, known_at, reverses_id)
       VALUES (10001, 'reversal', 1, 'referral', :at, '', '', 0, -150000001, 'USDT', '', '', 'open', 1, '2026-02-28', 1, 1)`,
      { at: firstDay + 40 * DAY_MS },
    ));
    const [line] = parse(await textOf(await exportCommissions(database.read, days(40, 40), startOfTests)));
    expect(line).toMatchObject({ amount: '-1.50000001', base: '0', trade_id: '', invitee_uid: '', product: '', reverses: '1', tier: '', status: 'open' });
  });
});

describe('GET /api/<resource>.csv', () => {
  it('streams the filtered, sorted list and leaves its trace', async () => {
    const answer = await operations.agent.get('/api/affiliates.csv').query({ sort: '["uid","ASC"]', filter: '{"enrolled":"open"}' });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/csv/);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="affiliates-2026-03-11.csv"');
    const lines = parse(answer.text);
    expect(lines.map((line) => line.uid)).toEqual(['10', 'B-2', 'Z.4', 'a-1', 'b-3', 'z:5']);
    expect(lines.map((line) => line.referral_code)).toContain("'=1+1");
    expect(lines.find((line) => line.uid === 'a-1')?.name).toBe(`'=HYPERLINK("http://x")`);
    const compliance = await desk.signIn('compliance');
    const { body } = await compliance.agent.get('/api/audit-events').query({ filter: '{"action":"export.made"}' });
    expect(body[0]).toMatchObject({ actor: 'operations@demo.test', subject_type: 'affiliates', changes: { filtered_by: { old: null, new: ['enrolled'] } } });
  });

  it('is for the roles that may, checks what it is asked, and knows its resources', async () => {
    for (const who of ['support', 'admin']) {
      expect((await (await desk.signIn(who)).agent.get('/api/commissions.csv')).status).toBe(403);
    }
    expect((await operations.agent.get('/api/audit-events.csv')).status).toBe(403);
    expect((await operations.agent.get('/api/commissions.csv').query({ filter: '{"status":"open"}' })).body.error.code).toBe('needs_bound');
    expect((await operations.agent.get('/api/affiliates.csv').query({ filter: '{"password_hash":"x"}' })).body.error.details.field).toBe('password_hash');
    expect((await operations.agent.get('/api/nothing.csv')).status).toBe(404);
    expect((await operations.agent.get('/api/referrals.csv').query({ filter: '{"inviter_uid":"a-1"}' })).text.split('\n')).toHaveLength(7);
  });
});

describe('a stream', () => {
  async function* endless(counter: { made: number }): AsyncGenerator<string> {
    for (;;) {
      counter.made += 1;
      yield 'x'.repeat(1000);
    }
  }

  it('makes no more than the other side takes, and stops when it goes', async () => {
    const counter = { made: 0 };
    const stream = new PassThrough({ highWaterMark: 4000 });
    const done = writeChunks(endless(counter), stream);
    await once(stream, 'readable');
    await new Promise((resolve) => setImmediate(resolve));
    expect(counter.made).toBeLessThan(12);
    stream.destroy();
    expect(await done).toBe(false);
  });
});
