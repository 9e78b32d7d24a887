import { rows, type Connection } from '../../db/statement.ts';
import { acceptedIn, brought, controlColumns } from '../imports/control.ts';
import { figuresOf } from '../imports/finish.ts';
import { landedImports, type StoredImport } from '../imports/store.ts';
import { joinSum } from '../money.ts';
import type { Feed } from '../feeds/contract.ts';
import { emptyCheck, note, type Check } from './check.ts';

/** What stands in a feed's table of one import. */
interface Standing {
  import_id: number;
  records: number;
  units: string;
  fraction: string;
}

/**
 * Every import against the rows that name it: as many as it accepted, their numbers come to its control sum, as many rejects as
 * it refused, and its figures are those of its event in the audit chain. So a trade that is altered, gone or slipped in shows
 * also where no record and no closed month rests on it. A text that was altered (a product, a currency) shows nowhere but in those.
 */
export async function importsKept(connection: Connection): Promise<Check> {
  const check = emptyCheck('imports_kept');
  const standing = await standingRows(connection);
  const refused = await refusedRows(connection);
  const events = await lastEvents(connection);
  for (const one of await landedImports(connection)) {
    check.checked += 1;
    const key = `${one.feed} ${one.id}`;
    const stands = standing.get(key);
    standing.delete(key);
    const event = events.get(String(one.id));
    if (
      (one.feed in brought && !asAccepted(one, stands)) ||
      (refused.get(one.id) ?? 0) !== one.rejected + one.conflicts ||
      one.row_count !== one.accepted + one.duplicates + one.conflicts + one.rejected ||
      (event !== undefined && event !== JSON.stringify(figuresOf(one.feed, one, String(one.id))))
    ) {
      note(check, `import ${one.id}`);
    }
  }
  for (const key of standing.keys()) note(check, key);
  return check;
}

function asAccepted(one: StoredImport, stands: Standing | undefined): boolean {
  if ((stands?.records ?? 0) !== one.accepted) return false;
  if (one.control_units === null || one.control_fraction_e8 === null) return true;
  return joinSum(stands?.units ?? '0', stands?.fraction ?? '0') === joinSum(one.control_units, one.control_fraction_e8);
}

async function standingRows(connection: Connection): Promise<Map<string, Standing>> {
  const standing = new Map<string, Standing>();
  for (const [feed, kept] of Object.entries(brought)) {
    const list = await rows<Standing>(
      connection,
      // What a decision of staff brought names no import.
      `SELECT import_id, count(*) AS records, ${controlColumns(kept)} FROM ${kept.table} WHERE import_id > 0 AND ${acceptedIn(kept)} GROUP BY import_id ORDER BY import_id`,
    );
    for (const one of list) standing.set(`${feed} ${one.import_id}`, one);
  }
  return standing;
}

async function refusedRows(connection: Connection): Promise<Map<number, number>> {
  const list = await rows<{ import_id: number; n: number }>(connection, 'SELECT import_id, count(*) AS n FROM import_rejects GROUP BY import_id');
  return new Map(list.map((one) => [one.import_id, one.n]));
}

/** Of each import that has ended the figures that the audit chain holds, as they would be written now. */
async function lastEvents(connection: Connection): Promise<Map<string, string>> {
  const list = await rows<{ subject_id: string; changes: string }>(
    connection,
    `SELECT subject_id, changes FROM audit_events WHERE subject_type = 'imports' AND action IN ('import.finished', 'import.failed') ORDER BY seq`,
  );
  return new Map(list.map((one) => [one.subject_id, figuresIn(one.changes)]));
}

/** In the order of figuresOf; what was altered may be no JSON any more, and equals nothing. */
function figuresIn(changes: string): string {
  try {
    const { figures } = JSON.parse(changes) as { figures: { new: Record<string, unknown> & { feed: Feed } } };
    const { feed, rows: read, accepted, duplicates, conflicts, rejected, bindings_refused, import_id } = figures.new;
    return JSON.stringify({ feed, rows: read, accepted, duplicates, conflicts, rejected, bindings_refused, import_id });
  } catch {
    return '';
  }
}
