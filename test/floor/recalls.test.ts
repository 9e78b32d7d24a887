/** Golden cases of BIN-4 to BIN-6: who can be recalled, when, and through what. */
import { beforeEach, describe, expect, test } from 'vitest';
import { rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { account, activates, changes, importOf, justBefore, moment, trades, transfers } from '../worlds/story.ts';
import { played } from './cast.ts';
import { together, type Floor } from './floor.ts';
import { recall, recalls } from './recall-rows.ts';
import { balanceAfterEach, stage } from './stage.ts';

balanceAfterEach();

const pia = played('pia', (empty) => empty.at('2025-01-03').take(account('pia', { on: '2025-01-01' }), activates('pia', 'pro', '2025-01-02')));

let floor: Floor;
beforeEach(async () => {
  floor = (await stage(pia)).at('2026-06-01');
});

/** What becomes of one attempt through the link of Pia. */
async function attempt(uid: string, on: string): Promise<string> {
  return (await recalls(floor, recall(uid, 'pia', on)))[0] as string;
}

describe('BIN-4: the age of the account', () => {
  test.each([
    // From 2025-09-24 to 2026-03-23: 6 + 31 + 30 + 31 + 31 + 28 + 23 = 180 days.
    ['179 days before the 24th of March', '2025-09-25', '2026-03-23 12:00', 'account_too_young'],
    ['180 days before the 24th of March', '2025-09-24', '2026-03-23 12:00', 'account_too_young'],
    ['181 days before the 24th of March', '2025-09-23', '2026-03-23 12:00', 'accepted'],
    // From 2025-12-24 to 2026-03-24: 7 + 31 + 28 + 24 = 90 days.
    ['89 days on the 24th of March', '2025-12-25', '2026-03-24', 'account_too_young'],
    ['90 days on the 24th of March', '2025-12-24', '2026-03-24', 'account_too_young'],
    ['91 days at its first instant', '2025-12-23', '2026-03-24', 'accepted'],
    ['91 days one millisecond before', '2025-12-22', justBefore('2026-03-24'), 'account_too_young'],
    // UTC dates count, not hours: 90 days and one millisecond, told by the dates 91 days apart.
    ['91 dates, 90 days and 1 ms', justBefore('2025-12-24'), '2026-03-24', 'accepted'],
    ['90 dates, 90 days and all but 1 ms of the 91st', '2025-12-25 00:00', justBefore('2026-03-26'), 'account_too_young'],
  ])('%s', async (_what, registered, on, outcome) => {
    await floor.take(account('bob', { on: registered }));
    expect(await attempt('bob', on)).toBe(outcome);
  });

  test('a person whose own date is already the next one: the UTC date decides', async () => {
    // In Tokyo it is 2026-04-02 and 91 days from the 1st of January; in UTC the 1st of April, 90 days.
    await floor.take(account('jun', { on: '2026-01-01', country: 'JP' }));
    expect(await attempt('jun', '2026-04-01 16:00')).toBe('account_too_young');
    expect(await attempt('jun', '2026-04-02')).toBe('accepted');
  });

  test('what counts is the instant of the confirmation, where there is one', async () => {
    await floor.take(account('bob', { on: '2025-12-23' }), account('ben', { on: '2025-12-23' }));
    expect(await recalls(
      floor,
      recall('bob', 'pia', '2026-03-23', { confirmed_at: moment('2026-03-24') }),
      recall('ben', 'pia', '2026-03-23', { confirmed_at: '' }),
    )).toEqual(['accepted', 'account_too_young;not_confirmed']);
    expect(await rows(floor.database.read, 'SELECT kind, bound_at, window_start_at FROM bindings')).toEqual([
      { kind: 'recall', bound_at: Date.parse(moment('2026-03-24')), window_start_at: Date.parse(moment('2026-03-24')) },
    ]);
  });
});

describe('BIN-4: use of a product', () => {
  const uses = {
    trade: (on: string) => trades('t', 'bob', on),
    activity: (on: string) => changes('bob', 'activity', 'earn', on),
    'transfer in': (on: string) => transfers('bob', '1', on),
    'transfer out': (on: string) => transfers('bob', '1', on, { direction: 'out', source: 'fiat' }),
  };
  test.each(Object.keys(uses) as (keyof typeof uses)[])('a %s 90 days ago is recent, 91 days ago it is not', async (use) => {
    await floor.take(account('bob', { on: '2025-01-01' }), uses[use]('2026-02-01 23:59'));
    // From the 1st of February to the 2nd of May: 27 + 31 + 30 + 2 = 90.
    expect(await attempt('bob', '2026-05-02 23:59')).toBe('recently_active');
    expect(await attempt('bob', '2026-05-03')).toBe('accepted');
  });

  test('an internal transfer, a change of level or country, and what comes later are no use', async () => {
    await floor.take(
      account('bob', { on: '2025-01-01' }), transfers('bob', '500', '2026-04-30', { source: 'internal' }),
      transfers('bob', '500', '2026-04-30', { source: 'internal', direction: 'out' }),
      changes('bob', 'vip_level', '2', '2026-04-30'), changes('bob', 'country', 'CH', '2026-04-30'),
      trades('after', 'bob', '2026-05-01 00:01'),
    );
    expect(await attempt('bob', '2026-05-01')).toBe('accepted');
  });

  test('what is done at the very instant is a use: 0 days ago', async () => {
    await floor.take(account('bob', { on: '2025-01-01' }), trades('now', 'bob', '2026-05-01 00:00'));
    expect(await attempt('bob', '2026-05-01')).toBe('recently_active');
  });
});

describe('BIN-5: refusals', () => {
  beforeEach(async () => {
    await floor.take(
      account('bob', { on: '2025-01-01' }), account('ada', { on: '2025-01-01' }), activates('ada', 'referral', '2025-01-02'),
      account('dora', { on: '2025-01-01', country: 'DE' }), activates('dora', 'pro', '2025-01-02'),
      account('rex', { on: '2025-01-01' }), activates('rex', 'pro', '2025-01-02'), account('fred', { on: '2025-01-01', country: 'FR' }),
    );
    await floor.change('rex', 'restrict');
  });

  test.each([
    ['through nobody’s code', recall('bob', 'nobody', '2026-05-01'), 'inviter_not_in_programme'],
    ['through one’s own code', recall('pia', 'pia', '2026-05-01'), 'inviter_not_in_programme'],
    ['through one of another programme', recall('bob', 'ada', '2026-05-01'), 'inviter_not_in_programme'],
    ['before the inviter took part', recall('bob', 'pia', justBefore('2025-01-02'), {}), 'inviter_not_in_programme;account_too_young'],
    ['through one who is restricted', recall('bob', 'rex', '2026-06-01 00:00'), 'inviter_restricted'],
    ['through the legacy link', recall('bob', 'pia', '2026-05-01', { via: 'legacy_link' }), 'legacy_link'],
    ['through a bare code', recall('bob', 'pia', '2026-05-01', { via: 'code' }), 'code_not_supported'],
    ['the inviter lives where it is closed', recall('bob', 'dora', '2026-05-01'), 'recall_region_closed'],
    ['the invitee lives where it is closed', recall('fred', 'pia', '2026-05-01'), 'recall_region_closed'],
    ['not confirmed', recall('bob', 'pia', '2026-05-01', { confirmed_at: '' }), 'not_confirmed'],
  ])('%s', async (_what, row, codes) => {
    expect(await recalls(floor, row)).toEqual([codes]);
    expect(await rows(floor.database.read, 'SELECT codes FROM recalls')).toEqual([{ codes }]);
    expect(await rows(floor.database.read, 'SELECT * FROM bindings')).toEqual([]);
  });

  test('a bound user, by registration or by recall, stays with the first inviter', async () => {
    await floor.take(account('born', { on: '2025-01-01', by: 'ada' }));
    expect(await recalls(floor, recall('born', 'pia', '2026-05-01'), recall('bob', 'pia', '2026-05-01'))).toEqual(['already_bound', 'accepted']);
    expect(await recalls(floor, recall('bob', 'pia', '2026-05-02', { recall_id: 'again' }))).toEqual(['already_bound']);
  });

  test('all that apply, in their order', async () => {
    await floor.take(
      account('rita', { on: '2025-01-01', country: 'AT' }), activates('rita', 'referral', '2025-01-02'),
      account('kid', { on: '2026-05-27', by: 'ada', country: 'IT' }), trades('t', 'kid', '2026-05-31'),
    );
    await floor.change('rita', 'restrict');
    const rest = 'already_bound;account_too_young;recently_active;recall_region_closed;not_confirmed';
    const row = recall('kid', 'rita', '2026-06-01', { confirmed_at: '' });
    expect(await recalls(floor, { ...row, via: 'code' }, { ...row, via: 'legacy_link' })).toEqual([
      `inviter_not_in_programme;inviter_restricted;code_not_supported;${rest}`, `inviter_not_in_programme;inviter_restricted;legacy_link;${rest}`,
    ]);
  });

  test('faults of the row come alone', async () => {
    expect(await recalls(
      floor,
      recall('nobody', 'pia', '2026-05-01'), recall('bob', 'pia', '2024-05-01'), recall('bob', 'pia', '2026-05-01', { via: 'fax' }),
      recall('bob', 'pia', '2026-05-01', { inviter_code: '' }), recall('bob', 'pia', '2026-05-01', { confirmed_at: 'soon' }),
      recall('bob', 'pia', '2026-05-01', { confirmed_at: justBefore('2026-05-01') }), recall('bob', 'pia', '2026-05-01', { recall_id: '-' }),
    )).toEqual(['unknown_uid', 'before_registration', 'unknown_value', 'missing_value', 'bad_instant', 'bad_instant', 'bad_id']);
    expect(await rows(floor.database.read, 'SELECT * FROM recalls')).toEqual([]);
  });
});

describe('the same again', () => {
  test('an accepted row is a duplicate, with other values a conflict; a refused one is no key', async () => {
    await floor.take(account('bob', { on: '2026-01-01' }), account('ben', { on: '2025-01-01' }));
    const [early, due] = [recall('bob', 'pia', '2026-04-01'), recall('bob', 'pia', '2026-04-02')];
    expect(await recalls(floor, early)).toEqual(['account_too_young']); // 90 days
    expect(await recalls(floor, early)).toEqual(['account_too_young']);
    expect(await rows(floor.database.read, 'SELECT codes FROM recalls')).toEqual([{ codes: 'account_too_young' }]);
    expect(await recalls(floor, due)).toEqual(['accepted']); // 91 days, under the same id
    expect(await recalls(floor, due)).toEqual(['duplicate']);
    expect(await recalls(floor, early, { ...due, uid: 'ben' }, { ...due, via: 'code' })).toEqual(['conflict', 'conflict', 'conflict']);
    expect(await rows(floor.database.read, 'SELECT codes FROM recalls ORDER BY id')).toEqual([{ codes: 'account_too_young' }, { codes: '' }]);
  });

  test('within one file', async () => {
    await floor.take(account('bob', { on: '2025-01-01' }), account('ben', { on: '2025-01-01' }));
    const row = recall('bob', 'pia', '2026-05-01');
    const figures = await floor.file('recalls', [
      'recall_id,uid,inviter_code,via,attempted_at,confirmed_at', ...[row, row, { ...row, uid: 'ben' }].map((one) => Object.values(one).join(',')), '',
    ].join('\n'));
    expect(figures).toMatchObject({ rows: 3, accepted: 1, duplicates: 1, conflicts: 1, rejected: 0 });
  });

  test('across the chunks of a file, also where it is only tried', async () => {
    const uids = Array.from({ length: 501 }, (_, n) => `u${n}`);
    await floor.take(together(...uids.map((uid) => account(uid, { on: '2025-01-01' }))));
    const list = [...uids.map((uid) => recall(uid, 'pia', '2026-05-01')), recall('u0', 'pia', '2026-05-02', { recall_id: 'again' })];
    const csv = ['recall_id,uid,inviter_code,via,attempted_at,confirmed_at', ...list.map((one) => Object.values(one).join(',')), ''].join('\n');
    const expected = { rows: 502, accepted: 501, rejected: 1 };
    const bytes = new TextEncoder().encode(csv);
    const job = { feed: 'recalls', file_name: 'r.csv', bytes_total: bytes.length, dry_run: true, actor: systemActor } as const;
    expect((await importFile(floor.database, floor.clock, job, (async function* () { yield bytes; })())).figures).toMatchObject(expected);
    expect(await rows(floor.database.read, 'SELECT * FROM recalls')).toEqual([]);
    expect(await floor.file('recalls', csv)).toMatchObject(expected);
    expect(await floor.file('recalls', csv)).toMatchObject({ rows: 502, accepted: 0, duplicates: 501, rejected: 1 });
  });

  test('of two inviters at once one wins, the other is told', async () => {
    await floor.take(account('bob', { on: '2025-01-01' }), account('pat', { on: '2025-01-01' }), activates('pat', 'pro', '2025-01-02'));
    const outcomes = await Promise.all(['pia', 'pat'].map((by) => recalls(floor, recall('bob', by, '2026-05-01', { recall_id: by }))));
    expect(outcomes.flat().toSorted()).toEqual(['accepted', 'already_bound']);
  });

  test('BIN-1: a second account row with the recalled inviter changes nothing', async () => {
    await floor.take(account('bob', { on: '2025-01-01' }));
    expect(await attempt('bob', '2026-05-01')).toBe('accepted');
    const [figures] = await floor.take(importOf('accounts', [account('bob', { on: '2025-01-01', by: 'pia' }).rows[0] as never]));
    expect(figures).toMatchObject({ accepted: 0, conflicts: 1 });
  });
});
