/** Records drawn for inspection, performed again, concluded and signed off (issue 6, the compliance desk; REF-8). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { row, rows, type Transaction } from '../../db/statement.ts';
import type { SampleRecordRow, SampleRow } from '../../server/audit-samples/contract.ts';
import { drawRecords } from '../../server/audit-samples/draw.ts';
import { testEngine } from '../database.ts';
import type { Person, TestConsole } from './console.ts';
import { listOf, openOverseen, text } from './overseen.ts';

let desk: TestConsole;
let compliance: Person;
beforeEach(async () => {
  desk = await openOverseen();
  compliance = await desk.signIn('compliance');
});
afterEach(() => desk.close());

const january = { seed: 'spring inspection', filter: { month: '2026-01' }, size: 25 };

async function drawn(body: object = january): Promise<SampleRow> {
  const answer = await compliance.post('/api/audit-samples', body);
  expect(answer.status, answer.text).toBe(201);
  return answer.body as SampleRow;
}

const recordsOf = ({ id }: SampleRow): Promise<SampleRecordRow[]> => listOf<SampleRecordRow>(compliance, 'audit-sample-records', { sample_id: id });

/** Alters a record behind the triggers. */
async function doctor(alter: string, id: string | number): Promise<void> {
  await desk.context.database.transaction(async (transaction: Transaction) => {
    await transaction.raw(`DROP TRIGGER commission_records_no_update${testEngine === 'postgres' ? ' ON commission_records' : ''}`);
    await transaction.raw(`UPDATE commission_records SET ${alter} WHERE id = ${id}`);
  });
}

describe('drawing', () => {
  it('is for compliance and nobody else', async () => {
    const { id } = await drawn();
    for (const who of ['operations', 'support', 'admin']) {
      const person = await desk.signIn(who);
      expect((await person.post('/api/audit-samples', january)).status).toBe(403);
      expect((await person.post(`/api/audit-samples/${id}/sign-off`, { conclusion: 'satisfactory', comment: text })).status).toBe(403);
      expect((await person.post('/api/audit-sample-records/1/conclude', { conclusion: 'exception', note: text })).status).toBe(403);
      expect((await person.agent.get('/api/audit-samples')).status).toBe(403);
      expect((await person.agent.get('/api/audit-sample-records')).status).toBe(403);
      expect((await person.agent.get('/api/audit-sample-records.csv')).status).toBe(403);
    }
  });

  it('performs each record of the month again, and shows both figures and the checks', async () => {
    const sample = await drawn();
    const population = await row<{ n: number }>(desk.context.database.read,
      `SELECT count(*) AS n FROM commission_records WHERE kind = 'commission' AND executed_at >= 1767225600000 AND executed_at < 1769904000000`);
    expect(sample).toMatchObject({
      seed: 'spring inspection', filter: { month: '2026-01' }, size: 25, population: population?.n, records: 25, differing: 0, unconcluded: 0,
      exceptions: 0, state: 'open', drawn_by: 'compliance@demo.test', drawn_at: '2026-03-11T09:00:00.000Z', conclusion: null, signed_by: null,
    });
    const records = await recordsOf(sample);
    expect(records.map(({ position }) => position)).toEqual(records.map((_, place) => place + 1));
    expect(records.map(({ draw }) => draw)).toEqual(records.map(({ draw }) => draw).sort());
    for (const record of records) {
      expect(record).toMatchObject({ agrees: true, derived_amount: record.stored_amount, derived: record.stored, conclusion: 'as_recorded', note: null });
      expect(record.stored.checks).toMatch(/^[01-]{9}$/);
      const { body } = await compliance.agent.get(`/api/commissions/${record.record_id}/explain`);
      expect([body.amount, body.base, body.rate_bps]).toEqual([record.derived?.amount, record.derived?.base, record.derived?.rate_bps]);
    }
  });

  it('comes out the same by the same seed, also later and when asked of the statement alone', async () => {
    const ids = (list: SampleRecordRow[]): string[] => list.map(({ record_id }) => record_id);
    const [one, other, third] = [await drawn(), await drawn(), await drawn({ ...january, seed: 'another' })];
    expect(ids(await recordsOf(other))).toEqual(ids(await recordsOf(one)));
    expect(ids(await recordsOf(third))).not.toEqual(ids(await recordsOf(one)));
    const again = await drawRecords(desk.context.database.read, { seed: one.seed, filter: one.filter, size: one.size }, Number(one.last_record_id));
    expect([again.population, again.drawn.map(({ record_id }) => String(record_id))]).toEqual([one.population, ids(await recordsOf(one))]);
  });

  it('takes a seed that nobody chose where none is given', async () => {
    const [head] = await listOf<{ hash: string }>(compliance, 'audit-events');
    const { seed, records } = await drawn({ filter: { month: '2026-01' } });
    expect([seed, records]).toEqual([head?.hash.slice(0, 32), 25]);
  });

  it.each([
    [{ programme: 'pro' }, `r.programme = 'pro'`], [{ affiliate_uid: 'ada' }, `i.uid = 'ada'`], [{ reason: 'earns' }, `r.reason = ''`],
    [{ reason: 'vip_excluded' }, `r.reason = 'vip_excluded'`], [{ currency: 'SHIB', programme: 'partner' }, `r.currency = 'SHIB' AND r.programme = 'partner'`],
  ])('draws from what %j leaves, and counts it whole', async (more, where) => {
    const [counted] = await rows<{ n: number }>(desk.context.database.read,
      `SELECT count(*) AS n FROM commission_records r JOIN accounts i ON i.id = r.inviter_id
       WHERE r.kind = 'commission' AND r.executed_at >= 1767225600000 AND r.executed_at < 1769904000000 AND ${where}`);
    const answer = await compliance.post('/api/audit-samples', { ...january, filter: { month: '2026-01', ...more }, size: 200 });
    if (counted?.n === 0) expect([answer.status, answer.body.error.code]).toEqual([422, 'nothing_to_draw']);
    else expect(answer.body).toMatchObject({ population: counted?.n, records: counted?.n, filter: { month: '2026-01', ...more } });
  });

  it.each([
    [{ ...january, filter: {} }, 400, 'filter.month'], [{ ...january, filter: { month: '2026-13' } }, 422, 'filter.month'], [{ ...january, size: 0 }, 422, 'size'],
    [{ ...january, size: 201 }, 422, 'size'], [{ ...january, seed: '' }, 422, 'seed'], [{ ...january, filter: { month: '2026-01', reason: 'x' } }, 422, 'filter.reason'],
    [{ ...january, filter: { month: '2026-01', status: 'open' } }, 400, 'filter.status'], [{ ...january, filter: { month: '2019-01' } }, 422, undefined],
    [{ ...january, filter: { month: '2026-01', affiliate_uid: 'nobody' } }, 422, undefined],
  ])('refuses %j, and writes nothing', async (body, status, field) => {
    const before = await row(desk.context.database.read, 'SELECT count(*) AS n FROM audit_events');
    const answer = await compliance.post('/api/audit-samples', body);
    expect([answer.status, answer.body.error.details.field]).toEqual([status, field]);
    expect(await row(desk.context.database.read, 'SELECT count(*) AS n FROM audit_events')).toEqual(before);
  });

  it('leaves in the audit what was drawn, from what, and what differed', async () => {
    const sample = await drawn();
    const [event] = await listOf<{ changes: Record<string, { new: unknown }>; actor: string }>(compliance, 'audit-events', { action: 'audit_sample.drawn' });
    expect(event).toMatchObject({ actor: 'compliance@demo.test', subject_type: 'audit-samples', subject_id: sample.id });
    expect(event?.changes['population']?.new).toBe(sample.population);
    expect((event?.changes['record_ids']?.new as number[] | undefined)?.map(String)).toEqual((await recordsOf(sample)).map(({ record_id }) => record_id));
  });
});

