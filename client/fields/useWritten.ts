import { useMemo } from 'react';
import { useLocale } from 'react-admin';
import { groupDecimal, percent, signedPercent } from './decimal.ts';
import { writeCount, writeCountry, writeDay, writeDayShortly, writeInstant, writeMonth, writeShortly } from './forms.ts';

export type Written = ReturnType<typeof useWritten>;

/** Figures and dates as texts, in the language on the screen; where an element can stand, its field is the better way. */
export function useWritten() {
  const locale = useLocale() ?? 'en';
  return useMemo(
    () => ({
      count: (count: number) => writeCount(count, locale),
      shortly: (count: number) => writeShortly(count, locale),
      decimal: (amount: string, places?: number) => groupDecimal(amount, locale, places),
      percent: (bps: number) => percent(bps, locale),
      change: (bps: number) => signedPercent(bps, locale),
      instant: (at: string) => writeInstant(at, locale),
      day: (day: string) => writeDay(day, locale),
      dayShortly: (day: string) => writeDayShortly(day, locale),
      month: (month: string) => writeMonth(month, locale),
      /** What a run is for: a day, or a month. */
      period: (period: string) => (period.length > 'YYYY-MM'.length ? writeDay(period, locale) : writeMonth(period, locale)),
      country: (code: string) => writeCountry(code, locale),
      countryAndCode: (code: string) => `${writeCountry(code, locale)} (${code})`,
    }),
    [locale],
  );
}
