import type { RunRow } from '#contract/runs';

/** The list of what a run wrote. */
export function rowsOfRun({ kind, day, month }: RunRow): string {
  const [list, filter] = kind === 'commission' ? ['commissions', { run_day: day }] : ['evaluations', { month }];
  return `/${list}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
}
