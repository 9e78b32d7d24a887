/** A row in each table of campaigns: one that has paid Pro for Liz and lets others wait, one that Pro has joined. */
import type { Database } from '../../db/connection.ts';
import { row } from '../../db/statement.ts';
import { systemActor, type Actor } from '../../server/audit/contract.ts';
import { runBonus } from '../../server/bonuses/run.ts';
import { campaignBody } from '../../server/campaigns/contract.ts';
import { joinByStaff } from '../../server/campaigns/join.ts';
import { createCampaign, moveByVerb } from '../../server/campaigns/service.ts';

const clock = { now: () => Date.parse('2026-02-07T03:00:00Z') };

export async function campaignsAtWork(database: Database): Promise<void> {
  const staff = await row<{ id: number; email: string }>(database.read, `SELECT id, email FROM staff WHERE role = 'operations' ORDER BY id LIMIT 1`);
  const actor: Actor = { staff_id: staff?.id ?? null, name: staff?.email ?? '', role: 'operations', request_id: null };
  const body = {
    code: 'winter', kind: 'exclusive', name: 'Winter', landing_url: 'https://promo.example/winter', starts_at: '2026-01-01T00:00:00Z',
    ends_at: '2026-03-01T00:00:00Z', tasks: [{ task: 'register' }], budget: '10', programmes: ['pro', 'referral'],
    rewards: [{ side: 'inviter', reward: 'cash', amount: '4', currency: 'USDT' }, { side: 'invitee', reward: 'fee_voucher', amount: '2', currency: 'USDT' }],
  };
  for (const said of [{}, { code: 'joined', audience: 'joining' }]) {
    const id = await createCampaign(database, clock, actor, campaignBody.parse({ ...body, ...said }));
    await moveByVerb(database, clock, actor, id, 'activate', null);
  }
  await joinByStaff(database, clock, actor, 2, 'pro');
  const { awarded } = await runBonus(database, clock, '2026-02-05', systemActor);
  if (awarded !== 2) throw new Error(`the small world has ${awarded} bonuses`);
}
