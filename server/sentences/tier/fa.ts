import type { Phrases } from '../wording.ts';
import type { TierCases } from './cases.ts';

/** Months are those of the Gregorian calendar, by which the programme counts. */
export const persian: Phrases<TierCases> = {
  no_tiers: ({ rates }, form) =>
    `برنامهٔ شما سطح‌بندی ندارد. نرخ‌های شما: ${rates.map(({ family, rate_bps }) => `${form.family(family)} ${form.rate(rate_bps)}`).join('؛ ')}.`,
  entry: ({ at, step, rate_bps, first_month }, form) =>
    `شما در ${form.day(at)} به برنامه پیوستید. همه از «${form.step(step)}» (${form.rate(rate_bps)}) آغاز می‌کنند؛ نخستین ماهی که ` +
    `ارزیابی می‌شود ${form.month(first_month)} است.`,
  figures: ({ month, invitees, volume }, form) =>
    `در ${form.month(month)} تعداد ${form.count(invitees)} کاربر دعوت‌شدهٔ واجد شرایط و ${form.money(volume, 'USDT')} حجم واجد شرایط داشتید.`,
  figures_of_three: ({ month, volume }, form) =>
    `در سه ماه منتهی به ${form.month(month)} حجم معاملات مشتریان شما ${form.money(volume, 'USDT')} بود.`,
  kept: ({ step, rate_bps }, form) => `با این ارقام «${form.step(step)}» را با نرخ ${form.rate(rate_bps)} حفظ می‌کنید.`,
  kept_boosted: ({ step, rate_bps, reached }, form) =>
    `این ارقام به‌تنهایی به «${form.step(reached)}» می‌رسید. چون یک دورهٔ تقویت فعال بود، «${form.step(step)}» را با نرخ ` +
    `${form.rate(rate_bps)} حفظ می‌کنید.`,
  fell: ({ step, rate_bps, at }, form) => `با این ارقام از ${form.day(at)} «${form.step(step)}» با نرخ ${form.rate(rate_bps)} برقرار است.`,
  rose: ({ step, rate_bps, at }, form) => `با این ارقام از ${form.day(at)} «${form.step(step)}» با نرخ ${form.rate(rate_bps)} برقرار است.`,
  rise_waits: ({ step, rate_bps, next }, form) =>
    `با این ارقام یکی از شرایط «${form.step(next)}» برآورده شده است. ارتقا در دست بررسی است؛ تا زمان تأیید، «${form.step(step)}» ` +
    `با نرخ ${form.rate(rate_bps)} برقرار است.`,
  rise_confirmed: ({ step, rate_bps, at }, form) =>
    `با این ارقام یکی از شرایط «${form.step(step)}» برآورده شده است. ارتقا تأیید شد و نرخ ${form.rate(rate_bps)} از ` +
    `${form.moment(at)} برقرار است.`,
  rise_not_confirmed: ({ step, rate_bps, next }, form) =>
    `ارتقا به «${form.step(next)}» تأیید نشد؛ «${form.step(step)}» با نرخ ${form.rate(rate_bps)} برقرار است.`,
  missing: ({ next, invitees, volume, invitees_missing, volume_missing }, form) =>
    `برای «${form.step(next)}» در یک ماه ${form.count(invitees)} کاربر دعوت‌شدهٔ واجد شرایط یا ${form.money(volume, 'USDT')} حجم ` +
    `واجد شرایط لازم است: ${form.count(invitees_missing)} کاربر دیگر یا ${form.money(volume_missing, 'USDT')} حجم دیگر.`,
  missing_volume: ({ next, volume, volume_missing }, form) =>
    `برای «${form.step(next)}» حجم ${form.money(volume, 'USDT')} لازم است: ${form.money(volume_missing, 'USDT')} حجم دیگر.`,
  highest: ({ step }, form) => `بالاتر از «${form.step(step)}» سطحی نیست.`,
  boost_until: ({ until }, form) => `یک دورهٔ تقویت آن را تا ${form.moment(until)} از کاهش حفظ می‌کند.`,
};
