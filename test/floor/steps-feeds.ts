/** Files of a random history: facts, late and in time. */
import { expect } from 'vitest';
import type { AnyRow } from '../worlds/feeds.ts';
import { activates, changes, trades } from '../worlds/story.ts';
import type { Command } from './commands.ts';
import { together } from './floor.ts';
import { affiliates, invitees, type History } from './history.ts';
import type { Trade } from './naive-standing.ts';

const types = ['normal', 'broker', 'collaborator', 'market_maker', 'institutional', 'normal'];
const vips = ['0', '3', '2', '9', '0', '3'];
const countries = ['US', 'IR'];

export async function takeTrades(history: History, list: (Command & { do: 'trades' })['list']): Promise<string> {
  const made = list.map(({ invitee, back, ...rest }): Trade => (
    { ...rest, id: history.fresh('t'), invitee: invitees[invitee % invitees.length] as string, at: Date.parse(history.iso(back)) }
  ));
  const files = made.map((one) => trades(one.id, one.invitee, new Date(one.at).toISOString(), { fee: one.fee, fee_currency: one.currency, product: one.product }));
  expect(await history.floor.take(together(...files))).toMatchObject([{ accepted: made.length }]);
  for (const one of made) history.trades.set(one.id, one);
  return made.map((one) => `${one.id} ${one.invitee} ${new Date(one.at).toISOString()}`).join(', ');
}

/** Types of affiliates, VIP levels and countries of invitees: each where it matters. */
export async function learn(history: History, list: (Command & { do: 'events' })['list']): Promise<string> {
  const facts = list.map(({ field, account, value, back }) => {
    const uid = field === 'account_type' ? affiliates[account % 3] as string : invitees[account % invitees.length] as string;
    const values = { account_type: types, vip_level: vips, country: countries }[field];
    return { uid, field, value: values[value % values.length] as string, at: Date.parse(history.iso(back)) };
  });
  await history.floor.take(together(...facts.map((one) => changes(one.uid, one.field, one.value, new Date(one.at).toISOString()))));
  for (const fact of facts) history.naive.learn(fact);
  return facts.map((one) => `${one.uid} ${one.value} ${new Date(one.at).toISOString()}`).join(', ');
}

export async function leave(history: History, { affiliate, back }: Command & { do: 'leave' }): Promise<string> {
  const uid = affiliates[affiliate % 3] as string;
  const one: AnyRow = { deactivation_id: history.fresh('d'), uid, ended_at: history.iso(back) };
  const ends = history.naive.end(uid, Date.parse(history.iso(back)));
  expect(await history.floor.take({ feed: 'deactivations', rows: [one] })).toMatchObject([{ accepted: ends ? 1 : 0, rejected: ends ? 0 : 1 }]);
  return `${uid} ${history.iso(back)} ${ends}`;
}

export async function activate(history: History, { affiliate, programme, back }: Command & { do: 'activate' }): Promise<string> {
  const uid = affiliates[affiliate % 3] as string;
  const begins = history.naive.activate(uid, programme, Date.parse(history.iso(back)));
  expect(await history.floor.take(activates(uid, programme, history.iso(back), history.fresh('n')))).toMatchObject([{ accepted: begins ? 1 : 0, rejected: begins ? 0 : 1 }]);
  return `${uid} ${history.iso(back)} ${begins}`;
}
