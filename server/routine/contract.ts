/** The daily routine: what is done after a day's end, in order (issue: evaluation on the first of the month, commission, payout). */
export const routineStepKinds = ['evaluation', 'commission', 'bonus', 'payout', 'release', 'confirmation'] as const;
export type RoutineStepKind = (typeof routineStepKinds)[number];

/** `waiting`: its turn has not come; `refused`: its turn has come, but something is missing (see `why`). */
export const routineStepStates = ['done', 'running', 'next', 'waiting', 'refused'] as const;
export type RoutineStepState = (typeof routineStepStates)[number];

export interface RoutineStep {
  kind: RoutineStepKind;
  /** The day or month it is of. */
  period: string;
  state: RoutineStepState;
  /** Not before. */
  due_at: string;
  deadline_at: string;
  done_at: string | null;
  /** Null while that is open. */
  kept: boolean | null;
  /** A code of CONTRACT 2 with its details, where it is refused. */
  why: { code: string; details: Record<string, unknown> } | null;
  run_id: string | null;
  batch_id: string | null;
}

/** `GET /api/routine`. */
export interface Routine {
  now: string;
  /** The day that the routine is to bring to its payout now: yesterday, or an earlier one that was missed. */
  day: string;
  /** Days to catch up before yesterday's. */
  missed_days: number;
  steps: RoutineStep[];
  scheduler: { on: boolean; holder: string | null };
}

/** Minutes after a day's end at which the routine begins, so that its feeds have come. */
export const BEGIN_MINUTES = 60;
