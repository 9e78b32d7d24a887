import { DayField, MonthField } from './DayField.tsx';

/** What a run is for: a day, or a month. */
export function PeriodField({ period }: { period: string }) {
  return period.length > 'YYYY-MM'.length ? <DayField day={period} /> : <MonthField month={period} />;
}