describe('performing again', () => {
  it.each([
    ['an amount', 'amount_e8 = amount_e8 + 1', 'amount'], ['a rate', 'rate_bps = rate_bps + 1', 'rate_bps'],
    ['a base', 'base_e8 = base_e8 - 1', 'base'], ['the checks', `checks = '111111110'`, 'checks'], ['the inviter', 'inviter_id = inviter_id + 1', 'inviter_uid'],
  ] as const)('finds a record in which somebody altered %s', async (_what, alter, name) => {
    const found = await row<{ id: number }>(desk.context.database.read, `SELECT min(id) AS id FROM commission_records WHERE amount_e8 > 0 AND kind = 'commission'`);
    const id = String(found?.id);
    await doctor(alter, id);
    const sample = await drawn({ ...january, size: 200 });
    expect([sample.differing, sample.unconcluded]).toEqual([1, 1]);
    const records = await recordsOf(sample);
    const wrong = records.filter(({ agrees }) => !agrees);
    expect(wrong.map(({ record_id }) => record_id)).toEqual([id]);
    expect(wrong[0]?.conclusion).toBeNull();
    expect(wrong[0]?.stored[name]).not.toEqual(wrong[0]?.derived?.[name]);
    if (name === 'amount') expect(wrong[0]?.stored_amount).not.toBe(wrong[0]?.derived_amount);
  });
});

