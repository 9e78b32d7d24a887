import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TimelineEntry, TimelinePage } from '../../server/affiliates/contract.ts';
import { settleDue } from '../../server/status-changes/due.ts';
import { smallWorld } from '../db/small-world.ts';
import { account, activates, changes, moment, setsRatio, story } from '../worlds/story.ts';
import { openArriving, type ArrivingConsole } from './arriving.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';
import { insertRequests, type Inserted } from './requests.ts';

async function page(who: Person, uid: string, asked: object = {}): Promise<TimelinePage> {
  const answer = await who.agent.get(`/api/affiliates/${uid}/timeline/entries`).query(asked);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as TimelinePage;
}

const told = ({ at, title }: TimelineEntry): string => `${at.slice(0, 16)} ${title.code} ${JSON.stringify(title.parameters)}`;
const iso = moment;

describe('facts', () => {
  let desk: ArrivingConsole;
  let support: Person;

  beforeAll(async () => {
    desk = await openArriving('2026-01-02 06:00');
    await desk.arrives(story(account('bob', { on: '2026-01-01' }), account('pro', { on: '2026-01-01', by: 'bob' }),
      activates('bob', 'referral', '2026-01-02'), activates('pro', 'pro', '2026-01-02')));
    desk.on('2026-01-13 06:00');
    await desk.arrives(story(changes('bob', 'account_type', 'broker', '2026-01-10 12:00'), changes('bob', 'activity', 'card', '2026-01-11'),
      setsRatio('pro', 'futures', 2_500, '2026-01-13')));
    desk.on('2026-01-14');
    await desk.arrives(story(changes('bob', 'account_type', 'normal', '2026-01-12'), changes('bob', 'kyc_level', 'basic', '2026-01-13')));
    support = await desk.signIn('support');
  });
  afterAll(() => desk.close());

  it('are told newest first, and late ones say when they came to be known', async () => {
    const { entries, next } = await page(support, 'bob');
    const facts = entries.filter(({ kind }) => kind !== 'status_change');
    expect(facts.map(({ at, known_at, title }) => [at, known_at, title.code, title.parameters])).toEqual([
      [iso('2026-01-13'), iso('2026-01-14'), 'kyc_level_changed', { from: 'advanced', to: 'basic' }],
      [iso('2026-01-12'), iso('2026-01-14'), 'account_type_changed', { from: 'broker', to: 'normal' }],
      [iso('2026-01-11'), iso('2026-01-13 06:00'), 'activity', { from: null, to: 'card' }],
      [iso('2026-01-10 12:00'), iso('2026-01-13 06:00'), 'enrolment_ended', { programme: 'referral', end_reason: 'account_type_changed' }],
      [iso('2026-01-10 12:00'), iso('2026-01-13 06:00'), 'account_type_changed', { from: 'normal', to: 'broker' }],
      [iso('2026-01-02'), iso('2026-01-02 06:00'), 'enrolment_begun', { programme: 'referral' }],
      [iso('2026-01-01'), iso('2026-01-02 06:00'), 'registered', { account_type: 'normal', country: 'US' }],
    ]);
    expect(facts.every(({ at, known_at }) => known_at > at)).toBe(true);
    expect(next).toBeNull();
  });

  it('a ratio, and who brought the account', async () => {
    const { entries } = await page(support, 'pro');
    expect(entries[0]).toMatchObject({
      at: iso('2026-01-13'), known_at: iso('2026-01-13 06:00'), kind: 'ratio', title: { code: 'ratio_set', parameters: { family: 'futures', from: null, to: 2500 } },
      subject: { type: 'affiliates', id: 'pro' }, actor: null,
    });
    expect(entries.at(-1)).toMatchObject({ title: { code: 'registered' }, details: { inviter_uid: 'bob' } });
  });
});

