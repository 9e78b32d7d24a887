/** STA-8, STA-9, STA-11: requests, who decides them, what they are decided on, and when they hold. */
import { describe, expect, test } from 'vitest';
import { row, rows } from '../../db/statement.ts';
import { previewChange } from '../../server/status-changes/file.ts';
import { newStatusChange } from '../../server/status-changes/contract.ts';
import type { Filling } from '../database.ts';
import { account, activates, changes, justBefore, moment, times, trades } from '../worlds/story.ts';
import { stateOf, told } from './books.ts';
import { played } from './cast.ts';
import { leaves, refusalOf, together, type Floor } from './floor.ts';
import { balanceAfterEach, stage } from './stage.ts';

balanceAfterEach();

/** Ada reached tier 1 in January by 50,000 USDT of Bob's trades; the review waits. */
const withReview: Filling = played('a review waits', async (floor) => {
  floor.at('2026-02-01 01:00');
  await floor.take(together(account('ada'), account('bob', { by: 'ada' })), activates('ada', 'referral', '2026-01-02'));
  await floor.take(trades('big', 'bob', '2026-01-10', { volume_usdt: '50000' }));
  await floor.evaluation('2026-01');
  await floor.commission('2026-01-31');
});

async function period(floor: Floor, uid = 'ada'): Promise<{ to: string | null; why: string | null }> {
  const one = await row<{ to_at: number; end_reason: string | null }>(
    floor.database.read,
    `SELECT p.to_at, p.end_reason FROM enrolment_periods p JOIN accounts a ON a.id = p.account_id
     WHERE a.uid = :uid AND p.known_to = 8640000000000000 ORDER BY p.from_at DESC LIMIT 1`,
    { uid },
  );
  return { to: one?.end_reason ? new Date(one.to_at).toISOString() : null, why: one?.end_reason ?? null };
}

describe('STA-8, STA-9: a suspension', () => {
  test('asked for, previewed, approved by a second person of compliance: what came after filing is reversed', async () => {
    const floor = await stage();
    await floor.take(together(trades('early', 'bob', '2026-01-05 01:00'), trades('late', 'bob', '2026-01-05 20:00')));
    floor.at('2026-01-05 12:00');
    const id = await floor.ask('ona', 'ada', 'suspend');
    expect(await refusalOf(floor.approve('ona', id))).toBe('own_request');
    expect(await refusalOf(floor.approve('otto', id))).toBe('forbidden');
    expect(await refusalOf(floor.approve('ada_min', id))).toBe('forbidden');
    floor.at('2026-01-06 01:00');
    await floor.commission('2026-01-05');
    const preview = await floor.approve('cleo', id);
    expect(preview.reversals).toMatchObject({ count: 1, totals: [{ currency: 'USDT', amount: '0.15' }] });
    // 0.15 + 0.15 − 0.15, held.
    expect(preview.accruals).toEqual([{ currency: 'USDT', open: '0.15', in_batch: '0', held: true }]);
    expect(await told(floor.database.read, 'ada')).toEqual(['commission early 0.15 open', 'commission late 0.15 open', 'reversal late -0.15 open']);
    expect(await floor.state(id)).toBe('applied');
    expect(await refusalOf(floor.approve('cleo', id, preview))).toBe('not_pending');
    expect(await refusalOf(floor.reject('cleo', id))).toBe('not_pending');
  });

  test('a preview that was seen before the run is no longer what would happen', async () => {
    const floor = await stage();
    await floor.take(trades('late', 'bob', '2026-01-05 20:00'));
    floor.at('2026-01-05 12:00');
    const id = await floor.ask('sue', 'ada', 'suspend');
    const seen = await floor.preview(id);
    floor.at('2026-01-06 01:00');
    await floor.commission('2026-01-05');
    expect(await refusalOf(floor.approve('cleo', id, seen))).toBe('preview_changed');
    expect(await told(floor.database.read, 'ada')).toEqual(['commission late 0.15 open']);
    expect(await floor.state(id)).toBe('pending');
  });

  test('only compliance lifts what compliance asked for; of what operations asked for operations is enough', async () => {
    const floor = (await stage()).at('2026-01-05');
    await floor.approve('ona', await floor.ask('carl', 'ada', 'freeze'));
    await floor.approve('otto', await floor.ask('ona', 'eve', 'freeze'));
    floor.at('2026-01-06');
    const [strict, plain] = [await floor.ask('ona', 'ada', 'lift'), await floor.ask('ona', 'eve', 'lift')];
    expect(await refusalOf(floor.approve('otto', strict))).toBe('forbidden');
    expect(await refusalOf(floor.approve('otto', plain))).toBe('done');
    expect(await refusalOf(floor.approve('carl', strict))).toBe('done');
  });

  test('a pending review of the ended enrolment is shown and withdrawn', async () => {
    const floor = (await stage(withReview)).at('2026-02-02');
    const id = await floor.ask('ona', 'ada', 'leave');
    const preview = await floor.approve('otto', id);
    expect(preview.reviews_withdrawn).toMatchObject([{ month: '2026-01', tier_from: 0, tier_to: 1 }]);
    expect(await rows(floor.database.read, 'SELECT id, state FROM tier_reviews')).toEqual([{ id: Number(preview.reviews_withdrawn[0]?.id), state: 'withdrawn' }]);
  });
});

