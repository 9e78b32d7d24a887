import type { Transaction } from '../../db/statement.ts';
import { feedColumns } from '../feeds/contract.ts';
import { countDays } from '../feeds/days.ts';
import type { FeedDefinition, Landing } from '../feeds/definition.ts';
import type { HeaderMap } from '../feeds/header.ts';
import type { FileRecord } from '../feeds/records.ts';
import { joinCodes, type RawRow } from '../feeds/values.ts';
import { noFigures, type ChunkFigures, type Reject } from './store.ts';

/** A chunk that is read, not yet landed. */
export interface ReadChunk {
  landings: Landing<object>[];
  /** Rows of too few or too many fields. */
  misshapen: Reject[];
}

export interface LandedChunk {
  figures: ChunkFigures;
  rejects: Reject[];
}

/** A block that fails half-way (bad_csv) still gives the whole rows before it: they are landed, then the failure is raised. */
export async function* chunksOf(size: number, first: FileRecord[], records: AsyncGenerator<FileRecord[]>): AsyncGenerator<FileRecord[]> {
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

/** Turns the lines of a chunk into facts; needs no database. */
export function readChunk(definition: FeedDefinition<object>, header: HeaderMap, records: FileRecord[]): ReadChunk {
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

/** `earlier` rows are landed before the chunk's own, and counted nowhere. */
export async function landChunk(
  transaction: Transaction,
  definition: FeedDefinition<object>,
  { landings, misshapen }: ReadChunk,
  context: { import_id: number; at: number },
  earlier: Landing<object>[] = [],
): Promise<LandedChunk> {
  await definition.land(transaction, earlier.length === 0 ? landings : [...earlier, ...landings], context);
  await countDays(transaction, definition.feed, landings);
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
