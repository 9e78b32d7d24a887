import type { Context } from '../context.ts';

/** Exit codes of CONTRACT 2. */
export const EXIT = { done: 0, failed: 1, usage: 2, findings: 3 } as const;

export interface CommandOutcome {
  /** Printed to stdout as one JSON document; absent where the command writes its own (an export). */
  result?: unknown;
  exit: (typeof EXIT)[keyof typeof EXIT];
}

export interface Command {
  usage: string;
  /** `words` are the arguments behind the command's name. Throws UsageError for wrong ones, a Refusal for a refused one. */
  run(context: Context, words: string[]): Promise<CommandOutcome>;
}

export class UsageError extends Error {}
