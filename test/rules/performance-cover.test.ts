/** The months and weeks that a span of an affiliate's figures is read from. */
import { expect, test } from 'vitest';
import { dayEnd, dayStart } from '../../server/calendar.ts';
import { coverOf } from '../../server/performance/periods.ts';

const cover = (from: string, to: string): ReturnType<typeof coverOf> => coverOf(dayStart(from), dayEnd(to));
const days = (from: string, to: string) => ({ from: dayStart(from), until: dayEnd(to) });

test('from a Monday on months are taken, not years of weeks', () => {
  const { keys, edges } = cover('2024-01-08', '2026-03-31');
  expect([keys.length, keys.slice(0, 2), edges]).toEqual([30, ['2024-02', '2024-03'], []]);
  expect(keys.slice(26)).toEqual(['2024-01-08', '2024-01-15', '2024-01-22', '2024-01-29']);
});

test.each([
  ['2026-03-01', '2026-03-31', ['2026-03'], []],
  ['2026-03-02', '2026-03-15', ['2026-03-02', '2026-03-09'], []],
  ['2026-02-26', '2026-04-03', ['2026-03'], [days('2026-02-26', '2026-02-28'), days('2026-04-01', '2026-04-03')]],
  ['2026-03-03', '2026-03-08', [], [days('2026-03-03', '2026-03-08')]],
  ['2026-03-03', '2026-03-16', ['2026-03-09'], [days('2026-03-03', '2026-03-08'), days('2026-03-16', '2026-03-16')]],
])('%s to %s', (from, to, keys, edges) => {
  expect(cover(from, to)).toEqual({ keys, edges });
});

test('every millisecond of a span is in it, and nothing else is', () => {
  for (let length = 1; length < 100; length += 7) {
    for (let start = 0; start < 40; start += 1) {
      const from = dayStart('2026-01-20') + start * 86_400_000;
      const until = from + length * 86_400_000 - 43_200_000;
      const { keys, edges } = coverOf(from, until);
      const parts = [...edges, ...keys.map((key) => (key.length === 7
        ? { from: dayStart(`${key}-01`), until: Date.UTC(Number(key.slice(0, 4)), Number(key.slice(5)), 1) }
        : { from: dayStart(key), until: dayStart(key) + 7 * 86_400_000 }))].sort((a, b) => a.from - b.from);
      let reached = from;
      for (const part of parts) {
        expect(part.from >= from && part.until <= until && part.from <= reached).toBe(true);
        reached = Math.max(reached, part.until);
      }
      expect(reached).toBe(until);
    }
  }
});
