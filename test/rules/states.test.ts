/** The book of states against a timeline that only remembers what it was told (DESIGN 3). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FOREVER } from '../../server/calendar.ts';
import { applyState, spansOf, stateAt, type StateBook } from '../../server/accounts/states.ts';

interface Told { at: number; value: string }

const LAST = 12;
/** In order of arrival, not of time. */
const told = fc.array(fc.record({ at: fc.integer({ min: 0, max: LAST }), value: fc.constantFrom('a', 'b', 'c') }), { maxLength: 14 });

/** The latest that was told for an instant up to `at`; of two for one instant the one that arrived later (DOMAIN 1). */
function naively(facts: Told[], at: number): string | null {
  let best: Told | null = null;
  for (const fact of facts) if (fact.at <= at && (best === null || fact.at >= best.at)) best = fact;
  return best ? best.value : null;
}

function emptyBook(): StateBook {
  return { spans: new Map(), superseded: [] };
}

function tell(book: StateBook, fact: Told): void {
  applyState(book, { account_id: 1, field: 'vip_level', value: fact.value, at: fact.at, cause: `event:${fact.at}` });
}

describe('a book of states', () => {
  test('answers at every instant what the naive timeline answers, whatever the order of arrival', () => {
    fc.assert(fc.property(told, (facts) => {
      const book = emptyBook();
      for (const fact of facts) tell(book, fact);
      for (let at = -1; at <= LAST + 1; at++) expect(stateAt(book, 1, 'vip_level', at)).toBe(naively(facts, at));
    }));
  });

  test('its spans follow each other without gap or overlap, to no end', () => {
    fc.assert(fc.property(told, (facts) => {
      const book = emptyBook();
      for (const fact of facts) tell(book, fact);
      const spans = spansOf(book, 1, 'vip_level');
      spans.forEach((span, index) => {
        expect(span.from_at).toBeLessThan(span.to_at);
        expect(span.to_at).toBe(spans[index + 1]?.from_at ?? FOREVER);
      });
    }));
  });

  test('known_from and known_to reconstruct every earlier belief, and nothing is ever overwritten', () => {
    fc.assert(fc.property(fc.array(told, { maxLength: 6 }), (batches) => {
      const table: { from_at: number; to_at: number; value: string; known_from: number; known_to: number }[] = [];
      const book = emptyBook();
      batches.forEach((facts, index) => {
        for (const fact of facts) tell(book, fact);
        save(book, table, index + 1);
      });
      for (let revision = 0; revision <= batches.length; revision++) {
        const known = batches.slice(0, revision).flat();
        for (let at = 0; at <= LAST; at++) {
          const believed = table.filter((row) =>
            row.known_from <= revision && revision < row.known_to && row.from_at <= at && at < row.to_at);
          expect(believed.map((row) => row.value)).toEqual([naively(known, at)].filter((value) => value !== null));
        }
      }
    }));
  });

  test('fields and accounts do not touch each other', () => {
    const book = emptyBook();
    tell(book, { at: 5, value: '1' });
    applyState(book, { account_id: 2, field: 'vip_level', value: '2', at: 5, cause: 'x' });
    applyState(book, { account_id: 1, field: 'country', value: 'US', at: 5, cause: 'x' });
    expect([stateAt(book, 1, 'vip_level', 5), stateAt(book, 2, 'vip_level', 5), stateAt(book, 1, 'country', 5), stateAt(book, 2, 'country', 5)]).toEqual(['1', '2', 'US', null]);
  });
});

/** What saveStates writes, on a list. */
function save(
  book: StateBook,
  table: { from_at: number; to_at: number; value: string; known_from: number; known_to: number }[],
  revision: number,
): void {
  for (const id of book.superseded) {
    const row = table[id] as (typeof table)[number];
    expect(row.known_to).toBe(FOREVER);
    row.known_to = revision;
  }
  book.superseded = [];
  for (const span of spansOf(book, 1, 'vip_level')) {
    if (span.id !== null) continue;
    span.id = table.push({ from_at: span.from_at, to_at: span.to_at, value: span.value, known_from: revision, known_to: FOREVER }) - 1;
  }
}
