/** Drawing a sample: deterministic, and without favour (issue 6, the compliance desk). */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawNumber, smallest } from '../../server/audit-samples/draw.ts';
import { faultOfConclusion, mayConclude } from '../../server/audit-samples/rules.ts';

function draw(seed: string, ids: number[], size: number): number[] {
  const choice = smallest(size);
  for (const record_id of ids) choice.offer({ record_id, draw: drawNumber(seed, record_id) });
  return choice.drawn.map(({ record_id }) => record_id);
}

const ids = (from: number, count: number): number[] => Array.from({ length: count }, (_, place) => from + place);

describe('a draw', () => {
  it('numbers a record by SHA-256 of seed, colon and id, as anybody can compute it', () => {
    expect(drawNumber('march', 42)).toBe(createHash('sha256').update('march:42').digest('hex'));
  });

  it('takes the smallest numbers of the whole population, in whatever order it comes', () => {
    const population = ids(1, 500);
    const sorted = [...population].sort((a, b) => (drawNumber('s', a) < drawNumber('s', b) ? -1 : 1)).slice(0, 25);
    expect(draw('s', population, 25)).toEqual(sorted);
    expect(draw('s', [...population].reverse(), 25)).toEqual(sorted);
  });

  it('comes out otherwise by another seed, and is everything where the population is small', () => {
    expect(draw('one', ids(1, 500), 25)).not.toEqual(draw('two', ids(1, 500), 25));
    expect(draw('one', ids(1, 7), 25).sort((a, b) => a - b)).toEqual(ids(1, 7));
  });

  it('leaves what is drawn as it was when records outside of it come or go', () => {
    const drawn = draw('s', ids(1, 500), 25);
    const gone = ids(1, 500).filter((id) => id % 7 !== 0 || drawn.includes(id));
    expect(draw('s', gone, 25)).toEqual(drawn);
  });

  it('favours nobody: over 2,000 seeds each of 20 records is drawn about as often', () => {
    // Five of twenty, 2,000 times: 500 each on the average, with a standard deviation of about 19.
    const times = new Map<number, number>();
    for (let seed = 0; seed < 2_000; seed += 1) for (const id of draw(`seed ${seed}`, ids(100, 20), 5)) times.set(id, (times.get(id) ?? 0) + 1);
    for (const id of ids(100, 20)) expect(Math.abs((times.get(id) ?? 0) - 500), `record ${id}`).toBeLessThan(100);
  });
});

describe('a conclusion', () => {
  it.each([
    [true, 'as_recorded', undefined, null], [false, 'as_recorded', 'a note that is long', 'conclusion'], [false, 'exception', undefined, 'note'],
    [false, 'explained', 'a note that is long', null], [true, 'exception', 'a note that is long', null], [true, 'explained', undefined, 'note'],
  ] as const)('agrees %s, %s, note %s: %s', (agrees, conclusion, note, fault) => {
    expect(faultOfConclusion(agrees, conclusion, note)).toBe(fault);
  });

  it('of a sample with an exception is not satisfactory', () => {
    expect([mayConclude('satisfactory', 0), mayConclude('satisfactory', 1), mayConclude('with_exceptions', 1)]).toEqual([true, false, true]);
  });
});
