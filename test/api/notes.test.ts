import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { row } from '../../db/statement.ts';
import { noteSubjects } from '../../server/notes/contract.ts';
import { smallWorld } from '../db/small-world.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';
import { insertRequests } from './requests.ts';

let desk: PlayedConsole;
let support: Person;
/** One subject of each kind, by type: its id and whose timeline it stands in. */
let subjects: Record<string, [id: string, affiliate: string]>;

beforeAll(async () => {
  desk = await openPlayed(smallWorld);
  support = await desk.signIn('support');
  const made = await insertRequests(desk.context.database, 'ada');
  const record = await row<{ id: number }>(desk.context.database.read,
    `SELECT min(c.id) AS id FROM commission_records c JOIN accounts a ON a.id = c.inviter_id WHERE a.uid = 'pam'`);
  subjects = {
    affiliates: ['bob', 'bob'], 'status-changes': [made.applied, 'ada'], 'tier-reviews': [await desk.reviewOf('ada'), 'ada'],
    commissions: [String(record?.id), 'pam'], reversals: [made.reversal, 'ada'], corrections: [made.correction, 'ada'],
    'payout-lines': [made.line, 'ada'],
    applications: [await filed(support, 'applications', { uid: 'eve', channels: 'a channel', audience: 'people', text: 'words' }), 'eve'],
    'content-reviews': [
      await filed(await desk.signIn('operations'), 'content-reviews', { affiliate_uid: 'ada', url: 'https://example.org/', channel: 'blog', text: 'words' }), 'ada',
    ],
  };
});
afterAll(() => desk.close());

async function filed(who: Person, resource: string, body: object): Promise<string> {
  const answer = await who.post(`/api/${resource}`, body);
  expect(answer.status).toBe(201);
  return answer.body.id as string;
}

const text = 'called back: she asks why <b>March</b> was late';

async function refusal(body: object, who = support): Promise<unknown[]> {
  const answer = await who.post('/api/notes', { subject_type: 'affiliates', subject_id: 'ada', text, ...body });
  return [answer.status, answer.body.error.code, answer.body.error.details.field];
}

describe('writing', () => {
  it.each(noteSubjects)('beside one of %s', async (type) => {
    const [subject_id, affiliate_uid] = subjects[type] as [string, string];
    const { status, body } = await support.post('/api/notes', { subject_type: type, subject_id, text: `  ${text}\n` });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: body.id, subject_type: type, subject_id, affiliate_uid, kind: 'note', text, author: 'support@demo.test', at: '2026-03-11T09:00:00.000Z',
    });
    expect((await support.agent.get(`/api/notes/${body.id}`)).body).toEqual(body);
    const filter = JSON.stringify({ subject_type: type, subject_id });
    expect((await support.agent.get('/api/notes').query({ filter })).body).toEqual([body]);
  });

  it('feedback of the affiliate (ENR-8)', async () => {
    const { body } = await support.post('/api/notes', { subject_type: 'affiliates', subject_id: 'pro', kind: 'feedback', text: 'likes the new links' });
    expect(body).toMatchObject({ kind: 'feedback', affiliate_uid: 'pro' });
    for (const filter of ['{"affiliate_uid":"pro"}', '{"affiliate_uid":["pro","nobody"],"kind":"feedback"}', '{"q":"pro"}']) {
      expect((await support.agent.get('/api/notes').query({ filter })).body, filter).toEqual([body]);
    }
  });

  it.each<[object, unknown[]]>([
    [{ subject_id: 'nobody' }, [422, 'bad_value', 'subject_id']],
    [{ subject_type: 'commissions', subject_id: '99999' }, [422, 'bad_value', 'subject_id']],
    [{ subject_type: 'commissions', subject_id: '01' }, [422, 'bad_value', 'subject_id']],
    [{ subject_type: 'tier-reviews', subject_id: 'ada' }, [422, 'bad_value', 'subject_id']],
    [{ subject_type: 'payout-lines', subject_id: '9999999999999999999999' }, [422, 'bad_value', 'subject_id']],
    [{ subject_type: 'applications', subject_id: '99999' }, [422, 'bad_value', 'subject_id']],
    [{ subject_type: 'content-reviews', subject_id: 'ada' }, [422, 'bad_value', 'subject_id']],
    [{ subject_type: 'staff', subject_id: '1' }, [422, 'bad_value', 'subject_type']],
    [{ kind: 'secret' }, [422, 'bad_value', 'kind']],
    [{ text: '   ' }, [422, 'bad_value', 'text']],
    [{ text: 'x'.repeat(4_001) }, [422, 'bad_value', 'text']],
    [{ text: 'a\0b' }, [400, 'bad_request', undefined]],
    [{ author: 'admin@demo.test' }, [400, 'bad_request', 'author']],
    [{ at: '2020-01-01T00:00:00.000Z' }, [400, 'bad_request', 'at']],
  ])('is refused: %#', async (body, expected) => {
    expect(await refusal(body)).toEqual(expected);
  });

  it('is not for admin, nor is reading', async () => {
    const admin = await desk.signIn('admin');
    expect(await refusal({}, admin)).toEqual([403, 'forbidden', undefined]);
    expect((await admin.agent.get('/api/notes')).status).toBe(403);
  });
});

it('a note is never changed or removed', async () => {
  const { body } = await support.post('/api/notes', { subject_type: 'affiliates', subject_id: 'eve', text });
  const path = `/api/notes/${body.id}`;
  for (const method of ['put', 'patch', 'delete'] as const) {
    const answer = await support.agent[method](path).set('X-CSRF-Token', support.csrfToken).send({ text: 'something else' });
    expect(answer.status, method).toBe(405);
  }
  expect((await support.agent.get(path)).body).toEqual(body);
  await expect(desk.context.database.transaction((transaction) => transaction('notes').where({ id: body.id }).update({ author: 'x' }))).rejects.toThrow();
});

it('the audit tells that there was a note, not what it says', async () => {
  const { body: note } = await support.post('/api/notes', { subject_type: 'affiliates', subject_id: 'eve', text });
  const compliance = await desk.signIn('compliance');
  const { body } = await compliance.agent.get('/api/audit-events').query({ filter: `{"subject_type":"notes","subject_id":"${note.id}"}` });
  expect(body).toMatchObject([{ action: 'note.written', actor: 'support@demo.test', changes: { subject_id: { old: null, new: 'eve' } } }]);
  expect(JSON.stringify(body)).not.toContain('March');
  expect(desk.logged()).not.toContain('March');
});
