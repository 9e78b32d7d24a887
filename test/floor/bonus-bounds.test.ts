/** CAM-4 over random histories: never above budget or cap at any step, never twice, each amount that of the version promised. */
import { afterEach, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../db/connection.ts';
import { rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { runBonus } from '../../server/bonuses/run.ts';
import { Refusal } from '../../server/refusal.ts';
import { account, moment, transfers } from '../worlds/story.ts';
import { CampaignFloor, plain } from './campaigning.ts';

let floor: CampaignFloor;
const handles: Database[] = [];
afterEach(async () => {
  for (const handle of handles.splice(0)) await handle.close();
  await floor.close();
});

/** The same numbers for the same seed. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** A second reading of the rules: whole USDT, one deposit of at least 100 within 7 days. */
class Naive {
  budget = 60;
  cap: number | null = 40;
  reward = 10;
  readonly guests: { uid: string; by: string; at: number; reward: number; earned: number | null; paid: boolean }[] = [];

  register(uid: string, by: string, at: number): void {
    this.guests.push({ uid, by, at, reward: this.reward, earned: null, paid: false });
  }

  deposit(uid: string, amount: number, at: number): void {
    const guest = this.guests.find((one) => one.uid === uid);
    if (guest && guest.earned === null && amount >= 100 && Math.floor(at / 86_400_000) - Math.floor(guest.at / 86_400_000) <= 7) guest.earned = at;
  }

  run(until: number): void {
    const due = this.guests.filter((one) => !one.paid && one.earned !== null && one.earned < until);
    for (const guest of due.sort((one, other) => (one.earned as number) - (other.earned as number))) {
      const used = (by?: string): number => this.guests.filter((one) => one.paid && (by === undefined || one.by === by)).reduce((sum, one) => sum + one.reward, 0);
      guest.paid = used() + guest.reward <= this.budget && (this.cap === null || used(guest.by) + guest.reward <= this.cap);
    }
  }

  get awarded(): string[] {
    return this.guests.filter((one) => one.paid).map((one) => `${one.by} ${one.uid} ${one.reward}`).sort();
  }
}

async function awarded(): Promise<string[]> {
  const list = await rows<{ text: string }>(
    floor.database.read,
    `SELECT a.uid || ' ' || i.uid || ' ' || CAST(n.amount_e8 / 100000000 AS TEXT) AS text FROM bonuses n JOIN accounts a ON a.id = n.affiliate_id JOIN accounts i ON i.id = n.invitee_id`,
  );
  return list.map((one) => one.text).sort();
}

/** Ten at once, through several connections. */
async function tenAtOnce(day: string): Promise<void> {
  while (handles.length < 3) handles.push(openDatabase(floor.url));
  const results = await Promise.all(Array.from({ length: 10 }, (_, n) => runBonus(handles[n % 3] as Database, floor.clock, day, systemActor)));
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
}

const dayOf = (n: number): string => `2026-01-${String(5 + n).padStart(2, '0')}`;

/** A day's registrations and deposits, told to both. */
async function aDay(n: number, random: (below: number) => number, naive: Naive): Promise<void> {
  const start = Date.parse(moment(dayOf(n)));
  const fresh = Array.from({ length: random(4) }, (_, place) => ({ uid: `g${n}-${place}`, by: random(2) === 0 ? 'ada' : 'eve', at: start + 10_800_000 + random(40_000_000) }));
  for (const { uid, by, at } of fresh) naive.register(uid, by, at);
  await floor.take({ feed: 'accounts', rows: fresh.flatMap(({ uid, by, at }) => [...account(uid, { by, registered_at: new Date(at).toISOString() }).rows]) });
  const paying = naive.guests.filter(() => random(2) === 0).map(({ uid }, place) => ({ uid, amount: [99, 100, 150][random(3)] as number, at: start + 60_000_000 + place * 1000 }));
  for (const { uid, amount, at } of paying) if (amount >= 100) naive.deposit(uid, amount, at);
  // What is below never adds up here: it comes from inside.
  await floor.take({ feed: 'transfers', rows: paying.flatMap(({ uid, amount, at }) =>
    [...transfers(uid, String(amount), new Date(at).toISOString(), amount < 100 ? { source: 'internal' } : {}).rows]) });
}

/** Budget, cap or reward change, where what is committed allows it. */
async function change(id: number, random: (below: number) => number, naive: Naive): Promise<void> {
  const next = { budget: 30 + 10 * random(8), cap: random(3) === 0 ? null : 20 + 10 * random(4), reward: [5, 10, 15][random(3)] as number };
  const version = {
    budget: String(next.budget), cap_per_affiliate: next.cap === null ? null : String(next.cap),
    rewards: [{ ...plain.rewards[0], amount: String(next.reward) }],
  };
  try {
    if (random(4) === 0) await floor.refuse(await floor.propose(id, version));
    else {
      await floor.adjust(id, version);
      Object.assign(naive, next);
    }
  } catch (error) {
    if (!(error instanceof Refusal) || !['below_committed', 'no_change'].includes(error.code)) throw error;
  }
}

/** A few a run; more by RANDOM_WORLDS. */
const worlds = Array.from({ length: Number(process.env['RANDOM_WORLDS'] ?? 2) }, (_, n) => 11 + n);

test.each(worlds)('world %i: as the second reading says, with changes between the runs', async (seed) => {
  const random = randomOf(seed);
  const naive = new Naive();
  floor = await CampaignFloor.with('ada', 'eve');
  const id = await floor.campaign({ budget: '60', cap_per_affiliate: '40' });
  for (let n = 0; n < 6; n++) {
    await aDay(n, random, naive);
    floor.after(dayOf(n));
    naive.run(Date.parse(moment(dayOf(n + 1))));
    if (n === 3) await tenAtOnce(dayOf(n));
    else await floor.bonus(dayOf(n));
    expect(await awarded(), `seed ${seed}, ${dayOf(n)}`).toEqual(naive.awarded);
    if (random(2) === 0) await change(id, random, naive);
  }
  expect(await floor.wrong()).toEqual([]);
});

test('ten runs at once and versions in between: within the bounds whatever comes first', async () => {
  const random = randomOf(5);
  const naive = new Naive();
  floor = await CampaignFloor.with('ada', 'eve');
  const id = await floor.campaign({ budget: '60', cap_per_affiliate: '40' });
  for (let n = 0; n < 3; n++) {
    await aDay(n, random, naive);
    floor.after(dayOf(n));
    await Promise.all([tenAtOnce(dayOf(n)), change(id, random, naive)]);
    expect((await floor.wrong()), dayOf(n)).toEqual([]);
  }
});
