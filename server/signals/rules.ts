import { MINUTE_MS } from '../calendar.ts';
import { ONE_E8 } from '../money.ts';
import type { FactValues } from '../explanations/contract.ts';
import { signalThresholds, SIGNAL_UIDS, type SignalFact, type SignalFactKey, type SignalKind } from './contract.ts';

/** A binding of the month; `email` and `name` as lookAlike texts, null where there is nothing to compare. */
export interface Newcomer {
  /** Of the binding. */
  id: number;
  inviter: string;
  invitee: string;
  registered: boolean;
  bound_at: number;
  email: string | null;
  name: string | null;
  inviter_email: string | null;
  inviter_name: string | null;
}

/** What somebody who registered in the month has done in it; amounts in e8 units. */
export interface Activity {
  inviter: string;
  invitee: string;
  bound_at: number;
  trades: number;
  volume: bigint;
  api_volume: bigint;
  deposits: bigint;
}

/** A deposit, and what left the account within the hours after it. */
export interface Withdrawn {
  inviter: string;
  invitee: string;
  transfer_id: string;
  at: number;
  deposit: bigint;
  withdrawn: bigint;
}

export interface Signal {
  inviter: string;
  kind: SignalKind;
  invitees: string[];
  first_at: number;
  last_at: number;
  facts: SignalFact[];
}

/** What an address comes to without what its owner can vary: case, dots and `+tags` of the local part; null of what is none. */
export function emailBase(email: string): string | null {
  const address = email.normalize('NFKC').trim().toLowerCase();
  const split = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(split, 0)).replace(/\+.*$/, '').replaceAll('.', '');
  const domain = address.slice(split + 1);
  return local === '' || domain === '' ? null : `${local}@${domain}`;
}

/** A name without case and spacing; null where there is none. */
export function nameBase(name: string): string | null {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase() || null;
}

function factOf(
  code: SignalFact['code'], uids: string[], [fact_key, fact_values, fact]: [SignalFactKey, FactValues, string],
): SignalFact {
  return { code, fact, fact_key, fact_values, count: uids.length, uids: uids.slice(0, SIGNAL_UIDS) };
}

function groupBy<T>(list: T[], key: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const name = key(item);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

function signalOf(inviter: string, kind: SignalKind, about: { invitee: string; at: number }[], facts: SignalFact[]): Signal {
  let [first_at, last_at] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at } of about) {
    first_at = Math.min(first_at, at);
    last_at = Math.max(last_at, at);
  }
  return { inviter, kind, invitees: [...new Set(about.map((one) => one.invitee))], first_at, last_at, facts };
}

/** Invitees that look like their inviter, or like each other, by address or name. */
export function selfReferrals(newcomers: Newcomer[]): Signal[] {
  return [...groupBy(newcomers, (one) => one.inviter)].flatMap(([inviter, own]) => {
    const facts: SignalFact[] = [];
    const about = new Set<Newcomer>();
    for (const by of ['email', 'name'] as const) {
      const what = by === 'email' ? 'the same e-mail base' : 'the same name';
      for (const alike of groupBy(own, (one) => one[by]).values()) {
        const [one] = alike as [Newcomer];
        const likeInviter = one[by] === one[`inviter_${by}`];
        if (!likeInviter && alike.length < 2) continue;
        for (const each of alike) about.add(each);
        const uids = alike.map((each) => each.invitee);
        const count = alike.length;
        facts.push(factOf(by === 'email' ? 'same_email_base' : 'same_name', uids, likeInviter
          ? [`${by}_of_inviter`, { count }, `${what} as the inviter: ${count}`]
          : [`${by}_alike`, { count }, `${what}: ${count} invitees`]));
      }
    }
    return facts.length === 0 ? [] : [signalOf(inviter, 'self_referral', [...about].map(({ invitee, bound_at }) => ({ invitee, at: bound_at })), facts)];
  });
}

