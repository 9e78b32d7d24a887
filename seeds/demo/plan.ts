import type { Product, Programme } from '../../server/rulebooks/contract.ts';
import { fullMonths, timeOfDay } from './calendar.ts';
import type { DemoCalendar } from './calendar.ts';
import { recalledTrades } from './growth/recalls.ts';
import { latelyTraded } from './lately.ts';
import { singleStories } from './pro-stories.ts';
import { split, stream } from './random.ts';
import type { Stream } from './random.ts';
import type { DemoAccount } from './roster.ts';
import { affiliateStories } from './stories.ts';
import type { AffiliateStory, FeeCurrency } from './story.ts';

/** A trade to be made: who, when and how much. The rest is drawn where the plan leaves it open. */
export interface PlannedTrade {
  who: string;
  day: string;
  /** Milliseconds into the day. */
  ms: number;
  /** In cents of USDT. */
  volume: number;
  /** Whose client it is, which decides the taste in products. */
  taste: Programme;
  product?: Product;
  currency?: FeeCurrency;
  /** The day with whose file it arrives, where that is not its own. */
  arrives?: string;
  /** Told by a story: neither through the API nor with a voucher. */
  plain?: boolean;
}

type Plan = (
  calendar: DemoCalendar, roster: readonly DemoAccount[], story: AffiliateStory, month: number,
) => PlannedTrade[];

/** Months in which a binding under `referral` earns; afterwards the window of REF-5 is over. */
const windowMonths = 12;

function anyTime(draws: Stream): number {
  return draws.int(0, timeOfDay(23, 59, 59));
}

/** The month's volume as its story tells, over the invitees of earlier months whose window is open to its end. */
const clients: Plan = (calendar, roster, story, month) => {
  const known = calendar.daysKnown(month);
  const share = (amount: number): number => Math.floor((amount * known) / calendar.daysIn(month));
  const volume = share(story.volumes[month]! * 100);
  if (volume === 0) return [];
  const traders = roster.filter(({ inviter, programme, joins, regular }) => inviter === story.key && programme !== null && regular
    && joins[0] < month && (programme !== 'referral' || month < joins[0] + windowMonths));
  if (traders.length === 0) throw new Error(`nobody can trade for ${story.key} in month ${month}`);
  const draws = stream('clients', story.key, month);
  return split(draws, volume, Math.max(1, share(story.trades))).map((part) => ({
    who: draws.pick(traders).key,
    day: calendar.day([month, draws.int(1, known)]),
    ms: anyTime(draws),
    volume: part,
    taste: story.programme,
  }));
};

/** What newcomers trade within two weeks of their registration, to the cent where those are over. */
const newcomers: Plan = (calendar, roster, story, month) => roster
  .filter(({ inviter, joins, first }) => inviter === story.key && joins[0] === month && first !== null)
  .flatMap(({ key, joins, first }) => {
    const draws = stream('newcomer', key);
    return split(draws, first!.volume, draws.int(2, 4)).map((part) => ({
      who: key,
      day: calendar.day([month, joins[1] + draws.int(2, 15)]),
      ms: anyTime(draws),
      volume: part,
      taste: story.programme,
    }));
  })
  .filter(({ day }) => day <= calendar.yesterday);

/** Small trades of invitees whose window is over. */
const latecomers: Plan = (calendar, roster, story, month) => roster
  .filter(({ inviter, programme, joins, regular }) => inviter === story.key && programme === 'referral' && regular
    && month >= joins[0] + windowMonths)
  .flatMap(({ key, joins }) => {
    const first = month === joins[0] + windowMonths ? joins[1] + 1 : 1;
    const draws = stream('latecomer', key, month);
    return Array.from({ length: draws.int(1, 2) }, () => ({
      who: key,
      day: calendar.day([month, draws.int(first, calendar.daysIn(month))]),
      ms: anyTime(draws),
      volume: draws.int(80_00, 900_00),
      taste: story.programme,
    }));
  })
  .filter(({ day }) => day <= calendar.yesterday);

/** Some clients mine; outside `pro` nobody earns on that, and it counts for no tier (TIE-2). */
const miners: Plan = (calendar, roster, story, month) => {
  const known = calendar.daysKnown(month);
  const draws = stream('mining', story.key, month);
  if (known === 0 || !draws.chance(story.programme === 'pro' ? 90 : 30)) return [];
  const traders = roster.filter(({ inviter, joins, programme, regular }) => inviter === story.key && programme !== null && regular
    && joins[0] < month);
  if (traders.length === 0) return [];
  return [{
    who: draws.pick(traders).key,
    day: calendar.day([month, draws.int(1, known)]),
    ms: anyTime(draws),
    volume: draws.int(150_00, 950_00),
    taste: story.programme,
    product: 'mining',
  }];
};

function scripted(calendar: DemoCalendar): PlannedTrade[] {
  return affiliateStories.flatMap(({ programme, scripted: trades = [] }) => trades.map((trade) => ({
    ...trade,
    day: calendar.day(trade.at),
    ms: timeOfDay(22, 10),
    taste: programme,
    arrives: calendar.day(trade.arrives ?? trade.at),
    plain: true,
  })));
}

/** One trade a month of each account that is nobody's client. */
function unbound(calendar: DemoCalendar, month: number): PlannedTrade[] {
  return singleStories
    .filter(({ joins }) => joins[0] < month)
    .map(({ key }): PlannedTrade => {
      const draws = stream('unbound', key, month);
      return {
        who: key,
        day: calendar.day([month, draws.int(1, calendar.daysIn(month))]),
        ms: anyTime(draws),
        volume: draws.int(90_00, 2_400_00),
        taste: 'referral',
      };
    })
    .filter(({ day }) => day <= calendar.yesterday);
}

/** All trades of the world, in no particular order. */
export function plannedTrades(calendar: DemoCalendar, roster: readonly DemoAccount[]): PlannedTrade[] {
  const months = Array.from({ length: fullMonths + 1 }, (_, month) => month);
  return [
    ...months.flatMap((month) => affiliateStories.flatMap((story) => [clients, newcomers, latecomers, miners]
      .flatMap((plan) => plan(calendar, roster, story, month)))),
    ...months.flatMap((month) => unbound(calendar, month)),
    ...scripted(calendar),
    ...latelyTraded(calendar),
    ...recalledTrades(calendar),
  ];
}
