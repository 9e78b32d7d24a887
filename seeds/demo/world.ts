import { demoCalendar, fullMonths } from './calendar.ts';
import type { DemoCalendar } from './calendar.ts';
import { activationArrivals, decisionsOn, eventArrivals, ratioArrivals } from './milestones.ts';
import { plannedTrades } from './plan.ts';
import { demoPrices, priceArrivals } from './prices.ts';
import { accountArrivals, demoRoster } from './roster.ts';
import type { DemoAccount } from './roster.ts';
import { feedOrder } from './steps.ts';
import type { Arrival, DemoFeed, DemoRows, DemoStep, ImportStep } from './steps.ts';
import { tradeArrivals } from './trades.ts';
import { transferArrivals } from './transfers.ts';

/** A small believable exchange, as what its feeds brought and what was run and decided, in order. */
export interface DemoWorld {
  steps: DemoStep[];
}

type Arrivals = { [F in DemoFeed]: Arrival<F>[] };
type UidOf = (key: string) => string;

function uidsOf(roster: readonly DemoAccount[]): UidOf {
  const uids = new Map(roster.map(({ key, uid }) => [key, uid]));
  return (key) => {
    const uid = uids.get(key);
    if (uid === undefined) throw new Error(`no account ${key}`);
    return uid;
  };
}

function arrivals(calendar: DemoCalendar, roster: readonly DemoAccount[], uidOf: UidOf): Arrivals {
  const priceOf = demoPrices(calendar);
  return {
    accounts: accountArrivals(calendar, roster),
    'account-events': eventArrivals(calendar, roster),
    activations: activationArrivals(calendar, uidOf),
    ratios: ratioArrivals(calendar, uidOf),
    transfers: transferArrivals(calendar, roster),
    trades: tradeArrivals(plannedTrades(calendar, roster), uidOf, priceOf),
    prices: priceArrivals(calendar, priceOf),
  };
}

/** The files that arrive after one run day and up to another; feeds without a row have no file. */
function importsOf(all: Arrivals, after: string, upTo: string): ImportStep[] {
  const file = <F extends DemoFeed>(feed: F): { step: 'import'; feed: F; rows: DemoRows[F][] } => {
    const due = (all[feed] as Arrival<F>[]).filter(({ day }) => day > after && day <= upTo);
    return { step: 'import', feed, rows: due.map(({ row }) => row) };
  };
  return feedOrder.map((feed) => file(feed) as ImportStep).filter(({ rows }) => rows.length > 0);
}

/**
 * The demo world that ends with the day before `today` (`YYYY-MM-DD`, UTC): thirteen months, the last of them running.
 * Older months are imported and run at once, the last ten days one by one; every month that is over is evaluated and
 * its reviews are decided, but for the last one's, which stay pending. The same day always gives the same world.
 */
export function demoWorld(today: string): DemoWorld {
  const calendar = demoCalendar(today);
  const roster = demoRoster();
  const uidOf = uidsOf(roster);
  const all = arrivals(calendar, roster, uidOf);
  const monthEnds = new Map(Array.from({ length: fullMonths }, (_, month) => [
    calendar.day([month, calendar.daysIn(month)]), month,
  ]));
  const steps: DemoStep[] = [];
  let after = '';
  for (const day of calendar.runDays) {
    steps.push(...importsOf(all, after, day), { step: 'commission', day });
    const month = monthEnds.get(day);
    if (month !== undefined) {
      steps.push({ step: 'evaluation', month: calendar.month(month) }, ...decisionsOn(calendar, month, uidOf));
    }
    after = day;
  }
  return { steps };
}
