/** A script as files and commands, so that it can be replayed from outside. */
import { toCsv, type FeedName } from './feeds.ts';
import type { Script } from './naive.ts';

/** What to do for one step, at the same index as the step. */
export type Action =
  | { kind: 'import'; feed: FeedName; file: string; csv: string; args: string[] }
  | { kind: 'run'; args: string[]; now: string | null }
  | { kind: 'decision'; verb: 'approve' | 'reject'; affiliate_uid: string; month: string; at: string; comment: string };

/**
 * One action per step. `args` follow `ops --`; `file` is a name, to be put into whatever folder `csv` is written to.
 * The decision goes through `POST /api/tier-reviews/:id/<verb>` with the clock at `at`.
 */
export function scriptToFiles(script: Script): Action[] {
  return script.map((step, index): Action => {
    if (step.step === 'import') {
      const file = `${String(index + 1).padStart(3, '0')}-${step.feed}.csv`;
      return {
        kind: 'import', feed: step.feed, file, csv: toCsv(step.feed, step.rows), args: ['import', step.feed, file],
      };
    }
    if (step.step === 'commission') {
      return { kind: 'run', args: ['run', 'commission', '--day', step.day], now: step.now ?? null };
    }
    if (step.step === 'evaluation') {
      return { kind: 'run', args: ['run', 'evaluation', '--month', step.month], now: step.now ?? null };
    }
    const { affiliate_uid, month, at } = step;
    const comment = `${step.step}d as the script of this world says`;
    return { kind: 'decision', verb: step.step, affiliate_uid, month, at, comment };
  });
}

/** The script as text, a line per row or command: what a failing property prints, and a golden case begins with. */
export function tell(script: Script): string {
  return script.flatMap((step, index) => {
    if (step.step !== 'import') return [`${index} ${Object.values(step).join(' ')}`];
    return step.rows.map((row) => `${index} ${step.feed}: ${Object.values(row).join(', ')}`);
  }).join('\n');
}
