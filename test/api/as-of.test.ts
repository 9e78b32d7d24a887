import { afterAll, beforeAll, expect, it } from 'vitest';
import { account, activates, changes, justBefore, moment, setsRatio, story } from '../worlds/story.ts';
import { openArriving, type ArrivingConsole } from './arriving.ts';
import type { Person } from './console.ts';

/**
 * Ada's type changed on 10 January at noon; the file that says so came on the 13th at 06:00. Pro set a ratio on the 5th, known from
 * the 6th on. New registered on the 3rd and is in the files of the 4th.
 */
let desk: ArrivingConsole;
let operations: Person;

beforeAll(async () => {
  desk = await openArriving('2026-01-02');
  await desk.arrives(story(
    account('ada', { on: '2026-01-01' }), account('pro', { on: '2026-01-01' }),
    activates('ada', 'referral', '2026-01-02'), activates('pro', 'pro', '2026-01-02'),
  ));
  desk.on('2026-01-04');
  await desk.arrives(story(account('new', { on: '2026-01-03', country: 'FR' }), activates('new', 'partner', '2026-01-03 06:00')));
  desk.on('2026-01-06');
  await desk.arrives(story(setsRatio('pro', 'futures', 2_500, '2026-01-05')));
  desk.on('2026-01-13 06:00');
  await desk.arrives(story(
    changes('ada', 'account_type', 'broker', '2026-01-10 12:00'), changes('ada', 'vip_level', '3', '2026-01-12'), changes('ada', 'country', 'DE', '2026-01-14'),
  ));
  desk.on('2026-01-20');
  operations = await desk.signIn('operations');
});
afterAll(() => desk.close());

type Answer = Record<string, unknown> & { as_known_then: Record<string, unknown> | null };

async function at(uid: string, instant?: string): Promise<Answer> {
  const answer = await operations.agent.get(`/api/affiliates/${uid}`).query(instant === undefined ? {} : { as_of: moment(instant) });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as Answer;
}

it('before the change, what held is what was believed', async () => {
  expect(await at('ada', justBefore('2026-01-10 12:00'))).toMatchObject({
    account_type: 'normal', tier: 0, rate: 1500, ended_at: null, as_known_then: null,
  });
});

it('between the change and its arrival: what held, and beside it what was believed', async () => {
  for (const instant of ['2026-01-10 12:00', '2026-01-11', justBefore('2026-01-13 06:00')]) {
    const answer = await at('ada', instant);
    expect(answer, instant).toMatchObject({
      account_type: 'broker', programme: 'referral', tier: null, rate: null, ended_at: moment('2026-01-10 12:00'), end_reason: 'account_type_changed',
    });
    expect(answer.as_known_then, instant).toEqual({
      programme: 'referral', tier: 0, rate: 1500, account_type: 'normal', kyc_level: 'advanced', country: 'US', restriction: 'none', vip_level: 0,
      ratios: null, activated_at: moment('2026-01-02'), ended_at: null, end_reason: null,
    });
  }
  expect(await at('ada', '2026-01-12')).toMatchObject({ vip_level: 3, as_known_then: { vip_level: 0 } });
});

it('from the arrival on, the same again', async () => {
  for (const instant of ['2026-01-13 06:00', '2026-01-15']) {
    expect(await at('ada', instant), instant).toMatchObject({ account_type: 'broker', vip_level: 3, as_known_then: null });
  }
  // A change that lay ahead when it came is believed before it holds.
  expect([(await at('ada', '2026-01-13 12:00')).country, (await at('ada', '2026-01-14')).country]).toEqual(['US', 'DE']);
});

it('now, and of what lies ahead, there is nothing else that could have been believed', async () => {
  for (const instant of [undefined, '2026-01-20', '2026-02-01']) {
    expect(await at('ada', instant)).toMatchObject({ account_type: 'broker', as_known_then: null });
  }
});

it('ratios, too', async () => {
  const defaults = { spot_margin: 2000, futures: 1000, mining: 500 };
  const { ratios: before } = await at('pro', '2026-01-04');
  expect(Object.keys(before as object)).toEqual(Object.keys(defaults));
  expect(await at('pro', '2026-01-05 12:00')).toMatchObject({ ratios: { futures: 2500 }, as_known_then: { ratios: before, programme: 'pro' } });
  expect(await at('pro', '2026-01-06')).toMatchObject({ ratios: { futures: 2500 }, as_known_then: null });
});

it('of an account that was not known yet nothing was believed', async () => {
  expect(await at('new', '2026-01-03 12:00')).toMatchObject({
    account_type: 'normal', country: 'FR', programme: 'partner', tier: 0,
    as_known_then: {
      programme: null, tier: null, rate: null, account_type: null, kyc_level: null, country: null, restriction: 'none', vip_level: null, ratios: null,
      activated_at: null, ended_at: null, end_reason: null,
    },
  });
  expect(await at('new', '2026-01-04')).toMatchObject({ as_known_then: null });
});

it('is no personal data: every role is answered alike', async () => {
  const { as_known_then } = await at('ada', '2026-01-11');
  for (const who of ['compliance', 'support', 'admin']) {
    const person = await desk.signIn(who);
    const { body } = await person.agent.get('/api/affiliates/ada').query({ as_of: moment('2026-01-11') });
    expect(body.as_known_then).toEqual(as_known_then);
  }
});

it('the list answers what holds as believed now', async () => {
  const { body } = await operations.agent.get('/api/affiliates').query({ as_of: moment('2026-01-11'), filter: '{"account_type":"broker"}' });
  expect((body as { uid: string }[]).map(({ uid }) => uid)).toEqual(['ada']);
});
