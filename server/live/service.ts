import type { Connection } from '../../db/statement.ts';
import { readHead } from '../audit/store.ts';
import { isResource, may, type Resource, type Role } from '../policy/contract.ts';
import { QUEUE_CAP, queues, type Decider, type Live, type Queue } from './contract.ts';
import { waitingFor } from './mine.ts';
import { touchedAfter, type Touched } from './store.ts';

/** More events than these are told as "much has changed". */
const MOST_EVENTS = 500;
/** What changes rows of many resources at once. */
const sweeping = ['imports', 'runs', 'payouts', 'payout-stops', 'rulebooks'];

/** The number of the last audit event: as long as it is the same, nothing was written. */
export async function stateOf(connection: Connection): Promise<number> {
  return (await readHead(connection)).seq;
}

/** What waits for a person at `seq`, and what has changed after `since`; null: who asks has nothing yet. */
export async function liveOf(
  connection: Connection, me: Decider, { since, seq, now }: { since: number | null; seq: number; now: number },
): Promise<Live> {
  const counted = await Promise.all(queues.map(async (queue): Promise<[Queue, number | null]> =>
    [queue, await waitingFor(connection, queue, me, { now, cap: QUEUE_CAP })]));
  return {
    queues: Object.fromEntries(counted.filter(([, waiting]) => waiting !== null)),
    changed: since === null ? {} : await changedSince(connection, me.role, since, seq),
  };
}

async function changedSince(connection: Connection, role: Role, since: number, seq: number): Promise<Live['changed']> {
  if (since > seq || seq - since > MOST_EVENTS) return null;
  const touched = await touchedAfter(connection, since, MOST_EVENTS);
  if (touched.some(({ subject_type }) => sweeping.includes(subject_type))) return null;
  return byResource(touched, role);
}

function byResource(touched: readonly Touched[], role: Role): Partial<Record<Resource, string[]>> {
  const changed: Partial<Record<Resource, string[]>> = {};
  for (const { subject_type, subject_id } of touched) {
    if (isResource(subject_type) && may(role, subject_type, 'read')) (changed[subject_type] ??= []).push(subject_id);
  }
  return changed;
}
