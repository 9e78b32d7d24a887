/** STA-1 to STA-6, ENR-7: how an enrolment ends, what is still paid, and that it does not come back by itself. */
import { describe, expect, test } from 'vitest';
import { rows } from '../../db/statement.ts';
import { changes, activates, justAfter, justBefore, trades } from '../worlds/story.ts';
import { lineOf, told, toldBooks, toldLines } from './books.ts';
import { leaves, refusalOf, together, type Floor } from './floor.ts';
import { balanceAfterEach, stage } from './stage.ts';

balanceAfterEach();

/** A trade a millisecond before, at, and a millisecond after the instant. */
const around = (instant: string, invitee = 'bob') =>
  together(trades('before', invitee, justBefore(instant)), trades('at', invitee, instant), trades('after', invitee, justAfter(instant)));

function enrolments(floor: Floor, uid: string): Promise<{ programme: string; end_reason: string | null }[]> {
  return rows(
    floor.database.read,
    `SELECT p.programme, p.end_reason FROM enrolment_periods p JOIN accounts a ON a.id = p.account_id
     WHERE a.uid = :uid AND p.known_to = 8640000000000000 ORDER BY p.from_at`,
    { uid },
  );
}

const noon = '2026-01-05 12:00';

describe('STA-1, STA-2: the account type ends the enrolment at that very instant', () => {
  test.each([
    ['collaborator', 'moved_to_collaborator'], ['institutional', 'account_type_changed'], ['broker', 'account_type_changed'],
    ['market_maker', 'account_type_changed'],
  ])('%s', async (type, reason) => {
    const floor = (await stage()).at('2026-01-06 01:00');
    await floor.take(changes('ada', 'account_type', type, noon), around(noon));
    await floor.commission('2026-01-05');
    // 1 × 15 % for the millisecond before.
    expect(await told(floor.database.read, 'ada')).toEqual(['commission before 0.15 open', 'commission at 0 enrolment_ended', 'commission after 0 enrolment_ended']);
    expect(await enrolments(floor, 'ada')).toEqual([{ programme: 'referral', end_reason: reason }]);
  });

  test('`pro` admits all but market makers', async () => {
    const floor = (await stage()).at('2026-01-07 01:00');
    await floor.take(changes('eve', 'account_type', 'broker', noon), around(noon, 'guy'));
    await floor.take(changes('eve', 'account_type', 'market_maker', '2026-01-06'), trades('later', 'guy', '2026-01-06'));
    await floor.commission('2026-01-06');
    expect(await told(floor.database.read, 'eve')).toEqual([
      'commission before 0.2 open', 'commission at 0.2 open', 'commission after 0.2 open', 'commission later 0 enrolment_ended',
    ]);
  });

  test('two changes of one account in a day: the first ends it, the way back does not reopen it', async () => {
    const floor = (await stage()).at('2026-01-06 01:00');
    await floor.take(
      together(changes('ada', 'account_type', 'broker', '2026-01-05 09:00'), changes('ada', 'account_type', 'normal', '2026-01-05 15:00')),
      together(trades('morning', 'bob', '2026-01-05 08:00'), trades('noon', 'bob', '2026-01-05 12:00'), trades('evening', 'bob', '2026-01-05 18:00')),
    );
    await floor.commission('2026-01-05');
    expect(await told(floor.database.read, 'ada')).toEqual([
      'commission morning 0.15 open', 'commission noon 0 enrolment_ended', 'commission evening 0 enrolment_ended',
    ]);
    const seen = await rows(floor.database.read, 'SELECT kind, from_value, to_value, state, source FROM status_changes ORDER BY id');
    expect(seen).toEqual([
      { kind: 'account_type', from_value: 'normal', to_value: 'broker', state: 'applied', source: 'feed' },
      { kind: 'account_type', from_value: 'broker', to_value: 'normal', state: 'applied', source: 'feed' },
    ]);
    // Applied at once: nobody decided it, so nobody saw a preview of it.
    await expect(floor.preview(1)).rejects.toMatchObject({ code: 'not_found', details: { id: '1' } });
  });
});

describe('STA-3, STA-4: what was earned stays and is paid', () => {
  test('accrued and unpaid at the end: in the next batch, and paid', async () => {
    const floor = (await stage()).at('2026-01-06 01:00');
    await floor.take(together(trades('a', 'bob', '2026-01-05 08:00', { fee: '3' }), trades('b', 'bob', '2026-01-05 18:00')));
    await floor.take(changes('ada', 'account_type', 'broker', noon));
    const batch = await floor.payday('2026-01-05');
    // 3 × 15 % = 0.45; the trade after noon earns nothing.
    expect(await toldLines(floor.database.read, batch)).toEqual(['ada USDT 0.45 1 released']);
    await floor.confirm([await lineOf(floor.database.read, batch, 'ada'), 'paid']);
    expect(await told(floor.database.read, 'ada')).toEqual(['commission a 0.45 paid', 'commission b 0 enrolment_ended']);
    expect(await toldBooks(floor.database.read, floor.clock.now(), 'ada')).toBe('0.45 = 0.45 + 0 + 0 + 0');
  });
});

