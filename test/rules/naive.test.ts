/** The golden cases against the naive reading of the rules, so that each checks the other; and its own invariants. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { outlook } from '../worlds/evaluation.ts';
import { mismatches } from '../worlds/expectation.ts';
import { GOLDEN_CASES } from '../worlds/golden/cases.ts';
import { play, type Script, type Step, type StepResult } from '../worlds/naive.ts';
import { randomScript } from '../worlds/random-world.ts';
import { scriptToFiles, tell } from '../worlds/script-files.ts';

describe('golden cases', () => {
  test.each(GOLDEN_CASES.map((golden) => [golden.id, golden] as const))('%s', (_id, golden) => {
    const { results, end, world } = play(golden.script);
    expect(mismatches(golden, results, end)).toEqual([]);
    for (const [key, expected] of Object.entries(golden.outlook ?? {})) {
      const [month = '', uid = ''] = key.split(' ');
      expect(outlook(world, uid, month)).toMatchObject(expected);
    }
  });

  test('each has an id of its own, names the rule that its id begins with, and expects something', () => {
    const ids = GOLDEN_CASES.map((golden) => golden.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const golden of GOLDEN_CASES) {
      const rule = /^[A-Z]+-\d+/.exec(golden.id)?.[0];
      expect(golden.rules, golden.id).toContain(rule);
      expect(Object.keys(golden.expect), golden.id).not.toEqual([]);
    }
  });
});

describe('random worlds', () => {
  test('one record per trade, with the first failing check as its reason, never above its base', () => {
    check((script) => {
      const records = recordsOf(play(script).results);
      expect(new Set(records.map((record) => record.trade_id)).size).toBe(records.length);
      for (const record of records) {
        expect(record.checks.includes(false)).toBe(record.reason !== null);
        expect(Number(record.amount)).toBeLessThanOrEqual(Number(record.base));
        if (record.reason !== null) expect(record.amount).toBe('0');
      }
    });
  });

  test('enrolments of one account never overlap', () => {
    check((script) => {
      const { enrolments } = play(script).end;
      enrolments.forEach((enrolment, index) => {
        const next = enrolments[index + 1];
        if (next?.uid !== enrolment.uid) return;
        expect(enrolment.ended_at !== null && enrolment.ended_at <= next.activated_at).toBe(true);
      });
    });
  });

  test('every file twice leaves the same world', () => {
    check((script) => {
      const doubled = script.flatMap((step): Step[] => (step.step === 'import' ? [step, step] : [step]));
      const once = play(script);
      const twice = play(doubled);
      expect(twice.results.filter((result) => result.step !== 'import'))
        .toEqual(once.results.filter((result) => result.step !== 'import'));
      expect(twice.end).toEqual(once.end);
    });
  });

  test('the files say what the script says', () => {
    check((script) => {
      scriptToFiles(script).forEach((action, index) => {
        const step = script[index];
        if (action.kind !== 'import' || step?.step !== 'import') return;
        const parsed = Papa.parse(action.csv, { header: true, skipEmptyLines: true });
        expect(parsed.data).toEqual(step.rows);
      });
    });
  });
});

function check(property: (script: Script) => void): void {
  fc.assert(
    fc.property(randomScript, (script) => {
      try {
        property(script);
      } catch (error) {
        throw new Error(tell(script), { cause: error });
      }
    }),
    { numRuns: 150 },
  );
}

function recordsOf(results: readonly StepResult[]) {
  return results.flatMap((result) => (result.step === 'commission' ? result.records : []));
}
