import { dayAfter, expect, rowsPath, type Colleague } from './world.ts';
import { tradesFile } from './trades.ts';

export interface Payout {
  id: string;
  day: string;
  state: string;
}

interface Routine {
  steps: { kind: string; period: string; state: string }[];
}

/** Starts the payout run of a day, and waits for its batch. */
export async function makePayout(api: Colleague, day: string): Promise<Payout> {
  await api.post('runs', { kind: 'payout', day });
  const found = async () => (await api.get<Payout[]>(rowsPath('payouts', { day }, 0)))[0] ?? null;
  await expect.poll(found).not.toBeNull();
  return (await found()) as Payout;
}

/** On the first of a month the evaluation comes before all else. */
export async function evaluateWhatIsDue(api: Colleague): Promise<void> {
  const due = async () => {
    const { steps } = await api.get<Routine>('routine');
    return steps.find(({ kind, state }) => kind === 'evaluation' && state !== 'done') ?? null;
  };
  const month = (await due())?.period;
  if (!month) return;
  await api.post('runs', { kind: 'evaluation', month });
  await expect.poll(due).toBeNull();
}

interface Earner {
  inviter_uid: string;
  invitee_uid: string;
}

export interface EarnedRecord extends Earner {
  id: string;
  kind: string;
  amount: string;
  currency: string;
  status: string;
}

/** The trades of the week before a day, for the list of records. */
export function weekBefore(day: string): Record<string, string> {
  return { executed_at_gte: `${dayAfter(day, -7)}T00:00:00.000Z`, executed_at_lt: `${day}T00:00:00.000Z` };
}

/** Commission records of the week before a day that earn, are not held and about which nothing is asked; the latest first. */
export async function earnedBefore(api: Colleague, day: string): Promise<EarnedRecord[]> {
  const records = await api.get<EarnedRecord[]>(rowsPath('commissions', weekBefore(day), 99));
  const asked = await Promise.all(
    ['reversals', 'corrections'].map((resource) => api.get<{ record_id: string }[]>(rowsPath(resource, {}, 499))),
  );
  const taken = new Set(asked.flat().map(({ record_id }) => record_id));
  return records.filter(
    ({ id, kind, amount, status }) => kind === 'commission' && amount !== '0' && status !== 'held' && !taken.has(id),
  );
}

/** Two affiliates who earned in the week up to the last day that was run, each with an invitee. */
export async function twoEarners(api: Colleague, day: string): Promise<[Earner, Earner]> {
  const earning = await earnedBefore(api, dayAfter(day, 1));
  const first = earning[0] as Earner;
  const second = earning.find(({ inviter_uid }) => inviter_uid !== first.inviter_uid) as Earner;
  return [first, second];
}

/** A trade of each of these invitees at noon of a day. */
export async function tradeOn(api: Colleague, day: string, invitees: readonly Earner[]): Promise<void> {
  const trades = invitees.map(({ invitee_uid }, number) => ({
    trade_id: `T-payday-${number + 1}`, uid: invitee_uid, executed_at: `${day}T12:00:00.000Z`,
  }));
  await api.upload('trades', tradesFile(trades));
}

/** The payment system's answer to every line of a payout that is out: paid. */
export async function confirmAll(api: Colleague, batch_id: string, at: string): Promise<void> {
  const lines = await api.get<{ id: string }[]>(rowsPath('payout-lines', { batch_id, status: 'released' }, 499));
  const rows = lines.map(({ id }) => `${id},paid,${at},PAY-${id}`);
  await api.upload('payout-confirmations', `${['line_id,status,at,reference', ...rows].join('\n')}\n`);
}