describe('STA-5: back to normal', () => {
  test('only another activation opens another enrolment, at the entry tier', async () => {
    const floor = (await stage()).at('2026-01-09 01:00');
    await floor.take(together(changes('ada', 'account_type', 'broker', '2026-01-04'), changes('ada', 'account_type', 'normal', '2026-01-06')));
    await floor.take(together(trades('between', 'bob', '2026-01-06 12:00'), trades('again', 'bob', '2026-01-08')));
    await floor.take(activates('ada', 'referral', '2026-01-07', 'again'));
    await floor.commission('2026-01-08');
    expect(await told(floor.database.read, 'ada')).toEqual(['commission between 0 enrolment_ended', 'commission again 0.15 open']);
    expect(await enrolments(floor, 'ada')).toEqual([
      { programme: 'referral', end_reason: 'account_type_changed' }, { programme: 'referral', end_reason: null },
    ]);
  });

  test('a broker cannot activate again', async () => {
    const floor = (await stage()).at('2026-01-09');
    await floor.take(changes('ada', 'account_type', 'broker', '2026-01-04'));
    expect(await floor.take(activates('ada', 'referral', '2026-01-07', 'again'))).toMatchObject([{ rejected: 1, accepted: 0 }]);
  });
});

describe('STA-6: the invitee changes', () => {
  test('the account type alone excludes nothing; VIP 3 excludes later trades and touches no earlier one', async () => {
    const floor = (await stage()).at('2026-01-06 01:00');
    await floor.take(trades('early', 'bob', '2026-01-05'));
    await floor.commission('2026-01-05');
    floor.at('2026-01-08 01:00');
    await floor.take(changes('bob', 'account_type', 'broker', '2026-01-06'), changes('bob', 'vip_level', '3', '2026-01-07'));
    await floor.take(together(trades('broker', 'bob', '2026-01-06'), trades('vip', 'bob', '2026-01-07')));
    await floor.commission('2026-01-07');
    expect(await told(floor.database.read, 'ada')).toEqual(['commission early 0.15 open', 'commission broker 0.15 open', 'commission vip 0 vip_excluded']);
  });
});

describe('ENR-7: left and terminated', () => {
  test('by feed, by the affiliate’s own wish', async () => {
    const floor = (await stage()).at('2026-01-06 01:00');
    await floor.take(leaves('ada', noon), around(noon));
    await floor.commission('2026-01-05');
    expect(await told(floor.database.read, 'ada')).toEqual(['commission before 0.15 open', 'commission at 0 enrolment_ended', 'commission after 0 enrolment_ended']);
    expect(await enrolments(floor, 'ada')).toEqual([{ programme: 'referral', end_reason: 'left' }]);
    // Nothing is open any more: there is nothing to leave.
    expect(await floor.take(leaves('ada', '2026-01-06'))).toMatchObject([{ rejected: 1, accepted: 0 }]);
    expect(await floor.take(leaves('ada', noon))).toMatchObject([{ duplicates: 1 }]);
    expect(await floor.take(leaves('bob', noon))).toMatchObject([{ rejected: 1 }]);
  });

  test('by request: leaving needs a second person, terminating one of compliance', async () => {
    const floor = (await stage()).at('2026-01-05 12:00');
    const leave = await floor.ask('sue', 'ada', 'leave', { reason_code: 'user_request' });
    expect(await refusalOf(floor.ask('sue', 'eve', 'terminate'))).toBe('forbidden');
    const terminate = await floor.ask('ona', 'eve', 'terminate', { reason_code: 'suspected_terms_breach' });
    expect(await refusalOf(floor.approve('otto', terminate))).toBe('forbidden');
    floor.at('2026-01-05 15:00');
    await floor.approve('otto', leave);
    await floor.approve('cleo', terminate);
    expect(await enrolments(floor, 'ada')).toEqual([{ programme: 'referral', end_reason: 'left' }]);
    expect(await enrolments(floor, 'eve')).toEqual([{ programme: 'pro', end_reason: 'terminated' }]);
    floor.at('2026-01-06 01:00');
    // Approved at 15:00, but it holds from 12:00, when it was asked for.
    await floor.take(around(noon), together(trades('g1', 'guy', justBefore(noon)), trades('g2', 'guy', noon)));
    await floor.commission('2026-01-05');
    expect(await told(floor.database.read, 'ada')).toEqual(['commission before 0.15 open', 'commission at 0 enrolment_ended', 'commission after 0 enrolment_ended']);
    expect(await told(floor.database.read, 'eve')).toEqual(['commission g1 0.2 open', 'commission g2 0 enrolment_ended']);
  });
});
