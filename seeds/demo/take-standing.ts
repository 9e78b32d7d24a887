import type { Database } from '../../db/connection.ts';
import { row } from '../../db/statement.ts';
import type { Actor } from '../../server/audit/contract.ts';
import { decideBoost, requestBoost } from '../../server/boosts/service.ts';
import type { Clock } from '../../server/clock.ts';
import { requestOverride } from '../../server/manifests/service.ts';
import { releasePayout } from '../../server/payouts/service.ts';
import { approveChange, closeChange, previewOfRequest } from '../../server/status-changes/decide.ts';
import { fileChange } from '../../server/status-changes/file.ts';
import type { RecordStep, StandingStep } from './steps.ts';

const recordSteps: readonly string[] = ['ask-reversal', 'ask-correction', 'approve-reversal', 'note'] satisfies RecordStep['step'][];

export function isRecordStep(step: StandingStep | RecordStep): step is RecordStep {
  return recordSteps.includes(step.step);
}

/** What staff do to a batch, to an affiliate's standing, or about a feed's day. */
export async function takeStandingStep(database: Database, clock: Clock, actor: Actor, step: StandingStep): Promise<void> {
  switch (step.step) {
    case 'release':
      return releaseDay(database, clock, actor, step);
    case 'ask-change': {
      const { affiliate_uid, kind, to, reason_code, text, evidence, effective_at } = step;
      await fileChange(database, clock, actor, { affiliate_uid, kind, to, reason_code, text, evidence, effective_at });
      return undefined;
    }
    case 'decide-change':
      return decideChange(database, clock, actor, step);
    case 'ask-boost': {
      const { affiliate_uid, from, to, text } = step;
      await requestBoost(database, clock, actor, { affiliate_uid, programme: 'partner', from, to, text });
      return undefined;
    }
    case 'approve-boost':
      return decideBoost(database, clock, actor, await pending(database, 'boosts', step.affiliate_uid), 'approve', step.comment);
    default:
      return askOverride(database, clock, actor, step);
  }
}

type Step<Name> = Extract<StandingStep, { step: Name }>;

async function releaseDay(database: Database, clock: Clock, actor: Actor, { day, comment }: Step<'release'>): Promise<void> {
  const batch = await row<{ id: number; state: string }>(database.read, 'SELECT id, state FROM payout_batches WHERE day = :day', { day });
  if (!batch) throw new Error(`the demo world has no batch of ${day}`);
  // One without lines is paid at once.
  if (batch.state === 'ready') await releasePayout(database, clock, actor, batch.id, comment);
}

async function decideChange(database: Database, clock: Clock, actor: Actor, step: Step<'decide-change'>): Promise<void> {
  const { affiliate_uid, kind, verb, comment } = step;
  const id = await pending(database, 'status_changes', affiliate_uid, kind);
  if (verb !== 'approve') return closeChange(database, clock, actor, id, verb, comment);
  const { version } = await previewOfRequest(database, clock, id);
  return approveChange(database, clock, actor, id, { comment, preview: version });
}

/** An affiliate's pending request; `kind` of a status change. */
async function pending(database: Database, table: 'status_changes' | 'boosts', uid: string, kind?: string): Promise<number> {
  const request = await row<{ id: number }>(
    database.read,
    `SELECT q.id FROM ${table} q JOIN accounts a ON a.id = q.affiliate_id
     WHERE a.uid = :uid AND q.state = 'pending' ${kind === undefined ? '' : 'AND q.kind = :kind'}`,
    { uid, ...(kind === undefined ? {} : { kind }) },
  );
  if (!request) throw new Error(`the demo world has nothing pending about ${uid} in ${table}`);
  return request.id;
}

async function askOverride(database: Database, clock: Clock, actor: Actor, { feed, day, reason }: Step<'ask-override'>): Promise<void> {
  const manifest = await row<{ id: number }>(
    database.read,
    `SELECT m.id FROM manifests m WHERE m.feed = :feed AND m.day = :day
       AND NOT EXISTS (SELECT 1 FROM manifest_overrides o WHERE o.manifest_id = m.id)`,
    { feed, day },
  );
  if (manifest) await requestOverride(database, clock, actor, manifest.id, reason);
}
