import { useLocale } from 'react-admin';
import { percent } from './decimal.ts';

/** A rate in basis points, as a percentage. */
export function RateField({ bps }: { bps: number | null | undefined }) {
  const locale = useLocale() ?? 'en';
  return <span>{bps === null || bps === undefined ? '–' : percent(bps, locale)}</span>;
}
