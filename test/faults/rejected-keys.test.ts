/** CONTRACT 1: the good rows of a file are kept. What a refused row was called blocks no later row of the file, in any feed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { row } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { feedColumns, feeds, type Feed, type ImportFigures } from '../../server/feeds/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { CampaignFloor } from '../floor/campaigning.ts';
import type { AnyRow } from '../worlds/feeds.ts';
import { account, codeOf, trades } from '../worlds/story.ts';

let floor: CampaignFloor;
let line: string;
let bonus: string;

/** Ada, Eve and Lea in `pro`, with a campaign to join, a voucher of it that is pending, and a payout line on its way; Fay in no programme. */
beforeAll(async () => {
  floor = await CampaignFloor.with('ada', 'eve', 'lea');
  const campaign = await floor.campaign({
    code: 'own', audience: 'joining', tasks: [{ task: 'register' }], rewards: [{ side: 'inviter', reward: 'fee_voucher', amount: '5', currency: 'USDT' }],
  });
  await floor.join(campaign, 'ada');
  floor.at('2026-01-05 12:00');
  await floor.take(account('fay'), account('old', { on: '2024-01-01' }));
  await floor.invited('guest', 'ada', '2026-01-05 06:00', 'own');
  await floor.trades('first', 'guest', '100', '2026-01-05 08:00');
  await floor.bonus('2026-01-05');
  const batch = await floor.payday('2026-01-05');
  const { read } = floor.database;
  line = String((await row<{ id: number }>(read, 'SELECT id FROM payout_lines WHERE batch_id = :batch', { batch: Number(batch) }))?.id);
  bonus = String((await row<{ id: number }>(read, `SELECT id FROM bonuses WHERE state = 'pending'`))?.id);
});
afterAll(() => floor.close());

async function take(feed: Feed, list: readonly AnyRow[], dryRun: boolean): Promise<ImportFigures> {
  const lines = list.map((one) => feedColumns[feed].map((column) => one[column] ?? '').join(','));
  const bytes = new TextEncoder().encode([feedColumns[feed].join(','), ...lines].join('\n'));
  const job = { feed, file_name: `${feed}.csv`, bytes_total: bytes.length, dry_run: dryRun, actor: systemActor };
  return (await importFile(floor.database, floor.clock, job, (async function* () { yield bytes; })())).figures;
}

const at = '2026-01-05T10:00:00.000Z';
const tooEarly = '2020-01-01T00:00:00.000Z';

interface Case {
  good: AnyRow;
  /** What differs in each row before it, which is refused. */
  bad: Partial<Record<string, string>>[];
}

const cases: Record<Feed, () => Case> = {
  accounts: () => ({
    good: account('new', { on: '2026-01-05' }).rows[0] as AnyRow,
    bad: [{ country: 'XX' }, { vip_level: '10' }, { referral_code: codeOf('ada') }, { uid: 'not one', referral_code: codeOf('new') }],
  }),
  'account-events': () => ({
    good: { event_id: 'k', uid: 'fay', occurred_at: at, field: 'vip_level', value: '2' },
    bad: [{ uid: 'nobody' }, { occurred_at: tooEarly }, { value: '12' }],
  }),
  activations: () => ({
    good: { activation_id: 'k', uid: 'fay', programme: 'referral', activated_at: at },
    bad: [{ uid: 'nobody' }, { activated_at: tooEarly }, { uid: 'ada' }, { programme: 'none' }],
  }),
  deactivations: () => ({
    good: { deactivation_id: 'k', uid: 'lea', ended_at: at },
    bad: [{ uid: 'nobody' }, { ended_at: tooEarly }, { uid: 'old' }],
  }),
  applications: () => ({
    good: { application_id: 'k', uid: 'old', applied_at: at, channels: 'a blog', audience: 'readers', text: 'please' },
    bad: [{ uid: 'nobody' }, { applied_at: tooEarly }],
  }),
  ratios: () => ({
    good: { ratio_id: 'k', uid: 'ada', family: 'futures', ratio_bps: '500', set_at: at },
    bad: [{ uid: 'nobody' }, { set_at: tooEarly }, { ratio_bps: '10001' }, { ratio_bps: '5e2' }],
  }),
  trades: () => ({
    good: trades('k', 'guest', at).rows[0] as AnyRow,
    bad: [{ uid: 'nobody' }, { executed_at: tooEarly }, { fee_offset: '2' }],
  }),
  transfers: () => ({
    good: { transfer_id: 'k', uid: 'guest', occurred_at: at, direction: 'in', source: 'crypto', amount_usdt: '1' },
    bad: [{ uid: 'nobody' }, { occurred_at: tooEarly }, { amount_usdt: '1e5' }],
  }),
  recalls: () => ({
    good: { recall_id: 'k', uid: 'old', inviter_code: codeOf('ada'), via: 'current_link', attempted_at: at, confirmed_at: at },
    bad: [{ uid: 'nobody' }, { via: 'legacy_link' }, { confirmed_at: '' }],
  }),
  'campaign-joins': () => ({
    good: { join_id: 'k', campaign_code: 'own', uid: 'eve', joined_at: at },
    bad: [{ uid: 'nobody' }, { campaign_code: 'none' }, { uid: 'ada' }, { joined_at: tooEarly }],
  }),
  prices: () => ({ good: { currency: 'BNB', day: '2026-01-05', usdt: '600' }, bad: [{ usdt: '1e5' }, { usdt: '' }] }),
  'payout-confirmations': () => ({ good: { line_id: line, status: 'paid', at, reference: 'ref' }, bad: [{ status: 'lost' }, { at: 'today' }] }),
  'bonus-confirmations': () => ({ good: { bonus_id: bonus, status: 'distributed', at, reference: 'ref' }, bad: [{ status: 'lost' }, { at: 'today' }] }),
  manifests: () => ({ good: { feed: 'trades', day: '2026-01-05', rows: '2', control_sum: '200' }, bad: [{ rows: 'two' }, { control_sum: '1e2' }] }),
};

test.each(feeds)('%s: a good row is taken behind refused ones of its key', async (feed) => {
  const { good, bad } = cases[feed]();
  const rows = [...bad.map((said): AnyRow => ({ ...good, ...(said as AnyRow) })), good];
  const figures = { rows: rows.length, accepted: 1, rejected: bad.length, conflicts: 0, duplicates: 0 };
  expect(await take(feed, rows, true), 'as a dry run').toMatchObject(figures);
  expect(await take(feed, rows, false)).toMatchObject(figures);
  // It is that row which stands: the same again is a duplicate.
  expect(await take(feed, [good], false)).toMatchObject({ rows: 1, duplicates: 1 });
});
