import type { Phrases } from '../wording.ts';
import type { TierCases } from './cases.ts';

export const french: Phrases<TierCases> = {
  no_tiers: ({ rates }, form) =>
    `Votre programme n’a pas de paliers. Vos taux : ${rates.map(({ family, rate_bps }) => `${form.family(family)} ${form.rate(rate_bps)}`).join(' ; ')}.`,
  entry: ({ at, step, rate_bps, first_month }, form) =>
    `Vous avez rejoint le programme le ${form.day(at)}. Chacun commence au niveau « ${form.step(step)} » (${form.rate(rate_bps)}) ; ` +
    `le premier mois évalué est ${form.month(first_month)}.`,
  figures: ({ month, invitees, volume }, form) =>
    `En ${form.month(month)}, vous aviez ${form.count(invitees)} filleuls qualifiés et un volume qualifié de ${form.money(volume, 'USDT')}.`,
  figures_of_three: ({ month, volume }, form) =>
    `Sur les trois mois allant jusqu’à ${form.month(month)}, le volume de vos clients était de ${form.money(volume, 'USDT')}.`,
  kept: ({ step, rate_bps }, form) => `Vous gardez ainsi le niveau « ${form.step(step)} », au taux de ${form.rate(rate_bps)}.`,
  kept_boosted: ({ step, rate_bps, reached }, form) =>
    `Cela seul mènerait au niveau « ${form.step(reached)} ». Une période de bonification étant active, vous gardez le niveau ` +
    `« ${form.step(step)} », au taux de ${form.rate(rate_bps)}.`,
  fell: ({ step, rate_bps, at }, form) =>
    `Cela mène au niveau « ${form.step(step)} », au taux de ${form.rate(rate_bps)}, à partir du ${form.day(at)}.`,
  rose: ({ step, rate_bps, at }, form) =>
    `Cela mène au niveau « ${form.step(step)} », au taux de ${form.rate(rate_bps)}, à partir du ${form.day(at)}.`,
  rise_waits: ({ step, rate_bps, next }, form) =>
    `Cela remplit une condition du niveau « ${form.step(next)} ». Le passage est en cours d’examen ; jusqu’à sa confirmation, le ` +
    `niveau « ${form.step(step)} » s’applique, au taux de ${form.rate(rate_bps)}.`,
  rise_confirmed: ({ step, rate_bps, at }, form) =>
    `Cela remplit une condition du niveau « ${form.step(step)} ». Le passage a été confirmé ; le taux de ${form.rate(rate_bps)} ` +
    `s’applique à partir du ${form.moment(at)}.`,
  rise_not_confirmed: ({ step, rate_bps, next }, form) =>
    `Le passage au niveau « ${form.step(next)} » n’a pas été confirmé ; le niveau « ${form.step(step)} » s’applique, au taux de ${form.rate(rate_bps)}.`,
  missing: ({ next, invitees, volume, invitees_missing, volume_missing }, form) =>
    `Pour le niveau « ${form.step(next)} », il faut en un mois ${form.count(invitees)} filleuls qualifiés ou ` +
    `${form.money(volume, 'USDT')} de volume qualifié : encore ${form.count(invitees_missing)} filleuls ou ${form.money(volume_missing, 'USDT')}.`,
  missing_volume: ({ next, volume, volume_missing }, form) =>
    `Pour le niveau « ${form.step(next)} », il faut ${form.money(volume, 'USDT')} : encore ${form.money(volume_missing, 'USDT')}.`,
  highest: ({ step }, form) => `Il n’y a rien au-dessus du niveau « ${form.step(step)} ».`,
  boost_until: ({ until }, form) => `Une période de bonification le protège d’une baisse jusqu’au ${form.moment(until)}.`,
};
