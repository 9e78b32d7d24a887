import type { Clock } from '../clock.ts';
import type { Database } from '../../db/connection.ts';
import type { Actor } from '../audit/contract.ts';
import { renewStatistics } from '../../db/statistics.ts';
import { lockHead } from '../engine/head.ts';
import { feedColumns, type Feed, type ImportFigures } from '../feeds/contract.ts';
import { feedDefinitions } from '../feeds/definitions/index.ts';
import { readHeader } from '../feeds/header.ts';
import { readRecords, type FileRecord } from '../feeds/records.ts';
import { Refusal } from '../refusal.ts';
import { chunksOf, landChunk, readChunk } from './chunks.ts';
import { addControlSum, tableEnd } from './control.ts';
import { dryRun, storeDryRun, type HeadedFile, type ImportOutcome } from './dry-run.ts';
import { finish, interrupt } from './finish.ts';
import { openImport } from './open.ts';
import { addFigures, findImport, insertRejects } from './store.ts';

export interface ImportJob {
  feed: Feed;
  file_name: string;
  bytes_total: number;
  dry_run: boolean;
  actor: Actor;
}

/** An import that stands in the database; `worker` is the process that is at it. */
export interface RunningJob extends ImportJob {
  id: number;
  worker: string;
}

/**
 * Takes a file in, chunk by chunk, each chunk one transaction: killed anywhere it leaves whole chunks, and the same file again
 * completes it. Throws the Refusal `bad_header` before anything is written, and `bad_csv` with `accepted_before_failure` and
 * `line` where the rest could not be read (CONTRACT 1).
 */
export async function importFile(database: Database, clock: Clock, job: ImportJob, source: AsyncIterable<Uint8Array>): Promise<ImportOutcome> {
  const file = await openFile(job.feed, source);
  if (job.dry_run) return dryRun(database, clock, job.feed, file);
  const worker = await database.presence.name();
  const id = await openImport(database, clock, { ...job, spool_path: null, worker });
  try {
    return { figures: await landAll(database, clock, { ...job, id, worker }, file), rejects: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) await sayInterrupted(database, clock, job.actor, id, worker);
    throw error;
  }
}

/** Goes on with an import whose file lies in the spool; rows that earlier chunks took are skipped. */
export async function resumeImport(database: Database, clock: Clock, job: RunningJob, source: AsyncIterable<Uint8Array>): Promise<ImportFigures> {
  const file = await openFile(job.feed, source);
  return job.dry_run ? storeDryRun(database, clock, job, file) : landAll(database, clock, job, file);
}

async function openFile(feed: Feed, source: AsyncIterable<Uint8Array>): Promise<HeadedFile> {
  const records = readRecords(source);
  for (;;) {
    const block = await records.next();
    if (block.done) throw new Refusal('bad_header', { missing: [...feedColumns[feed]], unknown: [], doubled: [] });
    const [head, ...first] = block.value;
    if (head) return { header: readHeader(feed, head.fields), first, records };
  }
}

async function landAll(database: Database, clock: Clock, job: RunningJob, { header, first, records }: HeadedFile): Promise<ImportFigures> {
  const definition = feedDefinitions[job.feed];
  const before = await findImport(database.read, job.id);
  let done = before?.row_count ?? 0;
  let skip = done;
  let failure: Refusal | null = null;
  let bytes = 0;
  let landing: Promise<void> = Promise.resolve();
  try {
    for await (const chunk of chunksOf(definition.chunkRows, first, records)) {
      bytes += charactersOf(chunk);
      if (skip >= chunk.length) {
        skip -= chunk.length;
        continue;
      }
      const fresh = chunk.slice(skip);
      skip = 0;
      const read = readChunk(definition, header, fresh);
      const bytesRead = Math.min(bytes, job.bytes_total);
      const rowsBefore = done;
      done += fresh.length;
      // The database writes one chunk while the next one is read.
      await landing;
      await database.presence.name();
      landing = database.transaction(async (transaction) => {
        // One chunk at a time, whichever process: two imports of one file must see each other's rows.
        await lockHead(transaction);
        const end = await tableEnd(transaction, job.feed);
        const landed = await landChunk(transaction, definition, read, { import_id: job.id, at: clock.now() });
        await insertRejects(transaction, job.id, landed.rejects);
        await addFigures(transaction, job, landed.figures, bytesRead, rowsBefore);
        await addControlSum(transaction, job.feed, job.id, end);
      });
      landing.catch(() => {});
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    failure = error;
  }
  await landing;
  await renewStatistics(database);
  return finish(database, clock, job, failure);
}

/** About the bytes that the rows had in the file, for the progress. */
function charactersOf(chunk: FileRecord[]): number {
  let sum = 0;
  for (const { fields } of chunk) for (const field of fields) sum += field.length + 1;
  return sum;
}

/** As well as it can be said: where the database itself is what failed, the next process says it. */
async function sayInterrupted(database: Database, clock: Clock, actor: Actor, id: number, worker: string): Promise<void> {
  try {
    const stored = await findImport(database.read, id);
    if (stored?.worker === worker) await interrupt(database, clock, stored, actor, 'interrupted');
  } catch {
    // What is thrown is why the import failed, not why this could not be said.
  }
}