describe('STA-8: an instant ahead', () => {
  test('the enrolment ends then; the label is turned, and the review withdrawn, with that instant', async () => {
    const floor = (await stage(withReview)).at('2026-02-02');
    const then = '2026-02-05 12:00';
    const id = await floor.ask('ona', 'ada', 'account_type', { to: 'broker', effective_at: moment(then) });
    await floor.approve('otto', id);
    expect([await floor.state(id), await period(floor)]).toEqual(['approved', { to: moment(then), why: 'account_type_changed' }]);
    expect(await rows(floor.database.read, 'SELECT state FROM tier_reviews')).toEqual([{ state: 'pending' }]);
    expect(await refusalOf(floor.cancel('ona', id))).toBe('not_pending');
    // Nobody was at work for two days: it is made good with the instant that it should have had.
    floor.at('2026-02-07 09:00');
    await floor.take(together(trades('before', 'bob', justBefore(then)), trades('at', 'bob', then)));
    await floor.commission('2026-02-06');
    await floor.tick();
    expect(await rows(floor.database.read, 'SELECT state, applied_at FROM status_changes')).toEqual([{ state: 'applied', applied_at: Date.parse(moment(then)) }]);
    expect(await rows(floor.database.read, 'SELECT state FROM tier_reviews')).toEqual([{ state: 'withdrawn' }]);
    expect((await told(floor.database.read, 'ada')).slice(1)).toEqual(['commission before 0.15 open', 'commission at 0 enrolment_ended']);
  });

  test('a termination ahead is cancelled where the enrolment ended before, and touches no later one', async () => {
    const floor = (await stage()).at('2026-01-05');
    const id = await floor.change('ada', 'terminate', { effective_at: moment('2026-01-09') });
    floor.at('2026-01-08');
    await floor.take(leaves('ada', '2026-01-06'), activates('ada', 'referral', '2026-01-07', 'again'));
    floor.at('2026-01-10');
    await floor.tick();
    expect(await rows(floor.database.read, `SELECT id, state, decided_at FROM status_changes WHERE source = 'staff'`)).toEqual([
      { id, state: 'cancelled', decided_at: Date.parse('2026-01-09T00:00:00Z') },
    ]);
    expect(await period(floor)).toEqual({ to: null, why: null });
  });

  test('an account type may be changed from an earlier instant, anything else only from now on', async () => {
    const floor = (await stage()).at('2026-01-06 01:00');
    await floor.take(together(trades('kept', 'bob', '2026-01-04'), trades('gone', 'bob', '2026-01-05')));
    await floor.commission('2026-01-05');
    await floor.change('ada', 'account_type', { to: 'institutional', effective_at: moment('2026-01-05') });
    expect(await told(floor.database.read, 'ada')).toEqual(['commission kept 0.15 open', 'commission gone 0.15 open', 'reversal gone -0.15 open']);
    expect(await refusalOf(floor.ask('ona', 'eve', 'suspend', { effective_at: moment('2026-01-05') }))).toBe('effective_in_past');
  });
});

