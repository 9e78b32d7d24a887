import { demoCalendar, fullMonths, timeOfDay } from './calendar.ts';
import type { DemoCalendar } from './calendar.ts';
import { floorSteps } from './floor.ts';
import { applicationArrivals, applicationSteps } from './growth/applications.ts';
import { campaignSteps, joinArrivals } from './growth/campaigns.ts';
import { careSteps } from './growth/care.ts';
import { contentSteps } from './growth/content.ts';
import { recallArrivals } from './growth/recalls.ts';
import { manifestsOf, withOneMore } from './manifests.ts';
import { activationArrivals, decisionsOn, eventArrivals, ratioArrivals } from './milestones.ts';
import { plannedTrades } from './plan.ts';
import { demoPrices, priceArrivals } from './prices.ts';
import { accountArrivals, demoRoster } from './roster.ts';
import type { DemoAccount } from './roster.ts';
import { morning, onMorningAfter, routineOf } from './routine.ts';
import { feedOrder } from './steps.ts';
import type { Arrival, DemoRows, DemoStep, ImportStep } from './steps.ts';
import { tradeArrivals } from './trades.ts';
import { transferArrivals } from './transfers.ts';

type Feed = (typeof feedOrder)[number];
type Arrivals = { [F in Feed]: Arrival<F>[] };
type UidOf = (key: string) => string;

/** How many of the last days have manifests. */
const daysWithManifest = 3;
/** The transfer of yesterday that its manifest counts and no file has brought, in USDT. */
const missingTransfer = '1250';

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
  const codeOf: UidOf = (key) => (roster.find((one) => one.key === key) as DemoAccount).referral_code;
  return {
    accounts: accountArrivals(calendar, roster),
    'account-events': eventArrivals(calendar, roster),
    activations: activationArrivals(calendar, uidOf),
    applications: applicationArrivals(calendar, uidOf),
    ratios: ratioArrivals(calendar, uidOf),
    transfers: transferArrivals(calendar, roster),
    trades: tradeArrivals(plannedTrades(calendar, roster), uidOf, priceOf),
    recalls: recallArrivals(calendar, uidOf, codeOf),
    'campaign-joins': joinArrivals(calendar, uidOf),
    prices: priceArrivals(calendar, priceOf),
  };
}

/** The files that arrive after one run day and up to another; feeds without a row have no file. */
function importsOf(all: Arrivals, after: string, upTo: string): DemoStep[] {
  const at = onMorningAfter(upTo, morning.files);
  const file = <F extends Feed>(feed: F): { step: 'import'; feed: F; rows: DemoRows[F][] } => {
    const due = (all[feed] as Arrival<F>[]).filter(({ day }) => day > after && day <= upTo);
    return { step: 'import', feed, rows: due.map(({ row }) => row) };
  };
  return feedOrder.map((feed) => file(feed) as ImportStep)
    .filter(({ rows }) => rows.length > 0)
    .map((step) => ({ at, ...step }));
}

/** Of the last days; that of yesterday's transfers comes by itself, late, and counts one that no file has brought. */
function manifestSteps(calendar: DemoCalendar, all: Arrivals): DemoStep[] {
  const last = calendar.yesterday;
  const file = (at: number, rows: DemoRows['manifests'][]): DemoStep => ({ at, step: 'import', feed: 'manifests', rows });
  const isLate = ({ feed, day }: DemoRows['manifests']): boolean => feed === 'transfers' && day === last;
  const days = Array.from({ length: daysWithManifest }, (_, index) => calendar.ago(daysWithManifest - index));
  const manifests = days.flatMap((day) => manifestsOf(all, day));
  return [
    ...days.map((day) => file(
      onMorningAfter(day, morning.manifests), manifests.filter((one) => one.day === day && !isLate(one)),
    )),
    file(onMorningAfter(last, timeOfDay(1, 5)), manifests.filter(isLate).map((one) => withOneMore(one, missingTransfer))),
    {
      at: onMorningAfter(last, timeOfDay(1, 40)), step: 'ask-override', by: 'operations', feed: 'transfers', day: last,
      reason: 'The exchange says that the missing deposit was taken back at midnight; its manifest still counts it.',
    },
  ];
}

/**
 * The demo world that ends with the day before `today` (`YYYY-MM-DD`, UTC): thirteen months, the last of them running;
 * what its feeds brought, what was run, paid, asked and decided, in the order of time. Older months are imported, run
 * and paid at once, the last eleven days one by one; yesterday's batch waits to be released. Every month that is over
 * is evaluated and its reviews are decided, but for the last one's. The same day always gives the same world.
 */
export function demoWorld(today: string): { calendar: DemoCalendar; steps: DemoStep[] } {
  const calendar = demoCalendar(today);
  const roster = demoRoster(calendar);
  const uidOf = uidsOf(roster);
  const all = arrivals(calendar, roster, uidOf);
  const days = calendar.runDays.flatMap((day, place) => [
    ...importsOf(all, calendar.runDays[place - 1] ?? '', day), ...routineOf(calendar, day, uidOf),
  ]);
  const decisions = Array.from({ length: fullMonths }, (_, month) => month)
    .flatMap((month) => decisionsOn(calendar, month, uidOf));
  const growth = [campaignSteps, applicationSteps, contentSteps, careSteps].flatMap((tell) => tell(calendar, uidOf));
  const steps = [...days, ...manifestSteps(calendar, all), ...decisions, ...floorSteps(calendar, uidOf), ...growth];
  return { calendar, steps: steps.sort((one, other) => one.at - other.at) };
}
