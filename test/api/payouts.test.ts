import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { execute, row } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { exportPayout } from '../../server/exports/exports.ts';
import { importFile } from '../../server/imports/service.ts';
import { runPayout } from '../../server/payouts/run.ts';
import { verify } from '../../server/verify/service.ts';
import { account, activates, commissionRun, story, times, trades } from '../worlds/story.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';

let desk: PlayedConsole;
const people = {} as Record<'operations' | 'operations2' | 'compliance' | 'compliance2' | 'support' | 'admin', Person>;
/** Batches of three days, each with a line of ada and one of eve; the first was started by hand. */
const batches: string[] = [];
const days = ['2026-03-07', '2026-03-08', '2026-03-09'];

beforeAll(async () => {
  desk = await openPlayed(story(
    account('ada'), account('eve'), account('guest', { by: 'ada' }), account('visitor', { by: 'eve' }),
    activates('ada', 'pro', '2026-01-02'), activates('eve', 'pro', '2026-01-02'),
    // 20 % of the fee: 0.2 and 0.4 of ada, 0.6 of eve on each day.
    times(3, (n) => [
      trades(`a${n}`, 'guest', `2026-03-0${n + 6}`, { fee: '1' }), trades(`b${n}`, 'guest', `2026-03-0${n + 6}`, { fee: '2' }),
      trades(`c${n}`, 'visitor', `2026-03-0${n + 6}`, { fee: '3' }), commissionRun(`2026-03-0${n + 6}`),
    ]),
  ));
  for (const who of ['operations', 'operations2', 'compliance', 'compliance2', 'support', 'admin'] as const) people[who] = await desk.signIn(who);
});
afterAll(() => desk.close());

const comment = 'looked at every one of them';

async function answer(who: keyof typeof people, path: string, body: object = {}): Promise<[number, string | undefined]> {
  const { status, body: said } = await people[who].post(`/api/${path}`, body);
  return [status, said.error?.code];
}

async function get<T = Record<string, unknown>>(path: string, query: Record<string, string> = {}, who: keyof typeof people = 'operations'): Promise<T> {
  const { status, body, text } = await people[who].agent.get(`/api/${path}`).query(query);
  expect(status, text).toBe(200);
  return body as T;
}

async function linesOf(batch: string | undefined): Promise<Record<string, unknown>[]> {
  return get('payout-lines', { filter: JSON.stringify({ batch_id: batch }), sort: '["affiliate_uid","ASC"]' });
}

async function confirm(...list: [line: unknown, status: string][]): Promise<void> {
  const text = ['line_id,status,at,reference', ...list.map(([line, status]) => `${String(line)},${status},2026-03-10T05:00:00Z,ref ${String(line)}`)].join('\n');
  const job = { feed: 'payout-confirmations' as const, file_name: 'c.csv', bytes_total: text.length, dry_run: false, actor: systemActor };
  await importFile(desk.context.database, desk.context.clock, job, (async function* () { yield new TextEncoder().encode(text); })());
}