describe('STA-11: stale', () => {
  test.each([['suspend first', true], ['restrict first', false]])('two requests of one standing, %s', async (_name, suspendFirst) => {
    const floor = (await stage()).at('2026-01-05');
    const suspend = await floor.ask('ona', 'ada', 'suspend');
    floor.at('2026-01-05 01:00');
    const restrict = await floor.ask('ona', 'ada', 'restrict');
    floor.at('2026-01-05 02:00');
    const [first, second] = suspendFirst ? [suspend, restrict] : [restrict, suspend];
    const seen = await floor.preview(second);
    await floor.approve('cleo', first);
    expect(await refusalOf(floor.approve('cleo', second, seen))).toBe('stale');
    expect(await floor.state(second)).toBe('pending');
    expect(await stateOf(floor.database.read, 'ada', 'restriction', floor.clock.now())).toBe(suspendFirst ? 'suspended' : 'restricted');
  });

  test('of an account type that the feed changed first, or of an enrolment that ended', async () => {
    const floor = (await stage()).at('2026-01-05');
    const type = await floor.ask('ona', 'ada', 'account_type', { to: 'broker' });
    const leave = await floor.ask('ona', 'ada', 'leave');
    floor.at('2026-01-06');
    await floor.take(changes('ada', 'account_type', 'institutional', '2026-01-04'));
    expect(await refusalOf(floor.approve('cleo', type))).toBe('stale');
    expect(await refusalOf(floor.approve('cleo', leave))).toBe('stale');
    await floor.reject('cleo', type);
    await floor.cancel('ona', leave);
    expect(await period(floor)).toEqual({ to: moment('2026-01-04'), why: 'account_type_changed' });
  });

  test('of an enrolment that was left and begun again meanwhile: the new one is not meant', async () => {
    const floor = (await stage()).at('2026-01-05');
    const terminate = await floor.ask('carl', 'ada', 'terminate');
    floor.at('2026-01-06');
    await floor.take(leaves('ada', '2026-01-04'), activates('ada', 'referral', '2026-01-04 12:00', 'again'));
    expect(await refusalOf(floor.approve('cleo', terminate))).toBe('stale');
    expect(await period(floor)).toEqual({ to: null, why: null });
  });
});

describe('what is refused, with nothing written', () => {
  async function written(floor: Floor): Promise<unknown> {
    return row(floor.database.read, `SELECT (SELECT max(seq) FROM audit_events) AS audit, (SELECT count(*) FROM status_changes) AS changes,
      (SELECT count(*) FROM account_states) AS states, (SELECT count(*) FROM free_texts) AS texts, (SELECT revision FROM engine_head) AS revision`);
  }

  test.each<[string, Parameters<Floor['ask']>, string]>([
    ['an instant before the enrolment', ['ona', 'ada', 'account_type', { to: 'broker', effective_at: moment(justBefore('2026-01-02')) }], 'before_enrolment'],
    ['an instant that is none', ['ona', 'ada', 'freeze', { effective_at: 'tomorrow' }], 'bad_value'],
    ['to what it is', ['ona', 'ada', 'account_type', { to: 'normal' }], 'no_change'],
    ['lifting where nothing holds', ['ona', 'ada', 'lift'], 'no_change'],
    ['who never took part', ['ona', 'bob', 'freeze'], 'not_enrolled'],
    ['nobody', ['ona', 'nobody', 'freeze'], 'bad_value'],
    ['a name with a NUL', ['ona', 'a\0da', 'freeze'], 'bad_value'],
    ['an administrator', ['ada_min', 'ada', 'freeze'], 'forbidden'],
    ['a termination by support', ['sue', 'ada', 'terminate'], 'forbidden'],
  ])('%s', async (_what, asked, code) => {
    const floor = (await stage()).at('2026-01-05');
    const before = await written(floor);
    expect(await refusalOf(floor.ask(...asked))).toBe(code);
    expect(await written(floor)).toEqual(before);
  });

  test('a second pending request of one kind; leaving what was left; a preview of what may not be asked', async () => {
    const floor = (await stage()).at('2026-01-05');
    await floor.ask('ona', 'ada', 'suspend');
    expect(await refusalOf(floor.ask('carl', 'ada', 'suspend'))).toBe('already_pending');
    await floor.take(leaves('eve', '2026-01-04'));
    expect(await refusalOf(floor.ask('ona', 'eve', 'leave'))).toBe('not_enrolled');
    const before = await written(floor);
    expect(await refusalOf(previewChange(floor.database, floor.clock, { affiliate_uid: 'bob', kind: 'freeze' }))).toBe('not_enrolled');
    expect(await refusalOf(floor.approve('cleo', 999, { version: 'x' } as never))).toBe('not_found');
    expect(await written(floor)).toEqual(before);
  });

  const sound = { affiliate_uid: 'ada', kind: 'account_type', to: 'broker', reason_code: 'other', text: 'ten chars!', evidence: ['https://example.test/a'] };
  test.each<[string, object, boolean]>([
    ['sound', {}, true],
    ['ten characters', { text: '0123456789' }, true],
    ['nine characters', { text: '012345678' }, false],
    ['nine characters and blanks', { text: '  012345678   ' }, false],
    ['an unknown reason', { reason_code: 'mood' }, false],
    ['the feed’s own reason', { reason_code: 'feed_change' }, false],
    ['evidence that is no address', { evidence: ['see my desk'] }, false],
    ['evidence that is a script', { evidence: ['javascript:alert(1)'] }, false],
    ['evidence with a tab in it', { evidence: ['https://exa\tmple.test'] }, false],
    ['evidence by FTP', { evidence: ['ftp://example.test/a'] }, false],
    ['an unknown kind', { kind: 'pardon' }, false],
    ['a type that there is not', { to: 'king' }, false],
    ['a type without need', { kind: 'freeze' }, false],
    ['no type', { to: undefined }, false],
    ['a state of one’s own', { state: 'approved' }, false],
    ['a decider of one’s own', { decided_by: 'cleo@floor.test' }, false],
  ])('a body: %s', (_what, said, good) => {
    expect(newStatusChange.safeParse({ ...sound, ...said }).success).toBe(good);
  });
});