describe('concluding and signing off', () => {
  const signOff = (id: string, body: object = { conclusion: 'satisfactory', comment: text }) => compliance.post(`/api/audit-samples/${id}/sign-off`, body);

  it('is one person’s, with a conclusion and words, and freezes the sample', async () => {
    const sample = await drawn();
    const [record] = await recordsOf(sample);
    const signed = await signOff(sample.id);
    expect(signed.body).toMatchObject({
      state: 'signed_off', conclusion: 'satisfactory', comment: text, signed_by: 'compliance@demo.test', signed_at: '2026-03-11T09:00:00.000Z',
    });
    const again = await signOff(sample.id);
    const late = await compliance.post(`/api/audit-sample-records/${record?.id}/conclude`, { conclusion: 'exception', note: text });
    expect([again.status, again.body.error.code, late.status, late.body.error.code]).toEqual([409, 'signed_off', 409, 'signed_off']);
    for (const table of ['audit_samples', 'audit_sample_records']) {
      for (const set of ['conclusion = NULL', 'signed_at = NULL', `${table === 'audit_samples' ? 'comment' : 'note'} = 'otherwise'`]) {
        const alter = desk.context.database.transaction((transaction) => transaction.raw(`UPDATE ${table} SET ${set} WHERE signed_at IS NOT NULL`));
        await expect(alter).rejects.toThrow(new RegExp(`${table} is append-only`));
      }
    }
    const events = await listOf<{ action: string; reason: string }>(compliance, 'audit-events', { subject_type: 'audit-samples', subject_id: sample.id });
    expect(events.map(({ action, reason }) => [action, reason])).toEqual([['audit_sample.signed_off', text], ['audit_sample.drawn', null]]);
  });

  it('waits until what differs has a conclusion, which then bears on the whole', async () => {
    const found = await row<{ id: number }>(desk.context.database.read, `SELECT min(id) AS id FROM commission_records WHERE amount_e8 > 0 AND kind = 'commission'`);
    await doctor('amount_e8 = amount_e8 + 1', String(found?.id));
    const sample = await drawn({ ...january, size: 200 });
    const wrong = (await recordsOf(sample)).find(({ agrees }) => !agrees) as SampleRecordRow;
    const early = await signOff(sample.id);
    expect([early.status, early.body.error]).toEqual([409, expect.objectContaining({ code: 'not_concluded', details: { unconcluded: 1 } })]);
    const conclude = (body: object) => compliance.post(`/api/audit-sample-records/${wrong.id}/conclude`, body);
    const refused = await Promise.all([conclude({ conclusion: 'as_recorded', note: text }), conclude({ conclusion: 'exception' }), conclude({ conclusion: 'exception', note: 'short' })]);
    expect(refused.map(({ status, body }) => [status, body.error.details.field])).toEqual([[422, 'conclusion'], [422, 'note'], [422, 'note']]);
    const concluded = await conclude({ conclusion: 'exception', note: text });
    expect(concluded.body).toMatchObject({ conclusion: 'exception', note: text, concluded_by: 'compliance@demo.test', concluded_at: '2026-03-11T09:00:00.000Z' });
    const rosy = await signOff(sample.id);
    expect([rosy.status, rosy.body.error.details]).toEqual([422, { field: 'conclusion', exceptions: 1 }]);
    expect((await signOff(sample.id, { conclusion: 'with_exceptions', comment: text })).status).toBe(200);
  });

  it.each([
    ['audit-samples/99/sign-off', { conclusion: 'satisfactory', comment: text }, 404], ['audit-sample-records/9999/conclude', { conclusion: 'as_recorded' }, 404],
    ['audit-samples/1/sign-off', { conclusion: 'satisfactory', comment: 'short' }, 422], ['audit-samples/1/sign-off', { conclusion: 'fine', comment: text }, 422],
    ['audit-samples/1/sign-off', { conclusion: 'satisfactory' }, 400],
  ])('refuses %s %j', async (path, body, status) => {
    expect((await compliance.post(`/api/${path}`, body)).status).toBe(status);
  });

  it('goes out as a work paper in which every line says by what it was drawn and who signed', async () => {
    const sample = await drawn({ ...january, size: 3 });
    await signOff(sample.id);
    const answer = await compliance.agent.get('/api/audit-sample-records.csv').query({ filter: JSON.stringify({ sample_id: sample.id }) });
    const [header, ...lines] = answer.text.trimEnd().split('\n');
    expect(header).toMatch(/^id,sample_id,seed,filter,population,position,record_id,trade_id,inviter_uid,draw,currency,stored_amount,derived_amount,agrees,/);
    expect(lines).toHaveLength(3);
    const [first] = await recordsOf(sample);
    expect(lines[0]).toContain(`,spring inspection,"{""month"":""2026-01""}",${sample.population},1,${first?.record_id},`);
    expect(lines[0]).toContain(`,${first?.stored_amount},${first?.derived_amount},true,`);
    for (const line of lines) expect(line).toMatch(/,satisfactory,compliance@demo\.test,2026-03-11T09:00:00\.000Z$/);
  });
});