// These go on from each other, as days do.
describe('a payout run', () => {
  it.each<[object, number, string]>([
    [{ kind: 'payout', day: '2026-03-11' }, 409, 'day_not_over'],
    [{ kind: 'payout', day: '2026-03-10' }, 409, 'commission_run_missing'],
    [{ kind: 'payout', month: '2026-02' }, 422, 'bad_value'],
    [{ kind: 'payout' }, 422, 'bad_value'],
    [{ kind: 'payout', day: '1969-12-31' }, 422, 'bad_value'],
  ])('%j is refused: %i %s', async (body, status, code) => {
    expect(await answer('operations', 'runs', body)).toEqual([status, code]);
  });

  it('dry says what would come out, and writes nothing', async () => {
    const { body } = await people.operations.post('/api/runs', { kind: 'payout', day: days[0], dry_run: true });
    expect(body.result).toEqual({ day: days[0], run_id: null, batch_id: null, lines: 2, totals: [{ currency: 'USDT', amount: '1.2' }] });
    expect(await get('payouts')).toEqual([]);
  });

  it('is made by a process of its own, and keeps who started it by hand', async () => {
    const { status, body } = await people.operations.post('/api/runs', { kind: 'payout', day: days[0] });
    expect(status).toBe(202);
    const run = await vi.waitUntil(async () => {
      const found = await get(`runs/${body.id}`);
      return found['state'] === 'running' ? undefined : found;
    }, { timeout: 50_000, interval: 200 });
    const result = run['result'] as { batch_id: string };
    batches.push(result.batch_id);
    expect(run).toMatchObject({
      kind: 'payout', day: days[0], month: null, state: 'done', progress: 1,
      result: { day: days[0], run_id: body.id, lines: 2, totals: [{ currency: 'USDT', amount: '1.2' }] },
    });
    for (const day of days.slice(1)) {
      batches.push((await runPayout(desk.context.database, desk.context.clock, day, systemActor)).batch_id as string);
    }
    expect(await get(`payouts/${batches[0]}`)).toMatchObject({
      id: batches[0], day: days[0], state: 'ready', lines: 2, totals: [{ currency: 'USDT', amount: '1.2' }], deadline_at: '2026-03-08T05:00:00.000Z',
      created_by: 'operations@demo.test', released_by: null, paid_at: null, progress: 0, kept: false,
      line_states: [{ status: 'ready', lines: 2, totals: [{ currency: 'USDT', amount: '1.2' }] }],
    });
    expect(await get<unknown[]>('payouts', { filter: JSON.stringify({ created_by: 'system', state: ['ready'] }) })).toHaveLength(2);
  });
});

describe('a release', () => {
  it('is for operations alone, and not for who started the batch by hand', async () => {
    for (const who of ['compliance', 'support', 'admin'] as const) {
      expect(await answer(who, `payouts/${batches[0]}/release`)).toEqual([403, 'forbidden']);
      expect(await answer(who, 'payouts/release', { ids: batches })).toEqual([403, 'forbidden']);
    }
    expect(await get(`payouts/${batches[0]}/release-preview`)).toEqual({
      goes_out: { lines: 2, totals: [{ currency: 'USDT', amount: '1.2' }] }, withdrawn: [], stopped: false, own: true,
    });
    expect(await answer('operations', `payouts/${batches[0]}/release`)).toEqual([403, 'own_request']);
    expect(await answer('operations', 'payouts/987/release')).toEqual([404, 'not_found']);
    expect(await answer('operations2', `payouts/${batches[0]}/release`, { comment: 'short' })).toEqual([422, 'bad_value']);
    expect(await answer('operations2', `payouts/${batches[0]}/release`, { state: 'paid' })).toEqual([400, 'bad_request']);
    expect(await get(`payouts/${batches[0]}`)).toMatchObject({ state: 'ready' });
  });

  it('has no export before it', async () => {
    expect((await people.operations.agent.get(`/api/payouts/${batches[0]}/export.csv`)).body.error.code).toBe('not_released');
    await expect(exportPayout(desk.context.database.read, batches[0] as string)).rejects.toMatchObject({ code: 'not_released' });
    await expect(exportPayout(desk.context.database.read, '987')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of several: each told what became of it; of six at once one', async () => {
    const { body } = await people.operations.post('/api/payouts/release', { ids: [batches[0], batches[1], '987', 'x'], comment });
    expect(body.results).toEqual([
      { id: batches[0], ok: false, code: 'own_request' }, { id: batches[1], ok: true }, { id: '987', ok: false, code: 'not_found' },
      { id: 'x', ok: false, code: 'not_found' },
    ]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => answer('operations2', `payouts/${batches[0]}/release`, { comment })));
    expect(answers.map(([status, code]) => code ?? status).sort()).toEqual([200, ...Array.from({ length: 5 }, () => 'not_pending')]);
    expect(await get(`payouts/${batches[0]}`)).toMatchObject({
      state: 'released', released_by: 'operations2@demo.test', released_at: '2026-03-11T09:00:00.000Z', comment,
    });
    const events = await get<{ subject_id: string; reason: string; changes: object }[]>('audit-events', { filter: '{"action":"payout.released"}' }, 'compliance');
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({ subject_id: batches[0], reason: comment, changes: { lines: { new: { released: 2, withdrawn: {} } } } });
  });

  it('makes the export for the payment system', async () => {
    const [ada, eve] = await linesOf(batches[0]);
    const { status, text, headers } = await people.compliance.agent.get(`/api/payouts/${batches[0]}/export.csv`);
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/csv')]);
    expect(text).toBe([
      'line_id,batch_id,affiliate_uid,currency,amount,records,destination,ledger_type,status',
      `${String(ada?.['id'])},${batches[0]},ada,USDT,0.6,2,spot,Referral Commission,released`,
      `${String(eve?.['id'])},${batches[0]},eve,USDT,0.6,1,spot,Referral Commission,released`, '',
    ].join('\n'));
    for (const who of ['support', 'admin'] as const) {
      expect((await people[who].agent.get(`/api/payouts/${batches[0]}/export.csv`)).status).toBe(403);
    }
    expect((await get<unknown[]>('audit-events', { filter: '{"action":"export.made"}' }, 'compliance')).length).toBe(1);
  });
});

