import { runKinds, type RunKind } from '#contract/runs';

/** The list of runs with the dialog open that starts one. */
export function startRunPath(kind: RunKind): string {
  return `/runs?${new URLSearchParams({ start: kind })}`;
}

/** The kind of run that such an address is about to start. */
export function startOf(search: string): RunKind | null {
  return runKinds.find((kind) => kind === new URLSearchParams(search).get('start')) ?? null;
}
