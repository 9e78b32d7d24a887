import type { Phrases } from '../wording.ts';
import type { TierCases } from './cases.ts';

export const german: Phrases<TierCases> = {
  no_tiers: ({ rates }, form) =>
    `Ihr Programm hat keine Stufen. Ihre Sätze: ${rates.map(({ family, rate_bps }) => `${form.family(family)} ${form.rate(rate_bps)}`).join('; ')}.`,
  entry: ({ at, step, rate_bps, first_month }, form) =>
    `Sie nehmen seit dem ${form.day(at)} teil. Alle beginnen mit „${form.step(step)}“ (${form.rate(rate_bps)}); der erste Monat, ` +
    `der ausgewertet wird, ist ${form.month(first_month)}.`,
  figures: ({ month, invitees, volume }, form) =>
    `Im ${form.month(month)} hatten Sie ${form.count(invitees)} qualifizierte Eingeladene und ein qualifiziertes Volumen von ` +
    `${form.money(volume, 'USDT')}.`,
  figures_of_three: ({ month, volume }, form) =>
    `In den drei Monaten bis einschließlich ${form.month(month)} betrug das Volumen Ihrer Kunden ${form.money(volume, 'USDT')}.`,
  kept: ({ step, rate_bps }, form) => `Damit behalten Sie „${form.step(step)}“ mit einem Satz von ${form.rate(rate_bps)}.`,
  kept_boosted: ({ step, rate_bps, reached }, form) =>
    `Das allein würde zu „${form.step(reached)}“ führen. Da eine Boost-Phase aktiv war, behalten Sie „${form.step(step)}“ mit einem ` +
    `Satz von ${form.rate(rate_bps)}.`,
  fell: ({ step, rate_bps, at }, form) =>
    `Das führt ab dem ${form.day(at)} zu „${form.step(step)}“ mit einem Satz von ${form.rate(rate_bps)}.`,
  rose: ({ step, rate_bps, at }, form) =>
    `Das führt ab dem ${form.day(at)} zu „${form.step(step)}“ mit einem Satz von ${form.rate(rate_bps)}.`,
  rise_waits: ({ step, rate_bps, next }, form) =>
    `Damit ist eine Bedingung von „${form.step(next)}“ erfüllt. Der Aufstieg wird geprüft; bis er bestätigt ist, gilt ` +
    `„${form.step(step)}“ mit einem Satz von ${form.rate(rate_bps)}.`,
  rise_confirmed: ({ step, rate_bps, at }, form) =>
    `Damit ist eine Bedingung von „${form.step(step)}“ erfüllt. Der Aufstieg wurde bestätigt; der Satz von ${form.rate(rate_bps)} ` +
    `gilt ab dem ${form.moment(at)}.`,
  rise_not_confirmed: ({ step, rate_bps, next }, form) =>
    `Der Aufstieg zu „${form.step(next)}“ wurde nicht bestätigt; es gilt „${form.step(step)}“ mit einem Satz von ${form.rate(rate_bps)}.`,
  missing: ({ next, invitees, volume, invitees_missing, volume_missing }, form) =>
    `Für „${form.step(next)}“ sind in einem Monat ${form.count(invitees)} qualifizierte Eingeladene oder ` +
    `${form.money(volume, 'USDT')} qualifiziertes Volumen nötig: noch ${form.count(invitees_missing)} Eingeladene oder noch ` +
    `${form.money(volume_missing, 'USDT')}.`,
  missing_volume: ({ next, volume, volume_missing }, form) =>
    `Für „${form.step(next)}“ sind ${form.money(volume, 'USDT')} nötig: noch ${form.money(volume_missing, 'USDT')}.`,
  highest: ({ step }, form) => `Über „${form.step(step)}“ gibt es nichts.`,
  boost_until: ({ until }, form) => `Eine Boost-Phase schützt bis zum ${form.moment(until)} vor einem Abstieg.`,
};