describe('the stop for all payouts (PAY-7)', () => {
  const reason = 'fees of a whole day look wrong';
  let stop: string;

  it('is compliance’s alone, and there is one at a time', async () => {
    for (const who of ['operations', 'support', 'admin'] as const) expect(await answer(who, 'payout-stops', { reason })).toEqual([403, 'forbidden']);
    expect(await answer('compliance', 'payout-stops', { reason: 'no' })).toEqual([422, 'bad_value']);
    const { status, body } = await people.compliance.post('/api/payout-stops', { reason });
    expect([status, body]).toEqual([201, {
      id: expect.any(String), reason, stopped_by: 'compliance@demo.test', stopped_at: '2026-03-11T09:00:00.000Z', state: 'active', resume_reason: null,
      resume_requested_by: null, resume_requested_at: null, lifted_by: null, lifted_at: null,
    }]);
    stop = body.id as string;
    expect(await answer('compliance2', 'payout-stops', { reason })).toEqual([409, 'payouts_stopped']);
    expect(await answer('operations', `payouts/${batches[2]}/release`)).toEqual([409, 'payouts_stopped']);
    expect(await get(`payouts/${batches[2]}/release-preview`)).toMatchObject({ stopped: true, own: false });
  });

  it('goes on when one asks and another of compliance agrees', async () => {
    expect(await answer('compliance2', `payout-stops/${stop}/approve`)).toEqual([409, 'not_pending']);
    expect(await answer('support', `payout-stops/${stop}/resume`, { comment })).toEqual([403, 'forbidden']);
    expect(await answer('compliance', `payout-stops/${stop}/resume`, {})).toEqual([400, 'bad_request']);
    expect(await answer('compliance', `payout-stops/${stop}/resume`, { comment })).toEqual([200, undefined]);
    expect(await answer('operations', `payout-stops/${stop}/resume`, { comment })).toEqual([409, 'already_pending']);
    expect(await answer('compliance', `payout-stops/${stop}/approve`, { comment })).toEqual([403, 'own_request']);
    expect(await answer('compliance', `payout-stops/${stop}/reject`, { comment })).toEqual([403, 'own_request']);
    expect(await answer('operations', `payout-stops/${stop}/approve`, { comment })).toEqual([403, 'forbidden']);
    expect(await answer('compliance2', `payout-stops/${stop}/reject`, {})).toEqual([400, 'bad_request']);
    expect(await answer('compliance2', `payout-stops/${stop}/reject`, { comment })).toEqual([200, undefined]);
    expect(await get(`payout-stops/${stop}`)).toMatchObject({ state: 'active', resume_requested_by: null });
    expect(await answer('operations', `payouts/${batches[2]}/release`)).toEqual([409, 'payouts_stopped']);
    expect(await answer('operations', `payout-stops/${stop}/resume`, { comment })).toEqual([200, undefined]);
    expect(await answer('operations', `payouts/${batches[2]}/release`)).toEqual([409, 'payouts_stopped']);
    const answers = await Promise.all(Array.from({ length: 4 }, (_, n) => answer(n % 2 ? 'compliance' : 'compliance2', `payout-stops/${stop}/approve`)));
    expect(answers.map(([status, code]) => code ?? status).sort()).toEqual([200, 'not_pending', 'not_pending', 'not_pending']);
    expect(await get(`payout-stops/${stop}`)).toMatchObject({ state: 'lifted', resume_requested_by: 'operations@demo.test', lifted_at: '2026-03-11T09:00:00.000Z' });
    expect(await answer('operations', `payout-stops/${stop}/resume`, { comment })).toEqual([409, 'not_stopped']);
    expect(await answer('operations', 'payout-stops/987/resume', { comment })).toEqual([404, 'not_found']);
    const told = await get<{ action: string }[]>('audit-events', { filter: '{"subject_type":"payout-stops"}', sort: '["seq","ASC"]' }, 'compliance');
    expect(told.map((event) => event.action)).toEqual([
      'payouts.stopped', 'payouts.resume_requested', 'payouts.resume_rejected', 'payouts.resume_requested', 'payouts.resumed',
    ]);
  });
});

