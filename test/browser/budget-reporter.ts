import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { BUDGET, type Measured } from './actions.ts';

/** At the end of a run: what each task of the day took, beside what it may take. */
export default class BudgetReporter implements Reporter {
  private readonly measured: Measured[] = [];

  onTestEnd(_test: TestCase, { annotations }: TestResult): void {
    for (const { type, description } of annotations) {
      if (type === BUDGET && description) this.measured.push(JSON.parse(description) as Measured);
    }
  }

  onEnd(): void {
    if (this.measured.length === 0) return;
    const by = ({ who, task }: Measured) => `${who} ${task}`;
    const rows = this.measured.toSorted((one, other) => (by(one) < by(other) ? -1 : 1));
    console.log('\nactions (clicks, and keys that are not text)');
    for (const { who, task, counted, budget } of rows) {
      console.log(`${who.padEnd(12)} ${String(counted).padStart(2)} of ${budget}  ${task}`);
    }
  }
}