describe('an end that lies ahead', () => {
  it('stands in the timeline with whoever brought it, and so does the approval of one that came to nothing', async () => {
    const desk = await openArriving('2026-01-02');
    try {
      await desk.arrives(story(account('pam', { on: '2026-01-01' }), activates('pam', 'partner', '2026-01-02')));
      const [operations, compliance] = [await desk.signIn('operations'), await desk.signIn('compliance')];
      const body = { affiliate_uid: 'pam', kind: 'leave', reason_code: 'user_request', text: 'she wants to leave by then', effective_at: iso('2026-01-25') };
      const { body: change } = await operations.post('/api/status-changes', body);
      const { body: preview } = await compliance.agent.get(`/api/status-changes/${change.id}/preview`);
      const approved = await compliance.post(`/api/status-changes/${change.id}/approve`, { preview: preview.version });
      expect(approved.status, approved.text).toBe(200);
      const { entries: [end] } = await page(operations, 'pam');
      expect(end).toMatchObject({
        at: iso('2026-01-25'), known_at: iso('2026-01-02'), title: { code: 'enrolment_ended', parameters: { programme: 'partner', end_reason: 'left' } },
        subject: { type: 'status-changes', id: change.id }, actor: 'compliance@demo.test',
      });
      desk.on('2026-01-26');
      await desk.arrives(story(changes('pam', 'account_type', 'market_maker', '2026-01-20')));
      await desk.context.database.transaction((transaction) => settleDue(transaction, desk.context.clock.now()));
      const { entries } = await page(await desk.signIn('support'), 'pam');
      expect(entries.filter(({ subject, title }) => subject.id === change.id && title.code !== 'enrolment_ended').map(({ title, actor, at }) => [title.code, actor, at]))
        .toEqual([
          ['status_change_cancelled', 'system', iso('2026-01-25')],
          ['status_change_approved', 'compliance@demo.test', iso('2026-01-02')],
          ['status_change_requested', 'operations@demo.test', iso('2026-01-02')],
        ]);
      expect(entries.filter(({ title }) => title.code === 'enrolment_ended')).toMatchObject([
        { at: iso('2026-01-20'), known_at: iso('2026-01-26'), title: { parameters: { end_reason: 'account_type_changed' } } },
      ]);
    } finally {
      await desk.close();
    }
  });
});