/** Many registrations through one inviter in a short time; `newcomers` in the order of time. */
export function registrationBursts(newcomers: Newcomer[]): Signal[] {
  const { registrations, minutes } = signalThresholds.burst;
  return [...groupBy(newcomers.filter((one) => one.registered), (one) => one.inviter)].flatMap(([inviter, own]) => {
    const within = new Set<Newcomer>();
    let most = 0;
    let from = 0;
    for (const [place, last] of own.entries()) {
      while (last.bound_at - (own[from] as Newcomer).bound_at > minutes * MINUTE_MS) from += 1;
      const count = place - from + 1;
      most = Math.max(most, count);
      // Of a burst that goes on only the newest is not counted yet.
      if (count >= registrations) for (const one of within.has(own[place - 1] as Newcomer) ? [last] : own.slice(from, place + 1)) within.add(one);
    }
    if (within.size === 0) return [];
    const list = [...within];
    const fact = factOf('registrations_within', list.map((one) => one.invitee), [
      'registrations_within', { most, minutes }, `up to ${most} registrations within ${minutes} minutes`,
    ]);
    return [signalOf(inviter, 'registration_burst', list.map(({ invitee, bound_at }) => ({ invitee, at: bound_at })), [fact])];
  });
}

/** Invitees whose volume and deposits lie just over what makes a qualified invitee (TIE-1). */
export function thresholdActivity(activities: Activity[]): Signal[] {
  const { volume, volume_below, deposits, deposits_below, invitees, share_bps } = signalThresholds.threshold;
  return [...groupBy(activities, (one) => one.inviter)].flatMap(([inviter, own]) => {
    const traded = own.filter((one) => one.trades > 0).length;
    const near = own.filter((one) => between(one.volume, volume, volume_below) && between(one.deposits, deposits, deposits_below));
    if (near.length < invitees || near.length * 10_000 < traded * share_bps) return [];
    const values = { near: near.length, traded, volume, volume_below, deposits, deposits_below };
    const told = `${near.length} of ${traded} who traded: volume from ${volume} to under ${volume_below}, deposits from ${deposits} to under ${deposits_below} USDT`;
    const about = near.map(({ invitee, bound_at }) => ({ invitee, at: bound_at }));
    return [signalOf(inviter, 'threshold_activity', about, [factOf('just_over_thresholds', near.map((one) => one.invitee), ['just_over_thresholds', values, told])])];
  });
}

function between(amount: bigint, from: number, below: number): boolean {
  return amount >= BigInt(from) * ONE_E8 && amount < BigInt(below) * ONE_E8;
}

/** Deposits of which most has left again soon. */
export function quickWithdrawals(list: Withdrawn[]): Signal[] {
  const { deposit, share_bps, hours, invitees } = signalThresholds.withdrawal;
  const soon = list.filter((one) => one.deposit >= BigInt(deposit) * ONE_E8 && one.withdrawn * 10_000n >= one.deposit * BigInt(share_bps));
  return [...groupBy(soon, (one) => one.inviter)].flatMap(([inviter, own]) => {
    const uids = [...new Set(own.map((one) => one.invitee))];
    if (uids.length < invitees) return [];
    const values = { deposits_left: own.length, percent: share_bps / 100, hours };
    const told = `${own.length} deposits of which at least ${share_bps / 100} % left within ${hours} hours`;
    return [signalOf(inviter, 'quick_withdrawal', own.map(({ invitee, at }) => ({ invitee, at })), [factOf('deposit_withdrawn', uids, ['deposit_withdrawn', values, told])])];
  });
}

/** New invitees that trade (nearly) only through the API. */
export function oneSidedApi(activities: Activity[]): Signal[] {
  const { volume, share_bps } = signalThresholds.api;
  return [...groupBy(activities, (one) => one.inviter)].flatMap(([inviter, own]) => {
    const total = own.reduce((sum, one) => sum + one.volume, 0n);
    const api = own.reduce((sum, one) => sum + one.api_volume, 0n);
    if (total < BigInt(volume) * ONE_E8 || api * 10_000n < total * BigInt(share_bps)) return [];
    const through = own.filter((one) => one.api_volume > 0n);
    const values = { percent: Number((api * 100n) / total), volume: String(total / ONE_E8) };
    const told = `${values.percent} % of ${values.volume} USDT through the API`;
    const about = through.map(({ invitee, bound_at }) => ({ invitee, at: bound_at }));
    return [signalOf(inviter, 'one_sided_api', about, [factOf('volume_through_api', through.map((one) => one.invitee), ['volume_through_api', values, told])])];
  });
}
