import type { Phrases } from '../wording.ts';
import type { TierCases } from './cases.ts';

export const english: Phrases<TierCases> = {
  no_tiers: ({ rates }, form) =>
    `Your programme has no tiers. Your rates: ${rates.map(({ family, rate_bps }) => `${form.family(family)} ${form.rate(rate_bps)}`).join('; ')}.`,
  entry: ({ at, step, rate_bps, first_month }, form) =>
    `You joined on ${form.day(at)}. Everyone begins with ${form.step(step)} (${form.rate(rate_bps)}); the first month that is ` +
    `evaluated is ${form.month(first_month)}.`,
  figures: ({ month, invitees, volume }, form) =>
    `In ${form.month(month)} you had ${form.count(invitees)} qualified invitees and a qualified volume of ${form.money(volume, 'USDT')}.`,
  figures_of_three: ({ month, volume }, form) =>
    `In the three months up to ${form.month(month)} the volume of your clients was ${form.money(volume, 'USDT')}.`,
  kept: ({ step, rate_bps }, form) => `With that you keep ${form.step(step)}, at a rate of ${form.rate(rate_bps)}.`,
  kept_boosted: ({ step, rate_bps, reached }, form) =>
    `That alone would lead to ${form.step(reached)}. As a boost period was active, you keep ${form.step(step)}, at a rate of ${form.rate(rate_bps)}.`,
  fell: ({ step, rate_bps, at }, form) =>
    `That leads to ${form.step(step)}, at a rate of ${form.rate(rate_bps)}, from ${form.day(at)} on.`,
  rose: ({ step, rate_bps, at }, form) =>
    `That leads to ${form.step(step)}, at a rate of ${form.rate(rate_bps)}, from ${form.day(at)} on.`,
  rise_waits: ({ step, rate_bps, next }, form) =>
    `That meets a condition of ${form.step(next)}. The rise is being reviewed; until it is confirmed, ${form.step(step)} holds, ` +
    `at a rate of ${form.rate(rate_bps)}.`,
  rise_confirmed: ({ step, rate_bps, at }, form) =>
    `That meets a condition of ${form.step(step)}. The rise was confirmed; a rate of ${form.rate(rate_bps)} holds from ${form.moment(at)} on.`,
  rise_not_confirmed: ({ step, rate_bps, next }, form) =>
    `The rise to ${form.step(next)} was not confirmed; ${form.step(step)} holds, at a rate of ${form.rate(rate_bps)}.`,
  missing: ({ next, invitees, volume, invitees_missing, volume_missing }, form) =>
    `For ${form.step(next)}, ${form.count(invitees)} qualified invitees or ${form.money(volume, 'USDT')} of qualified volume are ` +
    `needed in one month: ${form.count(invitees_missing)} more invitees, or ${form.money(volume_missing, 'USDT')} more.`,
  missing_volume: ({ next, volume, volume_missing }, form) =>
    `For ${form.step(next)}, ${form.money(volume, 'USDT')} are needed: ${form.money(volume_missing, 'USDT')} more.`,
  highest: ({ step }, form) => `There is nothing above ${form.step(step)}.`,
  boost_until: ({ until }, form) => `A boost period protects it from falling until ${form.moment(until)}.`,
};
