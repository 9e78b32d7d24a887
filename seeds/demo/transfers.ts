import { addDays } from '../../server/calendar.ts';
import { usdt } from './amounts.ts';
import { fullMonths, instantOf, timeOfDay } from './calendar.ts';
import type { DemoCalendar } from './calendar.ts';
import { recalledDeposits } from './growth/recalls.ts';
import { datedId, dayCounter } from './milestones.ts';
import { stream } from './random.ts';
import type { DemoAccount } from './roster.ts';
import type { Arrival } from './steps.ts';

const outsideSources = { crypto: 45, fiat: 30, p2p: 17, third_party: 8 };

interface Transfer {
  uid: string;
  at: string;
  direction: 'in' | 'out';
  source: string;
  cents: number;
}

/** The first deposit; it comes before the first trade, and for newcomers it is exactly what their story says. */
function firstDeposit(calendar: DemoCalendar, account: DemoAccount): Transfer[] {
  if (account.joins[0] < 0 || account.quiet) return [];
  const draws = stream('first-deposit', account.key);
  const arrived = addDays(calendar.day(account.joins), 1);
  const deposit: Transfer = {
    uid: account.uid,
    at: instantOf(arrived, draws.int(timeOfDay(12), timeOfDay(20))),
    direction: 'in',
    source: draws.weighted(outsideSources),
    cents: account.first?.deposit ?? draws.int(150_00, 3_000_00),
  };
  if (!account.first?.internal) return [deposit];
  const moved = instantOf(addDays(arrived, 1), draws.int(timeOfDay(12), timeOfDay(20)));
  return [deposit, { ...deposit, at: moved, source: 'internal', cents: account.first.internal }];
}

function monthly(calendar: DemoCalendar, account: DemoAccount): Transfer[] {
  if (account.quiet) return [];
  const largest = account.programme === 'partner' ? 400_000_00 : 5_000_00;
  const transfers: Transfer[] = [];
  for (let month = Math.max(0, account.joins[0] + 1); month <= fullMonths; month += 1) {
    const draws = stream('transfer', account.key, month);
    const day = draws.int(1, calendar.daysIn(month));
    if (!draws.chance(40) || day > calendar.daysKnown(month)) continue;
    transfers.push({
      uid: account.uid,
      at: instantOf(calendar.day([month, day]), draws.int(0, timeOfDay(23, 59))),
      direction: draws.chance(70) ? 'in' : 'out',
      source: draws.weighted({ ...outsideSources, internal: 15 }),
      cents: draws.int(Math.floor(largest / 50), largest),
    });
  }
  return transfers;
}

/** What recalled users pay in once they are back. */
function afterRecall(calendar: DemoCalendar, roster: readonly DemoAccount[]): Transfer[] {
  return recalledDeposits(calendar).map(({ who, at, cents }) => ({
    uid: (roster.find(({ key }) => key === who) as DemoAccount).uid, at, direction: 'in', source: 'fiat', cents,
  }));
}

/** Deposits and withdrawals of all accounts. */
export function transferArrivals(calendar: DemoCalendar, roster: readonly DemoAccount[]): Arrival<'transfers'>[] {
  const count = dayCounter();
  return roster
    .flatMap((account) => [...firstDeposit(calendar, account), ...monthly(calendar, account)])
    .concat(afterRecall(calendar, roster))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ uid, at, direction, source, cents }) => {
      const day = at.slice(0, 10);
      return {
        day,
        row: {
          transfer_id: datedId('TR', day, count(day)),
          uid,
          occurred_at: at,
          direction,
          source,
          amount_usdt: usdt(cents),
        },
      };
    });
}
