import { addDays } from '../../server/calendar.ts';
import { instantOf, timeOfDay } from './calendar.ts';
import type { DemoCalendar } from './calendar.ts';
import type { PlannedTrade } from './plan.ts';
import type { Change } from './story.ts';

/** A fact of the last days, told in days before the first start. */
interface Lately {
  who: string;
  ago: number;
  /** Milliseconds into the day. */
  ms: number;
}

/** Known late, so that records are to be taken back or fall short (STA-10); or told in time. */
const changes: (Lately & Pick<Change, 'field' | 'value'> & { known: number })[] = [
  { who: 'returner.2', ago: 7, ms: timeOfDay(9, 4), field: 'vip_level', value: '2', known: 4 },
  { who: 'climber.3', ago: 5, ms: timeOfDay(8, 30), field: 'vip_level', value: '3', known: 3 },
  { who: 'trading-desk', ago: 4, ms: timeOfDay(10, 15), field: 'account_type', value: 'broker', known: 4 },
];

/** What the payouts, holds and reversals of the last days are about. */
const trades: (Lately & Pick<PlannedTrade, 'volume' | 'taste'>)[] = [
  { who: 'video-channel.1', ago: 8, ms: timeOfDay(16, 42), volume: 4_310_20, taste: 'pro' },
  { who: 'newsletter.1', ago: 7, ms: timeOfDay(13, 5), volume: 1_875_60, taste: 'pro' },
  { who: 'returner.2', ago: 6, ms: timeOfDay(14, 20), volume: 2_140_00, taste: 'referral' },
  { who: 'climber.3', ago: 5, ms: timeOfDay(15, 10), volume: 3_260_40, taste: 'referral' },
  { who: 'climber.3', ago: 4, ms: timeOfDay(9, 40), volume: 1_590_75, taste: 'referral' },
  { who: 'slow-burner.2', ago: 3, ms: timeOfDay(11, 26), volume: 2_780_00, taste: 'referral' },
  { who: 'five-friends.1', ago: 1, ms: timeOfDay(11, 31), volume: 912_50, taste: 'referral' },
  { who: 'media-house.1', ago: 1, ms: timeOfDay(18, 20), volume: 5_480_00, taste: 'pro' },
];

/** Changes of the last days, with the day with whose file each arrives. */
export function latelyChanges(
  calendar: DemoCalendar,
): { who: string; at: string; field: Change['field']; value: string; arrives: string }[] {
  return changes.map(({ who, ago, ms, field, value, known }) => (
    { who, at: instantOf(calendar.ago(ago), ms), field, value, arrives: calendar.ago(known) }
  ));
}

/** Trades of the last days; one misses its day's file and comes with the next, in the same month. */
export function latelyTraded(calendar: DemoCalendar): PlannedTrade[] {
  return [
    ...trades.map(({ who, ago, ms, volume, taste }): PlannedTrade => (
      { who, day: calendar.ago(ago), ms, volume, taste, product: 'spot', currency: 'USDT', plain: true }
    )),
    missedFile(calendar),
  ];
}

function missedFile(calendar: DemoCalendar): PlannedTrade {
  let day = calendar.ago(4);
  while (addDays(day, 1).slice(0, 7) !== day.slice(0, 7)) day = addDays(day, -1);
  return {
    who: 'media-house.2', day, ms: timeOfDay(23, 52, 41), volume: 642_80, taste: 'pro', product: 'spot',
    currency: 'USDT', arrives: addDays(day, 1), plain: true,
  };
}
