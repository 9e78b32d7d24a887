/** One invariant: how much was looked at, how much is wrong, and the first thing that is. */
export interface Check {
  name: string;
  checked: number;
  wrong: number;
  first: string | null;
}

export function emptyCheck(name: string): Check {
  return { name, checked: 0, wrong: 0, first: null };
}

export function note(check: Check, what: string): void {
  check.wrong += 1;
  check.first ??= what;
}
