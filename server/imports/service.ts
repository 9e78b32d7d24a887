import type { Clock } from '../clock.ts';
import type { Database } from '../../db/connection.ts';
import type { Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { lockHead } from '../engine/head.ts';
import { writeAudit } from '../audit/service.ts';
import { Refusal } from '../refusal.ts';
import { feedColumns, type Feed, type ImportFigures } from '../feeds/contract.ts';
import { feedDefinitions } from '../feeds/definitions/index.ts';
import { readHeader, type HeaderMap } from '../feeds/header.ts';
import { readRecords, type FileRecord } from '../feeds/records.ts';
import { joinCodes, type RawRow } from '../feeds/values.ts';
import type { FeedDefinition, Landing } from '../feeds/definition.ts';
import { addFigures, findImport, finishImport, insertImport, insertRejects, noFigures, type ChunkFigures, type Reject } from './store.ts';

export interface ImportJob {
  feed: Feed;
  file_name: string;
  bytes_total: number;
  dry_run: boolean;
  actor: Actor;
}

export interface ImportOutcome {
  figures: ImportFigures;
  /** Of a dry run, whose rejects are stored nowhere. */
  rejects: Reject[];
}

/** The rejects of a dry run are kept in memory, at most so many. */
const DRY_RUN_REJECTS = 10_000;

class DryRunOver extends Error {}

/**
 * Takes a file in, chunk by chunk, each chunk one transaction: killed anywhere it leaves whole chunks, and the same file again
 * completes it. Throws the Refusal `bad_header` before anything is written, and `bad_csv` with `accepted_before_failure` and
 * `line` where the rest could not be read (CONTRACT 1).
 */
export async function importFile(database: Database, clock: Clock, job: ImportJob, source: AsyncIterable<Uint8Array>): Promise<ImportOutcome> {
  const records = readRecords(source);
  const { header, first } = await takeHeader(job.feed, records);
  if (job.dry_run) return dryRun(database, clock, job, header, first, records);
  const id = await database.transaction((transaction) =>
    insertImport(transaction, {
      feed: job.feed, file_name: job.file_name, dry_run: job.dry_run, bytes_total: job.bytes_total, spool_path: null,
      requested_by: job.actor.name, at: clock.now(),
    }),
  );
  return { figures: await landAll(database, clock, { id, ...job }, header, first, records), rejects: [] };
}

/** Goes on with an import whose file lies in the spool; rows that earlier chunks took are skipped. */
export async function resumeImport(
  database: Database,
  clock: Clock,
  job: ImportJob & { id: number },
  source: AsyncIterable<Uint8Array>,
): Promise<ImportFigures> {
  const records = readRecords(source);
  const { header, first } = await takeHeader(job.feed, records);
  return job.dry_run ? storeDryRun(database, clock, job, header, first, records) : landAll(database, clock, job, header, first, records);
}

async function takeHeader(
  feed: Feed,
  records: AsyncGenerator<FileRecord[]>,
): Promise<{ header: HeaderMap; first: FileRecord[] }> {
  for (;;) {
    const block = await records.next();
    if (block.done) throw new Refusal('bad_header', { missing: [...feedColumns[feed]], unknown: [], doubled: [] });
    const [head, ...first] = block.value;
    if (head) return { header: readHeader(feed, head.fields), first };
  }
}

async function landAll(
  database: Database,
  clock: Clock,
  job: ImportJob & { id: number },
  header: HeaderMap,
  first: FileRecord[],
  records: AsyncGenerator<FileRecord[]>,
): Promise<ImportFigures> {
  const definition = feedDefinitions[job.feed];
  const before = await findImport(database.read, job.id);
  let done = before?.row_count ?? 0;
  let skip = done;
  let failure: Refusal | null = null;
  let bytes = 0;
  let landing: Promise<void> = Promise.resolve();
  try {
    for await (const chunk of chunks(definition.chunkRows, first, records)) {
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
      landing = database.transaction(async (transaction) => {
        // One chunk at a time, whichever process: two imports of one file must see each other's rows.
        await lockHead(transaction);
        const landed = await landChunk(transaction, definition, read, { import_id: job.id, at: clock.now() });
        await insertRejects(transaction, job.id, landed.rejects);
        await addFigures(transaction, job.id, landed.figures, bytesRead, rowsBefore);
      });
      landing.catch(() => {});
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    failure = error;
  }
  await landing;
  return finish(database, clock, job, failure);
}

/** About the bytes that the rows had in the file, for the progress. */
function charactersOf(chunk: FileRecord[]): number {
  let sum = 0;
  for (const { fields } of chunk) for (const field of fields) sum += field.length + 1;
  return sum;
}

async function finish(database: Database, clock: Clock, job: ImportJob & { id: number }, failure: Refusal | null): Promise<ImportFigures> {
  const at = clock.now();
  const line = failure ? Number(failure.details['line'] ?? 0) : null;
  const figures = await database.transaction(async (transaction) => {
    await finishImport(transaction, job.id, { state: failure ? 'failed' : 'done', error: failure?.code ?? null, error_line: line, at });
    const done = await findImport(transaction, job.id);
    const result = figuresOf(job.feed, done ?? noFigures, String(job.id));
    await writeAudit(transaction, {
      at,
      actor: job.actor,
      action: failure ? 'import.failed' : 'import.finished',
      subject_type: 'imports',
      subject_id: String(job.id),
      changes: { figures: { old: null, new: { ...result } } },
      reason: failure ? failure.message : null,
    });
    return result;
  });
  if (failure) throw new Refusal(failure.code, { ...failure.details, accepted_before_failure: figures.accepted, line, import_id: String(job.id) }, failure.message);
  return figures;
}

function figuresOf(feed: Feed, figures: ChunkFigures, importId: string | null): ImportFigures {
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

/** One transaction that is rolled back: a later row may refer to an earlier one, so the chunks must see each other. */
async function dryRun(
  database: Database,
  clock: Clock,
  job: ImportJob,
  header: HeaderMap,
  first: FileRecord[],
  records: AsyncGenerator<FileRecord[]>,
): Promise<ImportOutcome> {
  const definition = feedDefinitions[job.feed];
  const total = { ...noFigures };
  const rejects: Reject[] = [];
  try {
    await database.transaction(async (transaction) => {
      for await (const chunk of chunks(definition.chunkRows, first, records)) {
        const landed = await landChunk(transaction, definition, readChunk(definition, header, chunk), { import_id: 0, at: clock.now() });
        for (const name of Object.keys(total) as (keyof ChunkFigures)[]) total[name] += landed.figures[name];
        rejects.push(...landed.rejects.slice(0, DRY_RUN_REJECTS - rejects.length));
      }
      throw new DryRunOver();
    });
  } catch (error) {
    if (error instanceof Refusal) {
      throw new Refusal(error.code, { ...error.details, accepted_before_failure: total.accepted }, error.message);
    }
    if (!(error instanceof DryRunOver)) throw error;
  }
  return { figures: figuresOf(job.feed, total, null), rejects };
}

/** A dry run that was asked for in the page: what it found is kept with its row, what it tried is not. */
async function storeDryRun(
  database: Database,
  clock: Clock,
  job: ImportJob & { id: number },
  header: HeaderMap,
  first: FileRecord[],
  records: AsyncGenerator<FileRecord[]>,
): Promise<ImportFigures> {
  let failure: Refusal | null = null;
  try {
    const { figures, rejects } = await dryRun(database, clock, job, header, first, records);
    await database.transaction(async (transaction) => {
      await insertRejects(transaction, job.id, rejects);
      const { rows: row_count, accepted, duplicates, conflicts, rejected, bindings_refused } = figures;
      await addFigures(transaction, job.id, { row_count, accepted, duplicates, conflicts, rejected, bindings_refused }, job.bytes_total, 0);
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    failure = error;
  }
  return finish(database, clock, job, failure);
}

/** A block that fails half-way (bad_csv) still gives the whole rows before it: they are landed, then the failure is raised. */
async function* chunks(size: number, first: FileRecord[], records: AsyncGenerator<FileRecord[]>): AsyncGenerator<FileRecord[]> {
  let waiting = first;
  let failure: unknown = null;
  for (;;) {
    while (waiting.length >= size) {
      yield waiting.slice(0, size);
      waiting = waiting.slice(size);
    }
    try {
      const block = await records.next();
      if (block.done) break;
      waiting = waiting.length === 0 ? block.value : waiting.concat(block.value);
    } catch (error) {
      failure = error;
      break;
    }
  }
  if (waiting.length > 0) yield waiting;
  if (failure) throw failure;
}

interface ReadChunk {
  landings: Landing<object>[];
  /** Rows of too few or too many fields. */
  misshapen: Reject[];
}

/** Turns the lines of a chunk into facts; needs no database. */
function readChunk(definition: FeedDefinition<object>, header: HeaderMap, records: FileRecord[]): ReadChunk {
  const columns = feedColumns[definition.feed];
  // Most files have the feed's own order: their fields need no copy.
  const inOrder = header.width === columns.length && header.positions.every((position, index) => position === index);
  const chunk: ReadChunk = { landings: [], misshapen: [] };
  for (const record of records) {
    const raw: RawRow = {
      line: record.line,
      columns,
      values: inOrder && record.fields.length === header.width ? record.fields : header.positions.map((position) => record.fields[position] ?? ''),
      faults: [],
    };
    if (record.fields.length !== header.width) {
      const extra = record.fields.slice(header.width).join(',');
      chunk.misshapen.push(rejectOf(raw, 'rejected', columns[columns.length - 1] as string, extra, 'bad_csv'));
    } else chunk.landings.push({ raw, parsed: definition.read(raw), outcome: 'accepted' });
  }
  return chunk;
}

async function landChunk(
  transaction: Transaction,
  definition: FeedDefinition<object>,
  { landings, misshapen }: ReadChunk,
  context: { import_id: number; at: number },
): Promise<{ figures: ChunkFigures; rejects: Reject[] }> {
  await definition.land(transaction, landings, context);
  const rejects = [...misshapen];
  const figures = { ...noFigures, row_count: landings.length + misshapen.length, rejected: misshapen.length };
  for (const landing of landings) {
    count(figures, landing);
    const reject = rejectOfLanding(landing);
    if (reject) rejects.push(reject);
  }
  return { figures, rejects };
}

function count(figures: ChunkFigures, landing: Landing<object>): void {
  if (landing.outcome === 'accepted') figures.accepted++;
  else if (landing.outcome === 'duplicate') figures.duplicates++;
  else if (landing.outcome === 'conflict') figures.conflicts++;
  else figures.rejected++;
  if (landing.bindingRefused) figures.bindings_refused++;
}

function rejectOfLanding({ raw, outcome, differs }: Landing<object>): Reject | null {
  if (outcome === 'conflict') {
    const column = differs as string;
    return rejectOf(raw, 'conflict', column, raw.values[raw.columns.indexOf(column)] ?? '', 'conflict');
  }
  if (outcome !== 'rejected') return null;
  const [fault] = raw.faults;
  return rejectOf(raw, 'rejected', fault?.column ?? '', fault?.value ?? '', joinCodes(raw.faults.map((one) => one.code)));
}

function rejectOf(raw: RawRow, outcome: Reject['outcome'], column: string, value: string, code: string): Reject {
  // A NUL is no text for the databases; it cannot be mended by keeping it.
  const storable = (text: string): string => text.replaceAll('\0', '␀');
  const fields = JSON.stringify(Object.fromEntries(raw.columns.map((name, index) => [name, storable(raw.values[index] ?? '')])));
  return { line: raw.line, outcome, column_name: column, value: storable(value), code, fields };
}
