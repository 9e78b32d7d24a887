import type { Database } from '../../db/connection.ts';
import type { Connection } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { addDays, dayOf, monthEnd, monthStart } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import { takeStep } from '../transitions/service.ts';
import { readHead } from '../engine/head.ts';
import { lastBatchDay } from '../payouts/store.ts';
import { Refusal } from '../refusal.ts';
import { overrideSteps } from './contract.ts';
import { neededFeeds, stateOf, type NeedyRun } from './rules.ts';
import { decideOverrideRow, insertOverride, lockOverride, manifestsById, manifestsOf, type StoredManifest } from './store.ts';

/**
 * PAY-8: throws `feed_incomplete` with the first feed and day whose manifest has come and does not match, unless two people went
 * on without it. A commission run needs the days from the last covered one's end to its own, an evaluation those of its month, a payout,
 * and the bonus run before it, those since the last batch's.
 */
export async function refuseUnlessComplete(connection: Connection, kind: NeedyRun, period: string): Promise<void> {
  const from = await firstDayOf(connection, kind, period);
  const to = kind === 'evaluation' ? dayOf(monthEnd(period) - 1) : period;
  for (const manifest of await manifestsOf(connection, neededFeeds[kind], from, to)) {
    const state = stateOf(manifest, manifest.overridden);
    if (state === 'complete' || state === 'overridden') continue;
    const { feed, day, rows, rows_found } = manifest;
    throw new Refusal('feed_incomplete', { feed, day, rows, rows_found });
  }
}

async function firstDayOf(connection: Connection, kind: NeedyRun, period: string): Promise<string> {
  if (kind === 'evaluation') return dayOf(monthStart(period));
  if (kind === 'commission') return dayOf((await readHead(connection)).covered_until);
  const last = await lastBatchDay(connection);
  return last === null ? period : addDays(last, 1);
}

/** Whether every feed that the run needs has its manifest for the day, and each matches or is overridden: nothing is waited for. */
export async function allHaveCome(connection: Connection, kind: NeedyRun, day: string): Promise<boolean> {
  const manifests = await manifestsOf(connection, neededFeeds[kind], day, day);
  const settled = manifests.filter((one) => ['complete', 'overridden'].includes(stateOf(one, one.overridden)));
  return settled.length === neededFeeds[kind].length;
}

/** One asks to go on without a manifest. Refuses `not_found`, `no_change` (it matches, or is overridden), `already_pending`. */
export async function requestOverride(database: Database, clock: Clock, actor: Actor, manifestId: number, reason: string): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const manifest = await theManifest(transaction, manifestId);
    const state = stateOf(manifest, manifest.overridden);
    if (state === 'complete' || manifest.overridden) throw new Refusal('no_change', { state });
    const made = await insertOverride(transaction, { manifest_id: manifest.id, reason, by: actor.name, by_id: actor.staff_id as number, at });
    if (!made) throw new Refusal('already_pending', { manifest_id: String(manifest.id) });
    await writeAudit(transaction, {
      at, actor, action: 'manifest.override_requested', subject_type: 'manifests', subject_id: String(manifest.id), reason,
      changes: { ...subjectOf(manifest), override: { old: null, new: 'pending' } },
    });
  });
}

/** Another one decides. Refuses `not_found`, `forbidden`, `own_request`, `not_pending`. */
export async function decideOverride(
  database: Database,
  clock: Clock,
  actor: Actor,
  manifestId: number,
  decision: 'approve' | 'reject',
  comment: string | null,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const manifest = await theManifest(transaction, manifestId);
    const asked = await lockOverride(transaction, manifestId);
    if (!asked) throw new Refusal('not_pending');
    const { to: state } = takeStep(overrideSteps, decision, actor, asked);
    const decided = await decideOverrideRow(transaction, { id: asked.id, state, by: actor.name, by_id: actor.staff_id as number, at, comment });
    if (!decided) throw new Refusal('not_pending');
    await writeAudit(transaction, {
      at, actor, action: decision === 'approve' ? 'manifest.override_approved' : 'manifest.override_rejected', subject_type: 'manifests', subject_id: String(manifestId), reason: comment,
      changes: { ...subjectOf(manifest), override: { old: 'pending', new: state } },
    });
  });
}

async function theManifest(connection: Connection, id: number): Promise<StoredManifest> {
  const [manifest] = await manifestsById(connection, [id]);
  if (!manifest) throw new Refusal('not_found', { id: String(id) });
  return manifest;
}

/** What the people saw: the audit event tells it without a look at the feed. */
function subjectOf({ feed, day, rows, rows_found }: StoredManifest): Record<string, { old: null; new: string | number }> {
  return { feed: { old: null, new: feed }, day: { old: null, new: day }, rows: { old: null, new: rows }, rows_found: { old: null, new: rows_found } };
}
