import type { Database } from '../../db/connection.ts';
import { row, type Connection, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant, HOUR_MS, parseInstant } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import { nextRevision, shareHead } from '../engine/head.ts';
import { insertFreeText } from '../free-texts/store.ts';
import { Refusal } from '../refusal.ts';
import { FREEZE_HOURS, loosens, mayRequest, type NewStatusChange, type StatusChangeKind, type StatusChangePreview } from './contract.ts';
import { settleDue } from './due.ts';
import { takeEffect, type Change } from './effect.ts';
import { targetOf } from './rules.ts';
import { lastEnrolment, seenAt, valueAt } from './seen.ts';
import { restateRestriction } from './restrictions.ts';
import { loadStanding, saveStanding, type Standing } from './standing.ts';
import { insertChange, pendingOf } from './store.ts';

/** What is asked for, before it is a request. */
export interface Asked {
  affiliate_uid: string;
  kind: StatusChangeKind;
  to?: string | undefined;
  effective_at?: string | null | undefined;
}

class PreviewOver extends Error {
  readonly preview: StatusChangePreview;
  constructor(preview: StatusChangePreview) {
    super('previewed');
    this.preview = preview;
  }
}

/** STA-9: what a change would do, by doing it in a transaction that is rolled back. Refuses what filing it would refuse. */
export async function previewChange(database: Database, clock: Clock, asked: Asked): Promise<StatusChangePreview> {
  return rolledBack(database, async (transaction) => {
    const at = clock.now();
    const { change } = await checked(transaction, asked, at);
    return previewOf(transaction, change, at);
  });
}

/** Runs the application for its effect alone, and takes all of it back. */
export async function rolledBack(database: Database, work: (transaction: Transaction) => Promise<StatusChangePreview>): Promise<StatusChangePreview> {
  try {
    await database.transaction(async (transaction) => {
      throw new PreviewOver(await work(transaction));
    });
  } catch (error) {
    if (error instanceof PreviewOver) return error.preview;
    throw error;
  }
  throw new Error('a preview was not taken back');
}

/** As the next revision would know it. It shares the engine's head: a preview waits for no run, and nobody learns anything meanwhile. */
export async function previewOf(transaction: Transaction, change: Change, at: number): Promise<StatusChangePreview> {
  const { revision } = await shareHead(transaction);
  return (await takeEffect(transaction, change, at, revision + 1)).preview;
}

/**
 * STA-8: files a request; a freeze that tightens holds from now on. Refuses forbidden, bad_value, not_enrolled, before_enrolment,
 * effective_in_past, no_change, already_pending. Answers the request's id.
 */
export async function fileChange(database: Database, clock: Clock, actor: Actor, asked: NewStatusChange): Promise<number> {
  if (actor.role === 'system' || !mayRequest(actor.role, asked.kind)) throw new Refusal('forbidden', { kind: asked.kind });
  const waiting = await pendingOf(database.read, await affiliateId(database.read, asked.affiliate_uid), asked.kind, clock.now());
  if (waiting) throw new Refusal('already_pending', { kind: asked.kind, id: String(waiting.id) });
  const preview = await previewChange(database, clock, asked);
  return database.transaction(async (transaction) => {
    const at = clock.now();
    await settleDue(transaction, at);
    const revision = await nextRevision(transaction, at, 'status_change');
    const { change, standing } = await checked(transaction, asked, at);
    if (await pendingOf(transaction, change.affiliate_id, change.kind, at)) throw new Refusal('already_pending', { kind: change.kind });
    const holds = change.kind === 'freeze' && !loosens(change.kind, change.from_value);
    const text_id = await insertFreeText(transaction, change.affiliate_id, asked.text);
    const { id: _unfiled, cause: _none, ...stored } = change;
    const id = await insertChange(transaction, {
      ...stored,
      reason_code: asked.reason_code,
      text_id,
      evidence: JSON.stringify(asked.evidence),
      holds_until: change.kind === 'freeze' ? at + FREEZE_HOURS * HOUR_MS : null,
      seen: JSON.stringify(seenAt(standing, { ...change, id: null }, at)),
      source: 'staff',
      cause: null,
      requested_at: at,
      state: 'pending',
      preview: JSON.stringify(preview),
      applied_at: null,
    }, actor);
    if (holds) {
      await restateRestriction(transaction, standing.states, change.affiliate_id);
      await saveStanding(transaction, standing, revision);
    }
    await writeAudit(transaction, {
      at, actor, action: 'status_change.requested', subject_type: 'status-changes', subject_id: String(id),
      changes: {
        affiliate_uid: { old: null, new: asked.affiliate_uid },
        kind: { old: null, new: change.kind },
        value: { old: change.from_value, new: change.to_value },
        effective_at: { old: null, new: formatInstant(change.effective_at) },
        reason_code: { old: null, new: asked.reason_code },
      },
    });
    return id;
  });
}

/** The change that is asked for, against what holds now; throws what stands in its way. */
async function checked(transaction: Connection & Transaction, asked: Asked, at: number): Promise<{ change: Change; standing: Standing }> {
  const affiliate_id = await affiliateId(transaction, asked.affiliate_uid);
  const standing = await loadStanding(transaction, [affiliate_id]);
  const effective_at = effectiveAt(asked, at);
  const last = lastEnrolment(standing, affiliate_id);
  if (!last) throw new Refusal('not_enrolled', { affiliate_uid: asked.affiliate_uid }, 'This account was never enrolled: it is no affiliate.');
  if (effective_at < last.from_at) {
    throw new Refusal('before_enrolment', { field: 'effective_at', activated_at: formatInstant(last.from_at) });
  }
  const from = valueAt(standing, affiliate_id, asked.kind, effective_at);
  if (from === null) throw new Refusal('not_enrolled', { field: 'effective_at' });
  const to_value = targetOf(asked.kind, asked.to);
  if (to_value === from) throw new Refusal('no_change', { field: 'to', from, to: to_value });
  return { change: { id: null, affiliate_id, kind: asked.kind, from_value: from, to_value, effective_at, cause: 'preview' }, standing };
}

async function affiliateId(connection: Connection, uid: string): Promise<number> {
  const found = uid.includes('\0') ? undefined : await row<{ id: number }>(connection, 'SELECT id FROM accounts WHERE uid = :uid', { uid });
  if (!found) throw new Refusal('bad_value', { field: 'affiliate_uid' }, 'affiliate_uid: there is no such account.');
  return found.id;
}

/** STA-8: that of filing unless another is given; earlier only for an account type. */
function effectiveAt({ kind, effective_at }: Asked, at: number): number {
  if (effective_at === null || effective_at === undefined) return at;
  const given = parseInstant(effective_at);
  if (given === null) throw new Refusal('bad_value', { field: 'effective_at' }, 'effective_at is no instant, such as 2026-03-11T00:00:00.000Z.');
  if (given < at && kind !== 'account_type') throw new Refusal('effective_in_past', { field: 'effective_at', now: formatInstant(at) });
  return given;
}
