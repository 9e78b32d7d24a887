import type { Clock } from '../clock.ts';
import type { Database } from '../../db/connection.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import type { Feed, ImportFigures } from '../feeds/contract.ts';
import { Refusal } from '../refusal.ts';
import { findImport, finishImport, noFigures, type ChunkFigures, type StoredImport } from './store.ts';

/** Why an import ended that no file is to blame for. */
const interruptions = {
  interrupted: 'The process that read the file ended before it was through. What it took in stays; the same file again completes it.',
  upload_lost: 'The uploaded file is no longer there, so that its rest cannot be read. What was taken in stays; upload it again.',
} as const;
export type Interruption = keyof typeof interruptions;

/**
 * The end of a file that was read: `failure` says why its rest was not, and is thrown again with `accepted_before_failure`,
 * `line` and `import_id`.
 */
export async function finish(
  database: Database,
  clock: Clock,
  job: { id: number; feed: Feed; actor: Actor; worker: string },
  failure: Refusal | null,
): Promise<ImportFigures> {
  const line = failure ? Number(failure.details['line'] ?? 0) : null;
  const figures = await end(database, clock, job, failure && { code: failure.code, message: failure.message, line });
  if (!figures) throw new Error(`another process goes on with import ${job.id}`);
  if (failure) throw new Refusal(failure.code, { ...failure.details, accepted_before_failure: figures.accepted, line, import_id: String(job.id) }, failure.message);
  return figures;
}

/** Ends an import that nobody is at, or that its own process gives up; nothing where another one has gone on with it. */
export async function interrupt(database: Database, clock: Clock, left: StoredImport, actor: Actor, why: Interruption): Promise<void> {
  await end(database, clock, { ...left, actor }, { code: why, message: interruptions[why], line: null });
}

async function end(
  database: Database,
  clock: Clock,
  job: { id: number; feed: Feed; actor: Actor; worker: string | null },
  failure: { code: string; message: string; line: number | null } | null,
): Promise<ImportFigures | null> {
  const at = clock.now();
  return database.transaction(async (transaction) => {
    const ended = await finishImport(transaction, job, {
      state: failure ? 'failed' : 'done', error: failure?.code ?? null, error_line: failure?.line ?? null, at,
    });
    if (!ended) return null;
    const figures = figuresOf(job.feed, (await findImport(transaction, job.id)) ?? noFigures, String(job.id));
    await writeAudit(transaction, {
      at,
      actor: job.actor,
      action: failure ? 'import.failed' : 'import.finished',
      subject_type: 'imports',
      subject_id: String(job.id),
      changes: { figures: { old: null, new: { ...figures } } },
      reason: failure ? failure.message : null,
    });
    return figures;
  });
}

export function figuresOf(feed: Feed, figures: ChunkFigures, importId: string | null): ImportFigures {
  return {
    feed,
    rows: figures.row_count,
    accepted: figures.accepted,
    duplicates: figures.duplicates,
    conflicts: figures.conflicts,
    rejected: figures.rejected,
    bindings_refused: figures.bindings_refused,
    import_id: importId,
  };
}
