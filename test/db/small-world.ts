/** A small world with a row in every table that the feeds, runs and decisions fill. */
import type { Database } from '../../db/connection.ts';
import { playOnProduct } from '../engine/play.ts';
import type { Script } from '../worlds/naive.ts';
import {
  account, activates, approves, changes, commissionRun, evaluation, importOf, justBefore, setsRatio, story, times, trades, transfers,
} from '../worlds/story.ts';

const day = (n: number): string => `2026-01-${String(n + 5).padStart(2, '0')}`;

/** Ada earns in `referral` and is promoted, Pam in `partner`, Pro in `pro`; Zoe's binding is refused, one trade is late, one row is wrong. */
export const smallWorld: Script = story(
  account('ada', { on: '2025-12-01' }), account('pam', { on: '2025-12-01' }), account('pro', { on: '2025-12-01' }), account('eve', { on: '2025-12-01' }),
  account('bob', { on: '2026-01-02', by: 'ada' }), account('cli', { on: '2026-01-02', by: 'pam' }), account('liz', { on: '2026-01-02', by: 'pro' }),
  account('joe', { on: '2026-01-02', by: 'eve' }), account('zoe', { on: '2026-01-02', inviter_code: 'NOBODY', inviter_channel: 'code' }),
  activates('ada', 'referral', '2025-12-02'), activates('pam', 'partner', '2025-12-02'), activates('pro', 'pro', '2025-12-02'),
  activates('eve', 'referral', '2025-12-02'),
  setsRatio('pro', 'spot_margin', 3_000, '2026-01-01'),
  importOf('prices', [{ currency: 'BNB', day: '2026-01-05', usdt: '600.5' }]),
  transfers('bob', '150', '2026-01-03'),
  evaluation('2025-12'),
  times(12, (n) => [
    trades(`b${n}`, 'bob', day(n), { volume_usdt: '6000', fee: '6.00000001' }),
    trades(`c${n}`, 'cli', `${day(n)} 12:00`, { volume_usdt: '2000000', fee: '92233720368.54775807', fee_currency: 'SHIB' }),
    trades(`l${n}`, 'liz', `${day(n)} 13:00`, { fee_currency: 'BNB' }),
    trades(`j${n}`, 'joe', `${day(n)} 14:00`, { volume_usdt: '9000' }),
  ]),
  trades('wrong', 'nobody', '2026-01-10'),
  commissionRun('2026-01-31'),
  evaluation('2026-01'),
  approves('ada', '2026-01', '2026-02-02'),
  trades('late', 'bob', justBefore('2026-01-20')), trades('feb', 'bob', '2026-02-03'),
  changes('eve', 'account_type', 'broker', '2026-02-04'), changes('bob', 'vip_level', '3', '2026-02-05'),
  commissionRun('2026-02-05'),
);

/** Plays it; throws where it does not come out as it is meant to. */
export async function playSmallWorld(database: Database): Promise<void> {
  const { results, figures } = await playOnProduct(database, smallWorld);
  const refused = results.flatMap((result) => ('refused' in result ? result.refused : []));
  if (refused.length > 0) throw new Error(`the small world was refused: ${refused.join(', ')}`);
  const rejected = figures.reduce((sum, one) => sum + (one?.rejected ?? 0), 0);
  if (rejected !== 1) throw new Error(`the small world has ${rejected} rejected rows`);
}
