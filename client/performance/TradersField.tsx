import { familyFilter, tradersBehind, type Performance, type PeriodFigures } from '#contract/performance';
import type { Family } from '#contract/rulebooks';
import { Count } from '../fields/Count.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { CountField } from './CountField.tsx';
import { countedIn } from './periods.ts';
import { recordsPath, referralsPath } from './rowsBehind.ts';

interface TradersFieldProps {
  performance: Performance;
  period: PeriodFigures;
  family: Family;
}

/** Who traded: with the people themselves, or where the affiliate's view ends within the span with their trades, which are more. */
export function TradersField({ performance, period, family }: TradersFieldProps) {
  const counted = countedIn(performance, period);
  const count = period.traded[family] ?? 0;
  const people = tradersBehind(counted, family, period.traded_key);
  if (people !== null) return <CountField count={count} to={referralsPath(people)} />;
  return <TextLink to={recordsPath(counted, { ...familyFilter(family), kind: 'commission' })}><Count value={count} /></TextLink>;
}
