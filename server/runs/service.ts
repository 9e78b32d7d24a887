import type { Clock } from '../clock.ts';
import type { Database } from '../../db/connection.ts';
import type { Actor } from '../audit/contract.ts';
import { continueBonusRun, dryRunBonus, startBonusRun } from '../bonuses/run.ts';
import { continueCommissionRun, dryRunCommission, startCommissionRun } from '../commissions/run.ts';
import { continueEvaluationRun, dryRunEvaluation, startEvaluationRun } from '../evaluations/run.ts';
import { continuePayoutRun, dryRunPayout, startPayoutRun } from '../payouts/run.ts';
import type { RunKind, RunResult } from './contract.ts';
import type { StoredRun } from './store.ts';

/** What each kind of run does: begin (checks and opens the row), go on to the end, try without writing. */
interface RunSteps {
  start(database: Database, clock: Clock, period: string, actor: Actor): Promise<StoredRun>;
  proceed(database: Database, clock: Clock, runId: number, actor: Actor): Promise<RunResult>;
  dry(database: Database, clock: Clock, period: string): Promise<RunResult>;
}

export const runSteps: Record<RunKind, RunSteps> = {
  commission: { start: startCommissionRun, proceed: continueCommissionRun, dry: dryRunCommission },
  evaluation: { start: startEvaluationRun, proceed: continueEvaluationRun, dry: dryRunEvaluation },
  payout: { start: startPayoutRun, proceed: continuePayoutRun, dry: dryRunPayout },
  bonus: { start: startBonusRun, proceed: continueBonusRun, dry: dryRunBonus },
};
