import type { Clock } from '../clock.ts';
import type { Database } from '../../db/connection.ts';
import { lockHead } from '../engine/head.ts';
import type { Feed, ImportFigures } from '../feeds/contract.ts';
import type { FeedDefinition, Landing } from '../feeds/definition.ts';
import { feedDefinitions } from '../feeds/definitions/index.ts';
import type { HeaderMap } from '../feeds/header.ts';
import type { FileRecord } from '../feeds/records.ts';
import { Refusal } from '../refusal.ts';
import { chunksOf, landChunk, readChunk, type LandedChunk, type ReadChunk } from './chunks.ts';
import { earlierRows } from './earlier-rows.ts';
import { figuresOf, finish } from './finish.ts';
import type { RunningJob } from './service.ts';
import { addFigures, insertRejects, noFigures, type ChunkFigures, type Reject } from './store.ts';

/** A file whose header is read: the records behind it, those of the header's own block first. */
export interface HeadedFile {
  header: HeaderMap;
  first: FileRecord[];
  records: AsyncGenerator<FileRecord[]>;
}

export interface ImportOutcome {
  figures: ImportFigures;
  /** Of a dry run, whose rejects are stored nowhere. */
  rejects: Reject[];
}

/** The rejects of a dry run are kept in memory, at most so many. */
const DRY_RUN_REJECTS = 10_000;

class Undone extends Error {}

/**
 * What the import would come to. Each chunk is landed and taken back at once, so that nobody waits for the lock longer than in
 * earnest; the earlier rows of the file that it may refer to are landed before it.
 */
export async function dryRun(database: Database, clock: Clock, feed: Feed, { header, first, records }: HeadedFile): Promise<ImportOutcome> {
  const definition = feedDefinitions[feed];
  const total = { ...noFigures };
  const rejects: Reject[] = [];
  const earlier = earlierRows(definition);
  let last: Landing<object>[] = [];
  try {
    for await (const chunk of chunksOf(definition.chunkRows, first, records)) {
      await earlier.keep(last);
      const read = readChunk(definition, header, chunk);
      const landed = await landAndUndo(database, clock, definition, read, await earlier.referredToBy(read.landings));
      last = read.landings;
      for (const name of Object.keys(total) as (keyof ChunkFigures)[]) total[name] += landed.figures[name];
      rejects.push(...landed.rejects.slice(0, DRY_RUN_REJECTS - rejects.length));
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, { ...error.details, accepted_before_failure: total.accepted }, error.message);
  } finally {
    await earlier.forget();
  }
  return { figures: figuresOf(feed, total, null), rejects };
}

async function landAndUndo(
  database: Database,
  clock: Clock,
  definition: FeedDefinition<object>,
  read: ReadChunk,
  earlier: Landing<object>[],
): Promise<LandedChunk> {
  let landed: LandedChunk | undefined;
  try {
    await database.transaction(async (transaction) => {
      await lockHead(transaction);
      landed = await landChunk(transaction, definition, read, { import_id: 0, at: clock.now() }, earlier);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return landed as LandedChunk;
}

/** A dry run that was asked for in the page: what it found is kept with its row, what it tried is not. */
export async function storeDryRun(database: Database, clock: Clock, job: RunningJob, file: HeadedFile): Promise<ImportFigures> {
  let failure: Refusal | null = null;
  try {
    const { figures, rejects } = await dryRun(database, clock, job.feed, file);
    await database.transaction(async (transaction) => {
      await insertRejects(transaction, job.id, rejects);
      const { rows: row_count, accepted, duplicates, conflicts, rejected, bindings_refused } = figures;
      await addFigures(transaction, job, { row_count, accepted, duplicates, conflicts, rejected, bindings_refused }, job.bytes_total, 0);
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    failure = error;
  }
  return finish(database, clock, job, failure);
}
