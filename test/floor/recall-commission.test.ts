/** Golden cases of BIN-9, REF-1 and REF-7 for recalled users, and their figures (BIN-8, DSH-5). */
import { beforeEach, describe, expect, test } from 'vitest';
import { row } from '../../db/statement.ts';
import { rulebookV1 } from '../../seeds/reference/rulebooks.ts';
import { explainTrade } from '../../server/explanations/service.ts';
import { recalledFigures } from '../../server/recalls/figures.ts';
import { insertRulebook } from '../../server/rulebooks/service.ts';
import type { RecalledFigures } from '../../server/recalls/contract.ts';
import { account, activates, justBefore, moment, trades } from '../worlds/story.ts';
import { recordOf, recordsOf, told } from './books.ts';
import { played } from './cast.ts';
import { leaves, together, type Floor } from './floor.ts';
import { recall, recalls } from './recall-rows.ts';
import { balanceAfterEach, stage } from './stage.ts';

balanceAfterEach();

/** Pia of `pro` (spot 20 %, futures 10 % by default) recalls Bob, who registered long ago, at noon of the 5th of May. */
const piaAndBob = played('pia and bob', (empty) => empty.at('2024-01-03').take(
  together(account('pia', { on: '2024-01-01' }), account('bob', { on: '2024-01-01' })), activates('pia', 'pro', '2024-01-02'),
));

let floor: Floor;
beforeEach(async () => {
  floor = (await stage(piaAndBob)).at('2026-05-06 01:00');
});

const noon = '2026-05-05 12:00';
const recalled = (): Promise<string[]> => recalls(floor, recall('bob', 'pia', noon));

describe('REF-1: what the inviter earns on', () => {
  test('trades from the binding on, not one millisecond before', async () => {
    await recalled();
    await floor.take(trades('before', 'bob', justBefore(noon)), trades('at', 'bob', noon), trades('after', 'bob', '2026-05-05 13:00'));
    await floor.commission('2026-05-05');
    expect(await told(floor.database.read, 'pia')).toEqual(['commission at 0.2 open', 'commission after 0.2 open']); // 1 × 20 %
  });

  test('BIN-9: spot, margin and the two futures; the other products of pro do not earn', async () => {
    await recalled();
    const products = ['spot', 'margin', 'futures_usdt', 'futures_coin', 'onchain', 'copy', 'strategy', 'mining'];
    await floor.take(...products.map((product) => trades(product, 'bob', '2026-05-05 13:00', { product })));
    await floor.commission('2026-05-05');
    expect(await told(floor.database.read, 'pia')).toEqual([
      'commission spot 0.2 open', 'commission margin 0.2 open', // 1 × 20 %
      'commission futures_usdt 0.1 open', 'commission futures_coin 0.1 open', // 1 × 10 %
      'commission onchain 0 product_not_covered', 'commission copy 0 product_not_covered', 'commission strategy 0 product_not_covered',
      'commission mining 0 product_not_covered',
    ]);
  });

  test.each([['referral', '0.15'], ['partner', '0.2']] as const)('BIN-9: the same four products where the inviter is in %s by then', async (programme, earned) => {
    await recalled();
    await floor.take(leaves('pia', '2026-05-05 13:00'), activates('pia', programme, '2026-05-05 13:00'));
    await floor.take(...rulebookV1.pro.products.map((product) => trades(product, 'bob', '2026-05-05 13:00', { product })));
    await floor.commission('2026-05-05');
    expect(await told(floor.database.read, 'pia')).toEqual([
      ...['spot', 'margin', 'futures_usdt', 'futures_coin'].map((product) => `commission ${product} ${earned} open`),
      ...['onchain', 'copy', 'strategy', 'mining'].map((product) => `commission ${product} 0 product_not_covered`),
    ]);
    expect((await explainTrade(floor.database.read, 'copy')).checks.find(({ rule }) => rule === 'REF-1.5')).toMatchObject({ passed: false });
  });

  test('BIN-9: the window of the programme that the inviter is in by then counts from the binding too', async () => {
    await floor.database.transaction((transaction) => insertRulebook(
      transaction,
      { ...rulebookV1.referral, window_days: 5 },
      { version: 2, effective_from: Date.parse(moment('2026-01-01')), proposed_by: 'a', decided_by: 'b', at: Date.parse(moment('2025-12-01')) },
    ));
    await recalled();
    await floor.take(leaves('pia', '2026-05-05 13:00'), activates('pia', 'referral', '2026-05-05 13:00'));
    await floor.take(trades('last', 'bob', justBefore('2026-05-11')), trades('first-out', 'bob', '2026-05-11'));
    floor.at('2026-05-12 01:00');
    await floor.commission('2026-05-11');
    expect(await told(floor.database.read, 'pia')).toEqual(['commission last 0.15 open', 'commission first-out 0 window_expired']);
  });

  test('BIN-9: no window by default, although the account is older than any', async () => {
    await recalled();
    await floor.take(trades('late', 'bob', '2028-05-05'));
    floor.at('2028-05-06 01:00');
    await floor.commission('2028-05-05');
    expect(await told(floor.database.read, 'pia')).toEqual(['commission late 0.2 open']);
  });

  test('BIN-9: a window counts from the UTC date of the binding', async () => {
    await floor.database.transaction((transaction) => insertRulebook(
      transaction,
      { ...rulebookV1.pro, window_days: 30 },
      { version: 2, effective_from: Date.parse(moment('2026-01-01')), proposed_by: 'a', decided_by: 'b', at: Date.parse(moment('2025-12-01')) },
    ));
    await recalled();
    // 30 days after the 5th of May: 26 to its end and 4 of June.
    await floor.take(trades('last', 'bob', justBefore('2026-06-05')), trades('first-out', 'bob', '2026-06-05'));
    floor.at('2026-06-06 01:00');
    await floor.commission('2026-06-05');
    expect(await told(floor.database.read, 'pia')).toEqual(['commission last 0.2 open', 'commission first-out 0 window_expired']);
    const { checks } = await explainTrade(floor.database.read, 'first-out');
    expect(checks.find(({ rule }) => rule === 'REF-1.4')).toMatchObject({ passed: false, fact: 'bound 2026-05-05, trade 2026-06-05: day 31 of 30' });
  });
});

