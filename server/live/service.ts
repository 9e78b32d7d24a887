import type { Connection } from '../../db/statement.ts';
import { readHead } from '../audit/store.ts';
import { isResource, may, type Resource, type Role } from '../policy/contract.ts';
import { queues, type Live, type Queue } from './contract.ts';
import { touchedAfter, waitingIn, type Touched } from './store.ts';

/** More events than these are told as "much has changed". */
const MOST_EVENTS = 500;
/** What changes rows of many resources at once. */
const sweeping = ['imports', 'runs', 'payouts', 'payout-stops', 'rulebooks'];

/** The number of the last audit event: as long as it is the same, nothing was written. */
export async function stateOf(connection: Connection): Promise<number> {
  return (await readHead(connection)).seq;
}

/** What waits for the role at `seq`, and what has changed after `since`; null: who asks has nothing yet. */
export async function liveOf(
  connection: Connection, role: Role, { since, seq, now }: { since: number | null; seq: number; now: number },
): Promise<Live> {
  const mine = queues.filter((queue) => may(role, queue, 'approve'));
  const counted = await Promise.all(mine.map(async (queue): Promise<[Queue, number]> => [queue, await waitingIn(connection, queue, now)]));
  return {
    queues: Object.fromEntries(counted),
    changed: since === null ? {} : await changedSince(connection, role, since, seq),
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
