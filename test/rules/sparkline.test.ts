import { expect, test } from 'vitest';
import { linesOf } from '../../client/performance/lines.ts';

test('REF-9: what is unknown is a gap in the line, not a fall to zero', () => {
  const point = (place: number, value: number) => ({ place, value });
  expect(linesOf([1, 2, null, 0, null, 4, 5])).toEqual([
    [point(0, 1), point(1, 2)], [point(3, 0), point(3, 0)], [point(5, 4), point(6, 5)],
  ]);
  expect([linesOf([]), linesOf([null, null])]).toEqual([[], []]);
});
