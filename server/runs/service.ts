import type { Clock } from '../clock.ts';
import type { Database } from '../../db/connection.ts';
import { renewStatistics } from '../../db/statistics.ts';
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

/** What reads so much is planned by what the tables hold now: after a restore, or after a run that wrote a great deal. */
const planned = (steps: RunSteps): RunSteps => ({
  start: async (database, clock, period, actor) => {
    await renewStatistics(database);
    return steps.start(database, clock, period, actor);
  },
  proceed: steps.proceed,
  dry: async (database, clock, period) => {
    await renewStatistics(database);
    return steps.dry(database, clock, period);
  },
});

export const runSteps: Record<RunKind, RunSteps> = {
  commission: planned({ start: startCommissionRun, proceed: continueCommissionRun, dry: dryRunCommission }),
  evaluation: planned({ start: startEvaluationRun, proceed: continueEvaluationRun, dry: dryRunEvaluation }),
  payout: planned({ start: startPayoutRun, proceed: continuePayoutRun, dry: dryRunPayout }),
  bonus: planned({ start: startBonusRun, proceed: continueBonusRun, dry: dryRunBonus }),
};
