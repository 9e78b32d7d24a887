import { expect, test, type Page } from '@playwright/test';

/** What the annotation of a measured task is called in the reports. */
export const BUDGET = 'budget';

/** Likewise, of a figure that is told at the end. */
export const FIGURE = 'figure';

/** A figure of the page beside its budget; what a clock has measured is told and asserts nothing. */
export interface Figure {
  name: string;
  figure: number;
  budget: number;
  unit: string;
}

/** A task of the day, what it took and what it may take: clicks, and keys that are not text. */
export interface Measured {
  who: string;
  task: string;
  /** How it was walked: in which language, or by keys alone. */
  form: string;
  counted: number;
  budget: number;
}

/**
 * Everything that the person does from now on, in order: `click` for each press of the mouse, and each key that is not
 * text, with what was held (`Control+Enter`). Text is what is typed into a field, and what is pasted. A page that is
 * loaded anew in between cannot be told, and throws.
 */
export async function countActions(page: Page): Promise<() => Promise<string[]>> {
  const seen = await page.evaluateHandle(() => {
    const actions: string[] = [];
    const held = ['Control', 'Meta', 'Alt', 'Shift'];
    window.addEventListener('pointerdown', () => actions.push('click'), { capture: true });
    window.addEventListener('keydown', (event) => {
      if (held.includes(event.key)) return;
      const modifiers = [event.ctrlKey && 'Control', event.metaKey && 'Meta', event.altKey && 'Alt'].filter(Boolean);
      const typed = (event.target as HTMLElement).matches('textarea, input:not([type=checkbox], [type=radio])');
      if (typed && event.key.length === 1 && modifiers.length === 0) return;
      actions.push([...modifiers, event.key].join('+'));
    }, { capture: true });
    return actions;
  });
  return () => seen.jsonValue();
}

/** Keeps what a task took for the table at the end of the run; more than its budget fails the test. */
export function recordBudget({ who, task, form, counted, budget }: Measured): void {
  const description = JSON.stringify({ who, task, form, counted, budget } satisfies Measured);
  test.info().annotations.push({ type: BUDGET, description });
  expect(counted, `actions to ${task}`).toBeLessThanOrEqual(budget);
}

/** Keeps a figure for the end of the run. */
export function recordFigure(name: string, figure: number, budget: number, unit: string): void {
  test.info().annotations.push({ type: FIGURE, description: JSON.stringify({ name, figure, budget, unit } satisfies Figure) });
}