describe('requests', () => {
  let desk: PlayedConsole;
  let operations: Person;
  let made: Inserted;

  beforeAll(async () => {
    desk = await openPlayed(smallWorld);
    made = await insertRequests(desk.context.database, 'ada');
    operations = await desk.signIn('operations');
    await operations.post('/api/notes', { subject_type: 'payout-lines', subject_id: made.line, text: 'asked for the reference' });
  });
  afterAll(() => desk.close());

  it('every step of a status change stays, the rejected and the cancelled ones too', async () => {
    const { entries } = await page(operations, 'ada', { limit: 200 });
    expect(entries.filter(({ kind }) => kind === 'status_change').map((entry) => [entry.title.code, entry.subject.id, entry.actor, entry.at])).toEqual([
      ['status_change_requested', made.pendingFreeze, 'operations@demo.test', iso('2026-03-11 08:00')],
      ['status_change_lapsed', made.lapsed, 'system', iso('2026-02-16')],
      ['status_change_requested', made.lapsed, 'operations@demo.test', iso('2026-02-13')],
      ['status_change_cancelled', made.cancelled, 'operations@demo.test', iso('2026-02-12 08:00')],
      ['status_change_requested', made.cancelled, 'operations@demo.test', iso('2026-02-12')],
      ['status_change_rejected', made.rejected, 'compliance@demo.test', iso('2026-02-11 08:00')],
      ['status_change_requested', made.rejected, 'operations@demo.test', iso('2026-02-11')],
      ['status_change_applied', made.applied, 'compliance@demo.test', iso('2026-02-10 08:00')],
      ['status_change_approved', made.applied, 'compliance@demo.test', iso('2026-02-10 08:00')],
      ['status_change_requested', made.applied, 'operations@demo.test', iso('2026-02-10')],
    ]);
    const rejected = entries.find(({ title }) => title.code === 'status_change_rejected');
    expect(rejected).toMatchObject({ title: { parameters: { kind: 'suspend', from: 'none', to: 'suspended' } }, details: { comment: 'rejected for a good reason' } });
    expect(entries.find(({ id }) => id === `status_change_requested:${made.rejected}`)?.details).toMatchObject({
      text: 'a reason that is long enough', evidence: ['https://example.test/case/1'], state: 'rejected',
    });
  });

  it('a freeze that nobody has approved holds, and says until when', async () => {
    const { entries } = await page(operations, 'ada');
    expect(entries.filter(({ kind }) => kind === 'restriction')).toMatchObject([
      {
        at: iso('2026-03-14 08:00'), known_at: iso('2026-03-11 08:00'), title: { parameters: { from: 'frozen', to: 'none' } }, details: { provisional: true },
      },
      {
        at: iso('2026-03-11 08:00'), title: { parameters: { from: 'none', to: 'frozen' } }, subject: { type: 'status-changes', id: made.pendingFreeze },
        actor: 'operations@demo.test', details: { provisional: true, until: iso('2026-03-14 08:00') },
      },
    ]);
  });

  it('tier reviews with their decisions, and the tier that moved', async () => {
    const { entries } = await page(operations, 'ada', { limit: 200 });
    expect(entries.filter(({ kind }) => kind === 'tier' || kind === 'tier_review').map(told).filter((line) => line.startsWith('2026-02'))).toEqual([
      '2026-02-02T00:00 tier_review_approved {"month":"2026-01","from":0,"to":1}',
      '2026-02-02T00:00 tier_changed {"from":0,"to":1}',
    ]);
    expect(entries.find(({ title }) => title.code === 'tier_changed')).toMatchObject({
      subject: { type: 'tier-reviews', id: await desk.reviewOf('ada') }, actor: 'operations@demo.test', known_at: iso('2026-02-02'),
    });
  });

  it('a review that the end of the enrolment withdrew', async () => {
    const { entries } = await page(operations, 'eve');
    expect(entries.map(({ title }) => title.code)).toEqual(expect.arrayContaining(['tier_review_withdrawn', 'enrolment_ended', 'tier_review_created']));
  });

  it('reversals, corrections, payout lines and notes, with their amounts', async () => {
    const { entries } = await page(operations, 'ada', { limit: 200 });
    const of = (...kinds: string[]) => entries.filter(({ kind }) => kinds.includes(kind)).map(told);
    expect(of('reversal', 'correction')).toEqual([
      '2026-02-21T00:00 correction_requested {"amount":"0.00000005","currency":"USDT"}',
      '2026-02-20T08:00 reversal_rejected {"amount":"-1.00000001","currency":"USDT"}',
      '2026-02-20T00:00 reversal_requested {"amount":"-1.00000001","currency":"USDT"}',
    ]);
    expect(of('payout')).toEqual([
      '2026-02-06T02:00 payout_line_paid {"day":"2026-02-05","amount":"12.5","currency":"USDT"}',
      '2026-02-06T00:00 payout_line_made {"day":"2026-02-05","amount":"12.5","currency":"USDT"}',
    ]);
    expect(entries.find(({ title }) => title.code === 'payout_line_paid')).toMatchObject({ known_at: iso('2026-02-07'), details: { reference: 'ref-1' } });
    expect(entries.find(({ kind }) => kind === 'note')).toMatchObject({
      title: { code: 'note_written', parameters: { about: 'payout-lines' } }, subject: { type: 'payout-lines', id: made.line }, actor: 'operations@demo.test',
      details: { text: 'asked for the reference' },
    });
  });

  it('a boost of the programme stands with who takes part in it, and with nobody else', async () => {
    const body = { programme: 'partner', from: iso('2026-02-20'), to: iso('2026-04-01'), text: 'the market was closed' };
    const { body: boost } = await operations.post('/api/boosts', body);
    const second = await desk.signIn('operations2');
    await second.post(`/api/boosts/${boost.id}/reject`, { comment: 'the market was open' });
    const boosts = async (uid: string) => (await page(operations, uid)).entries.filter(({ kind }) => kind === 'boost').map(({ title }) => title.code);
    expect([await boosts('pam'), await boosts('ada')]).toEqual([['boost_rejected', 'boost_requested'], []]);
  });

  it('pages by instant go through all of it, entries of one instant too', async () => {
    const { entries: all } = await page(operations, 'ada', { limit: 200 });
    for (const limit of [1, 2, 3, 7]) {
      const seen: TimelineEntry[] = [];
      let asked: object | null = { limit };
      while (asked !== null) {
        const { entries, next }: TimelinePage = await page(operations, 'ada', asked);
        expect(entries.length).toBeLessThanOrEqual(limit);
        seen.push(...entries);
        asked = next && { ...next, limit };
      }
      expect(seen).toEqual(all);
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const { entries } = await page(operations, 'ada', { before: iso('2026-02-11') });
    expect(entries).toEqual(all.filter(({ at }) => at < iso('2026-02-11')));
  });

  it('admin, who reads no notes, does not read them here', async () => {
    const admin = await desk.signIn('admin');
    const { entries } = await page(admin, 'ada', { limit: 200 });
    expect(entries.filter(({ kind }) => kind === 'note')).toEqual([]);
    expect(entries).toEqual((await page(operations, 'ada', { limit: 200 })).entries.filter(({ kind }) => kind !== 'note'));
  });

  it.each([
    ['limit', { limit: 0 }], ['limit', { limit: 201 }], ['limit', { limit: 'x' }], ['before', { before: 'yesterday' }], ['before_id', { before_id: 'note:1' }],
    ['before_id', { before: '2026-02-11T00:00:00.000Z', before_id: 'staff:1' }], ['filter', { filter: '{}' }],
  ])('refuses a wrong %s', async (field, asked) => {
    const answer = await operations.agent.get('/api/affiliates/ada/timeline/entries').query(asked);
    expect([answer.status, answer.body.error.details.field]).toEqual([400, field]);
  });

  it('404 of nobody', async () => {
    expect((await operations.agent.get('/api/affiliates/nobody/timeline/entries')).status).toBe(404);
  });
});
