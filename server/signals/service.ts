import type { Database } from '../../db/connection.ts';
import type { Connection } from '../../db/statement.ts';
import { formatInstant, monthEnd, monthStart } from '../calendar.ts';
import { SIGNAL_UIDS, type SignalRow } from './contract.ts';
import { oneSidedApi, quickWithdrawals, registrationBursts, selfReferrals, thresholdActivity, type Signal } from './rules.ts';
import { activitiesOf, newcomersOf, signalStamp, withdrawalsOf } from './store.ts';

/** Months whose signals are kept, per database. */
const KEPT_MONTHS = 6;
const kept = new WeakMap<Database, Map<string, { stamp: string; signals: SignalRow[] }>>();

/** RSK-1: the signals of a month, in the order of their ids; computed anew only after something came in. `connection` is one of `database`. */
export async function signalsOfMonth(database: Database, connection: Connection, month: string): Promise<SignalRow[]> {
  const months = kept.get(database) ?? new Map<string, { stamp: string; signals: SignalRow[] }>();
  kept.set(database, months);
  const stamp = await signalStamp(connection);
  const known = months.get(month);
  months.delete(month);
  const signals = known?.stamp === stamp ? known.signals : await computed(connection, month);
  months.set(month, { stamp, signals });
  const oldest = months.size > KEPT_MONTHS ? months.keys().next().value : undefined;
  if (oldest !== undefined) months.delete(oldest);
  return signals;
}

async function computed(connection: Connection, month: string): Promise<SignalRow[]> {
  const window = { from: monthStart(month), until: monthEnd(month) };
  const newcomers = await newcomersOf(connection, window);
  if (newcomers.length === 0) return [];
  const activities = await activitiesOf(connection, window, newcomers);
  const withdrawals = await withdrawalsOf(connection, window);
  const signals = [
    ...selfReferrals(newcomers), ...registrationBursts(newcomers), ...thresholdActivity(activities), ...quickWithdrawals(withdrawals),
    ...oneSidedApi(activities),
  ];
  return signals.map((signal) => rowOf(signal, month)).toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function rowOf({ inviter, kind, invitees, first_at, last_at, facts }: Signal, month: string): SignalRow {
  return {
    id: `${month}.${kind}.${inviter}`,
    month,
    affiliate_uid: inviter,
    kind,
    invitees: invitees.length,
    first_at: formatInstant(first_at),
    last_at: formatInstant(last_at),
    facts,
    links: [
      { resource: 'affiliates', filter: { id: inviter } },
      { resource: 'referrals', filter: { inviter_uid: inviter, id: invitees.slice(0, SIGNAL_UIDS) } },
    ],
  };
}