describe('REF-7: a recall that arrives behind the run', () => {
  test('the next run takes up the trades since the binding, once', async () => {
    await floor.take(trades('before', 'bob', '2026-01-05'), trades('since', 'bob', '2026-05-05 13:00'));
    await floor.commission('2026-05-05');
    expect(await told(floor.database.read, 'pia')).toEqual([]);
    expect(await recalled()).toEqual(['accepted']); // the last use before noon: 2026-01-05, 120 days before
    expect(await recalled()).toEqual(['duplicate']);
    floor.at('2026-05-07 01:00');
    await floor.commission('2026-05-06');
    await floor.commission('2026-05-06');
    floor.at('2026-05-08 01:00');
    await floor.commission('2026-05-07');
    expect(await recordsOf(floor.database.read, 'pia')).toMatchObject([{ trade: 'since', amount: 20_000_000n, run_day: '2026-05-06' }]);
  });

  test('a trade that waits there already is taken up once', async () => {
    await floor.commission('2026-05-05');
    await floor.take(trades('late', 'bob', '2026-05-05 13:00'));
    expect(await recalled()).toEqual(['accepted']);
    floor.at('2026-05-07 01:00');
    await floor.commission('2026-05-06');
    expect(await told(floor.database.read, 'pia')).toEqual(['commission late 0.2 open']);
  });

  test('what was refused leaves no trace among the trades', async () => {
    await floor.take(trades('before', 'bob', '2026-05-04'), trades('since', 'bob', '2026-05-05 13:00'));
    await floor.commission('2026-05-05');
    expect(await recalled()).toEqual(['recently_active']);
    floor.at('2026-05-07 01:00');
    await floor.commission('2026-05-06');
    expect(await told(floor.database.read, 'pia')).toEqual([]);
  });
});

describe('BIN-8: figures as of the day before', () => {
  async function figures(): Promise<RecalledFigures> {
    const pia = await row<{ id: number }>(floor.database.read, `SELECT id FROM accounts WHERE uid = 'pia'`);
    return recalledFigures(floor.database.read, pia?.id ?? 0, floor.clock.now());
  }

  test('number, ids, and commission by currency, of recalled users alone', async () => {
    await floor.take(account('ned', { on: '2026-05-04', by: 'pia' }), account('ben', { on: '2024-01-01' }));
    await recalled();
    await floor.take(
      trades('t1', 'bob', '2026-05-05 13:00'), trades('t2', 'bob', '2026-05-05 14:00', { fee: '0.00000003', fee_currency: 'BTC' }),
      trades('of-ned', 'ned', '2026-05-05 13:00'),
    );
    await floor.commission('2026-05-05');
    await recalls(floor, recall('ben', 'pia', '2026-05-06'));
    expect(await figures()).toEqual({
      as_of: '2026-05-05', number: 1, uids: ['bob'],
      commission: [{ currency: 'BTC', records: 1, amount: '0' }, { currency: 'USDT', records: 1, amount: '0.2' }], // 3 e-8 × 20 % is cut to 0
    });
    floor.at('2026-05-07 01:00');
    expect(await figures()).toMatchObject({ as_of: '2026-05-06', number: 2, uids: ['ben', 'bob'] });
  });

  test('a reversal counts on its own day, and nothing before the binding’s day is over', async () => {
    floor.at('2026-05-05 23:00');
    await recalled();
    expect(await figures()).toEqual({ as_of: '2026-05-04', number: 0, uids: [], commission: [] });
    await floor.take(trades('t1', 'bob', '2026-05-05 13:00'), trades('t2', 'bob', '2026-05-05 14:00'));
    floor.at('2026-05-06 01:00');
    await floor.commission('2026-05-05');
    await floor.reverse(await recordOf(floor.database.read, 't1'));
    expect((await figures()).commission).toEqual([{ currency: 'USDT', records: 2, amount: '0.4' }]);
    floor.at('2026-05-07 01:00');
    expect((await figures()).commission).toEqual([{ currency: 'USDT', records: 3, amount: '0.2' }]); // 0.2 + 0.2 − 0.2
  });
});