describe('lines', () => {
  it('are confirmed by the feed; a contradiction is shown, and held until compliance settles it', async () => {
    const [ada, eve] = await linesOf(batches[0]);
    await confirm([ada?.['id'], 'paid'], [eve?.['id'], 'failed']);
    await confirm([ada?.['id'], 'failed']);
    expect(await get(`payouts/${batches[0]}`)).toMatchObject({ state: 'paid', progress: 1, kept: false, paid_at: '2026-03-10T05:00:00.000Z' });
    expect(await linesOf(batches[0])).toMatchObject([
      { affiliate_uid: 'ada', status: 'paid', amount: '0.6', confirmed_at: '2026-03-10T05:00:00.000Z', reference: `ref ${String(ada?.['id'])}`,
        conflicts: [{ status: 'failed', at: '2026-03-10T05:00:00.000Z', state: 'open', settled_by: null }] },
      { affiliate_uid: 'eve', status: 'failed', conflicts: [] },
    ]);
    const withOpen = { filter: '{"conflict":"open"}' };
    expect(await get<unknown[]>('payout-lines', withOpen)).toMatchObject([{ id: ada?.['id'] }]);
    expect(await get(`payouts/${batches[2]}/release-preview`)).toEqual({
      goes_out: { lines: 1, totals: [{ currency: 'USDT', amount: '0.6' }] },
      withdrawn: [{ line_id: expect.any(String), affiliate_uid: 'ada', currency: 'USDT', amount: '0.6', because: 'confirmation_conflict' }],
      stopped: false, own: false,
    });
    const path = `payout-lines/${String(ada?.['id'])}/settle`;
    expect(await answer('operations', path, { comment })).toEqual([403, 'forbidden']);
    expect(await answer('compliance', path, {})).toEqual([400, 'bad_request']);
    expect(await answer('compliance', path, { comment })).toEqual([200, undefined]);
    expect(await answer('compliance', path, { comment })).toEqual([409, 'not_pending']);
    expect(await answer('compliance', 'payout-lines/987/settle', { comment })).toEqual([404, 'not_found']);
    expect(await get<unknown[]>('payout-lines', withOpen)).toEqual([]);
    expect((await get(`payouts/${batches[2]}/release-preview`))['withdrawn']).toEqual([]);
  });

  it('lead to their records', async () => {
    const [ada] = await linesOf(batches[0]);
    const filter = JSON.stringify({ payout_line_id: ada?.['id'] });
    const records = await get<Record<string, unknown>[]>('commissions', { filter, sort: '["amount","ASC"]' });
    expect(records).toMatchObject([
      { trade_id: 'a1', amount: '0.2', status: 'paid', distributed_at: '2026-03-10T05:00:00.000Z' }, { trade_id: 'b1', amount: '0.4', status: 'paid' },
    ]);
    for (const none of ['{"payout_line_id":null}', '{"payout_line_id":[]}', '{"payout_line_id":"987"}']) {
      expect(await get('commissions', { filter: none })).toEqual([]);
    }
    expect((await people.operations.agent.get('/api/commissions').query({ filter: '{"payout_line_id":"1 OR 1=1"}' })).status).toBe(400);
  });

  it('are listed by batch, affiliate, status, day and amount, and exported', async () => {
    const ids = async (filter: object): Promise<number> => (await get<unknown[]>('payout-lines', { filter: JSON.stringify(filter) })).length;
    expect(await ids({})).toBe(6);
    expect(await ids({ affiliate_uid: 'ada' })).toBe(3);
    expect(await ids({ affiliate_uid: ['ada', 'eve'], day: days[1] })).toBe(2);
    expect(await ids({ status: 'ready' })).toBe(2);
    expect(await ids({ amount_gt: '0.6' })).toBe(0);
    expect(await ids({ amount: '0.6', currency: 'USDT' })).toBe(6);
    expect(await ids({ q: 'eve' })).toBe(3);
    expect(await ids({ conflict: 'settled' })).toBe(1);
    expect(await ids({ conflict: null })).toBe(5);
    for (const filter of ['{"conflict":"other"}', '{"conflict":["open","none"]}']) {
      const { status, body } = await people.operations.agent.get('/api/payout-lines').query({ filter });
      expect([status, body.error.details.field]).toEqual([400, 'conflict']);
    }
    const { text } = await people.operations.agent.get('/api/payout-lines.csv').query({ filter: JSON.stringify({ batch_id: batches[0] }), sort: '["id","ASC"]' });
    expect(text.split('\n').slice(1, 3).map((line) => line.split(',').at(-1))).toEqual(['paid', 'failed']);
  });
});