describe('TIE-9: a boost period', () => {
  /** Ada and Eve, partners, are at Advanced by 15,000,000 USDT of January: the window of April is the first without it. */
  const partners: Filling = played('two partners at Advanced', async (floor) => {
    floor.at('2026-02-01 01:00');
    await floor.take(together(account('ada'), account('eve'), account('bob', { by: 'ada' }), account('guy', { by: 'eve' })));
    await floor.take(together(activates('ada', 'partner', '2026-01-02'), activates('eve', 'partner', '2026-01-02')));
    await floor.take(together(...times(2, (n) => [trades(`big${n}`, n === 1 ? 'bob' : 'guy', '2026-01-10', { volume_usdt: '15000000' })]) as never[]));
    await floor.evaluation('2026-01');
    for (const [month, now] of [['2026-02', '2026-03-01 01:00'], ['2026-03', '2026-04-01 01:00']] as const) await floor.at(now).evaluation(month);
    floor.at('2026-04-10');
  });
  const levels = async (floor: Floor): Promise<(string | null)[]> =>
    [await stateOf(floor.database.read, 'ada', 'tier', floor.clock.now()), await stateOf(floor.database.read, 'eve', 'tier', floor.clock.now())];

  test('protects who has it where it contains the qualification’s instant; who has none falls', async () => {
    const floor = (await stage(partners)).at('2026-04-10');
    expect(await levels(floor)).toEqual(['1', '1']);
    const boost = await floor.askBoost('2026-05-01', '2026-05-02', 'ada');
    expect(await refusalOf(floor.decideBoost('ona', boost))).toBe('own_request');
    await floor.decideBoost('otto', boost);
    // February to April: nothing of 15,000,000.
    floor.at('2026-05-01 01:00');
    await floor.evaluation('2026-04');
    expect(await levels(floor)).toEqual(['1', '0']);
    const judged = await rows(
      floor.database.read, `SELECT a.uid, e.outcome, e.boosted FROM evaluations e JOIN accounts a ON a.id = e.affiliate_id WHERE e.month = '2026-04' ORDER BY a.uid`,
    );
    expect(judged).toEqual([{ uid: 'ada', outcome: 'retention', boosted: 1 }, { uid: 'eve', outcome: 'demotion', boosted: 0 }]);
  });

  test('one that ends at that very instant, that was rejected or that waits protects nobody; one of the programme all', async () => {
    const floor = (await stage(partners)).at('2026-04-10');
    await floor.decideBoost('otto', await floor.askBoost('2026-04-01', '2026-05-01', 'ada'));
    await floor.decideBoost('otto', await floor.askBoost('2026-04-01', '2026-06-02', 'eve'), 'reject');
    await floor.askBoost('2026-04-01', '2026-06-02', 'eve');
    const all = await floor.askBoost('2026-06-01', '2026-07-01');
    floor.at('2026-05-01 01:00');
    await floor.evaluation('2026-04');
    expect(await levels(floor)).toEqual(['0', '0']);
    await floor.decideBoost('otto', all);
    expect(await refusalOf(floor.decideBoost('otto', all))).toBe('not_pending');
  });
});
