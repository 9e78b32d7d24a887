import { Refusal } from '../refusal.ts';
import { feedColumns, rejectColumns, type Feed } from './contract.ts';

/** For each column of the feed, where the file has it; and how many fields a line must have. */
export interface HeaderMap {
  positions: number[];
  width: number;
}

/** The header must name exactly the feed's columns, in any order; those of a rejects file may trail (CONTRACT 1). */
export function readHeader(feed: Feed, header: string[]): HeaderMap {
  const columns: readonly string[] = feedColumns[feed];
  const named = header.map((name, index) => (index === 0 ? name.replace(/^\uFEFF/, '') : name));
  const trailing = rejectColumns.every((name, index) => named[named.length - rejectColumns.length + index] === name);
  const own = trailing && named.length === columns.length + rejectColumns.length ? named.slice(0, -rejectColumns.length) : named;
  // A header may name hundreds of thousands of columns: each is looked at once.
  const seen = new Set<string>();
  const doubled = own.filter((name) => seen.size === seen.add(name).size);
  const unknown = own.filter((name) => !columns.includes(name));
  const missing = columns.filter((name) => !seen.has(name));
  if (unknown.length + missing.length + doubled.length > 0) {
    throw new Refusal('bad_header', { unknown: shown(unknown), missing, doubled: shown(doubled), expected: [...columns] });
  }
  return { positions: columns.map((name) => own.indexOf(name)), width: named.length };
}

/** What the file calls its columns is repeated shortened. */
function shown(names: string[]): string[] {
  return names.slice(0, 20).map((name) => name.slice(0, 64));
}