describe('a balance (PAY-5)', () => {
  it('has each term by currency', async () => {
    // ada: 3 × 0.6, one paid, two on their way; eve: one failed and so open again.
    const none = { held: '0', carried_over: '0', currency: 'USDT' };
    expect(await get('affiliates/ada/balance')).toEqual([{ ...none, accrued: '1.8', paid: '0.6', in_batch: '1.2', open: '0' }]);
    expect(await get('affiliates/eve/balance', {}, 'support')).toEqual([{ ...none, accrued: '1.8', paid: '0', in_batch: '1.2', open: '0.6' }]);
    expect(await get('affiliates/guest/balance')).toEqual([]);
    expect((await people.operations.agent.get('/api/affiliates/nobody/balance')).status).toBe(404);
  });
});

describe('a line that was paid after all, its records with the next payout again (PAY-3)', () => {
  it('leads to the reversals of its records, which take back what was paid twice', async () => {
    const line = (await linesOf(batches[0])).find((one) => one['affiliate_uid'] === 'eve')?.['id'];
    await confirm([line, 'paid']);
    expect(await get(`payout-lines/${String(line)}`)).toMatchObject({ status: 'failed', conflicts: [{ status: 'paid', state: 'open' }] });
    const records = await get<{ id: string; amount: string }[]>('commissions', { filter: JSON.stringify({ payout_line_id: line }) });
    expect(records.map(({ amount }) => amount)).toEqual(['0.6']);
    const { body } = await people.compliance.post('/api/reversals', {
      record_ids: records.map(({ id }) => id), reason_code: 'correction', text: `Payout line ${String(line)} was paid twice.`,
    });
    expect(body.results).toEqual(records.map(({ id }) => ({ id, ok: true })));
    const [request] = await get<{ id: string }[]>('reversals', { filter: JSON.stringify({ affiliate_uid: 'eve' }) });
    const { version } = await get<{ version: string }>(`reversals/${request?.id}/preview`);
    expect(await answer('compliance', `reversals/${request?.id}/approve`, { preview: version })).toEqual([403, 'own_request']);
    expect(await answer('compliance2', `reversals/${request?.id}/approve`, { preview: version })).toEqual([200, undefined]);
    expect(await answer('compliance', `payout-lines/${String(line)}/settle`, { comment })).toEqual([200, undefined]);
    expect(await get('affiliates/eve/balance')).toMatchObject([{ accrued: '1.2', paid: '0', in_batch: '1.2', open: '0' }]);
    expect((await verify(desk.context.database)).filter(({ wrong }) => wrong > 0)).toEqual([]);
  });
});

it('nothing of it can be written past the console', async () => {
  const { database } = desk.context;
  const before = await row(database.read, 'SELECT sum(amount_units) AS u, sum(amount_fraction_e8) AS f FROM payout_lines');
  for (const sql of ['UPDATE payout_lines SET amount_units = 5', 'DELETE FROM payout_lines', 'UPDATE payout_batches SET created_by_id = NULL, created_by = day',
    'UPDATE payout_line_records SET record_id = record_id + 1', 'DELETE FROM payout_conflicts']) {
    await expect(database.transaction((transaction) => execute(transaction, sql)), sql).rejects.toThrow(/append-only/);
  }
  expect(await row(database.read, 'SELECT sum(amount_units) AS u, sum(amount_fraction_e8) AS f FROM payout_lines')).toEqual(before);
});
