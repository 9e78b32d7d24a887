/** What a golden case expects, and how results are held against it: the same for every interpreter of a script. */
import { keyOf, type AnyRow } from './feeds.ts';
import type { EndState, Script, Step, StepResult } from './naive.ts';
import type { EvaluationRow, NaiveRecord } from './world.ts';

export interface Expectation {
  /** By trade_id: the fields of its record that matter; null: no run made a record. */
  records?: Record<string, Partial<NaiveRecord> | null>;
  /** By key of the row: its outcome at each arrival, in order. */
  rows?: Record<string, string[]>;
  /** By `<month> <affiliate>`: the fields of its row that matter; null: not evaluated. */
  evaluations?: Record<string, Partial<EvaluationRow> | null>;
  /**
   * By `commission <day>`, `evaluation <month>`, `approve <uid> <month>`, `reject <uid> <month>`:
   * each time in order, `done`, `covered` or the code of the refusal.
   */
  commands?: Record<string, string[]>;
  /** By affiliate: its enrolments in order, the fields that matter. */
  enrolments?: Record<string, Partial<EndState['enrolments'][number]>[]>;
  /** By `<affiliate> <month>`: the state of the review at the end. */
  reviews?: Record<string, string>;
}

/** One behaviour, told as a script, with what must come of it. */
export interface GoldenCase {
  id: string;
  rules: string[];
  script: Script;
  expect: Expectation;
  /** TIE-11, by `<month> <affiliate>` as of the end of the script: window, keep, next. */
  outlook?: Record<string, { window: string; keep: string; next: string | null }>;
}

/** Every difference, as a line of text; empty if all is as expected. `end` may be left out by who cannot see it. */
export function mismatches(golden: GoldenCase, results: readonly StepResult[], end?: Partial<EndState>): string[] {
  const { records, rows, evaluations, commands, enrolments, reviews } = golden.expect;
  const seen = collect(golden.script, results);
  const found: string[] = [];
  const compare = (what: string, expected: unknown, actual: unknown): void => {
    const difference = differenceOf(expected, actual);
    if (difference !== null) found.push(`${what}: ${difference}`);
  };
  for (const [id, expected] of Object.entries(records ?? {})) compare(`record ${id}`, expected,
    seen.records.get(id) ?? null);
  for (const [key, expected] of Object.entries(rows ?? {})) compare(`row ${key}`, expected, seen.rows.get(key) ?? []);
  for (const [key, expected] of Object.entries(evaluations ?? {})) {
    compare(`evaluation ${key}`, expected, seen.evaluations.get(key) ?? null);
  }
  for (const [key, expected] of Object.entries(commands ?? {})) compare(key, expected, seen.commands.get(key) ?? []);
  if (end?.enrolments !== undefined) {
    for (const [uid, expected] of Object.entries(enrolments ?? {})) {
      compare(`enrolments of ${uid}`, expected, end.enrolments.filter((e) => e.uid === uid));
    }
  }
  if (end?.reviews !== undefined) {
    for (const [key, expected] of Object.entries(reviews ?? {})) {
      const review = end.reviews.find((r) => `${r.affiliate_uid} ${r.month}` === key);
      compare(`review ${key}`, expected, review?.state ?? null);
    }
  }
  return found;
}

interface Seen {
  records: Map<string, NaiveRecord>;
  rows: Map<string, string[]>;
  evaluations: Map<string, EvaluationRow>;
  commands: Map<string, string[]>;
}

function collect(script: readonly Step[], results: readonly StepResult[]): Seen {
  const seen: Seen = { records: new Map(), rows: new Map(), evaluations: new Map(), commands: new Map() };
  const add = (map: Map<string, string[]>, key: string, value: string): void => {
    map.set(key, [...(map.get(key) ?? []), value]);
  };
  results.forEach((result, index) => {
    const step = script[index];
    if (result.step === 'import' && step?.step === 'import') {
      const rows: readonly AnyRow[] = step.rows;
      rows.forEach((row, line) => add(seen.rows, keyOf(step.feed, row), result.outcomes[line] ?? 'no outcome'));
    } else if (result.step === 'commission') {
      for (const record of result.records) seen.records.set(record.trade_id, record);
      add(seen.commands, `commission ${result.day}`, result.refused[0] ?? (result.covered ? 'covered' : 'done'));
    } else if (result.step === 'evaluation') {
      for (const row of result.rows) {
        const key = `${result.month} ${row.affiliate_uid}`;
        if (!seen.evaluations.has(key)) seen.evaluations.set(key, row);
      }
      add(seen.commands, `evaluation ${result.month}`, result.refused[0] ?? (result.covered ? 'covered' : 'done'));
    } else if (result.step !== 'import') {
      add(seen.commands, `${result.step} ${result.affiliate_uid} ${result.month}`, result.refused[0] ?? 'done');
    }
  });
  return seen;
}

/** Objects are compared by the fields that are expected, lists whole. */
function differenceOf(expected: unknown, actual: unknown): string | null {
  return matches(expected, actual) ? null : `expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
}

function matches(expected: unknown, actual: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return expected === actual;
  if (typeof actual !== 'object' || actual === null) return false;
  if (Array.isArray(expected)) {
    return Array.isArray(actual) && expected.length === actual.length &&
      expected.every((item, index) => matches(item, actual[index]));
  }
  const fields = actual as Record<string, unknown>;
  return Object.entries(expected).every(([field, value]) => matches(value, fields[field]));
}
