/** A small world with a row in every table that the feeds, runs and decisions fill. */
import type { Database } from '../../db/connection.ts';
import { rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { runPayout } from '../../server/payouts/run.ts';
import { releasePayout } from '../../server/payouts/service.ts';
import { operator, playOnProduct } from '../engine/play.ts';
import { campaignsAtWork } from './campaigns-at-work.ts';
import { staffAtWork } from './staff-at-work.ts';
import type { Script } from '../worlds/naive.ts';
import {
  account, activates, approves, changes, commissionRun, evaluation, importOf, justBefore, manifest, setsRatio, story, times, trades, transfers,
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
  manifest('prices', '2026-01-05', 1),
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
  trades('vip', 'bob', '2026-02-05 12:00'),
  commissionRun('2026-02-05'),
);

/** Plays it; throws where it does not come out as it is meant to. */
export async function playSmallWorld(database: Database): Promise<void> {
  const { results, figures } = await playOnProduct(database, smallWorld);
  const refused = results.flatMap((result) => ('refused' in result ? result.refused : []));
  if (refused.length > 0) throw new Error(`the small world was refused: ${refused.join(', ')}`);
  const rejected = figures.reduce((sum, one) => sum + (one?.rejected ?? 0), 0);
  if (rejected !== 1) throw new Error(`the small world has ${rejected} rejected rows`);
  await payOut(database);
  await staffAtWork(database);
  await campaignsAtWork(database);
}

/** January's batch is released; one line is paid, one fails, and one of the two is told otherwise; February's batch waits. */
async function payOut(database: Database): Promise<void> {
  const clock = { now: () => Date.parse('2026-02-06T02:00:00Z') };
  const { batch_id } = await runPayout(database, clock, '2026-01-31', systemActor);
  await releasePayout(database, clock, operator, Number(batch_id), 'as every day, looked at');
  await runPayout(database, clock, '2026-02-05', systemActor);
  const lines = await rows<{ id: number }>(database.read, 'SELECT id FROM payout_lines ORDER BY id LIMIT 2');
  const [paid, failed] = lines.map((line) => line.id);
  const told = [`${paid},paid`, `${failed},failed`, `${paid},failed`].map((line) => `${line},2026-02-06T03:00:00Z,ref`);
  const bytes = new TextEncoder().encode(['line_id,status,at,reference', ...told].join('\n'));
  const job = { feed: 'payout-confirmations' as const, file_name: 'c.csv', bytes_total: bytes.length, dry_run: false, actor: systemActor };
  await importFile(database, clock, job, (async function* () { yield bytes; })());
}
