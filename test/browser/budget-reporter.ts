import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { BUDGET, FIGURE, type Figure, type Measured } from './actions.ts';

/** At the end of a run: what each task of the day took in each form of the walk, and the figures of the page, beside what they may be. */
export default class BudgetReporter implements Reporter {
  private readonly measured: Measured[] = [];
  private readonly figures: Figure[] = [];

  onTestEnd(_test: TestCase, { annotations }: TestResult): void {
    for (const { type, description } of annotations) {
      if (type === BUDGET && description) this.measured.push(JSON.parse(description) as Measured);
      if (type === FIGURE && description) this.figures.push(JSON.parse(description) as Figure);
    }
  }

  onEnd(): void {
    for (const { name, figure, budget, unit } of this.figures) console.log(`${name}: ${figure} ${unit} of ${budget}`);
    if (this.measured.length > 0) this.tellTasks();
  }

  private tellTasks(): void {
    const forms = [...new Set(this.measured.map(({ form }) => form))].toSorted();
    const nameOf = ({ who, task }: Measured) => `${who.padEnd(12)} ${task}`;
    const names = [...new Set(this.measured.map(nameOf))].toSorted();
    const width = Math.max(...names.map((name) => name.length));
    console.log(`\nactions (clicks, and keys that are not text)\n${[' '.repeat(width), 'may', ...forms].join('  ')}`);
    for (const name of names) {
      const walks = this.measured.filter((walk) => nameOf(walk) === name);
      const counts = forms.map((form) => String(walks.find((walk) => walk.form === form)?.counted ?? '–').padStart(form.length));
      console.log([name.padEnd(width), String(walks[0]?.budget).padStart(3), ...counts].join('  '));
    }
  }
}
