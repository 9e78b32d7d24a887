import type { ConsoleDataProvider } from '../api/dataProvider.ts';

export interface SeenEach<Body> {
  previews: Map<string, Body>;
  /** Those that could not be found out. */
  missing: string[];
}

/** What stands behind each of many requests, a few at a time. */
export async function readEach<Body>(
  api: ConsoleDataProvider,
  ids: readonly string[],
  pathOf: (id: string) => string,
): Promise<SeenEach<Body>> {
  const seen: SeenEach<Body> = { previews: new Map(), missing: [] };
  const waiting = [...ids];
  const readOn = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        seen.previews.set(id, await api.read<Body>(pathOf(id)));
      } catch {
        seen.missing.push(id);
      }
    }
  };
  await Promise.all([readOn(), readOn(), readOn()]);
  return seen;
}
