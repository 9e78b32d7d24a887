import type { Database } from '../../db/connection.ts';
import { checkHeadFiles } from '../audit/head-files.ts';
import { verifyChain } from '../audit/verify.ts';
import { bonusChecks } from '../bonuses/verify.ts';
import { decidedByTwo } from '../decisions/self-decided.ts';
import { recallsBound } from '../recalls/verify.ts';
import { performanceKept } from '../performance/verify.ts';
import { payoutChecks } from '../payouts/verify.ts';
import type { Check } from './check.ts';
import { evaluationsDerived } from './evaluations.ts';
import { feedDaysKept } from './feed-days.ts';
import { importsKept } from './imports.ts';
import { recordsComplete, recordsDerived, totalsKept } from './records.ts';
import { runsKept } from './runs.ts';

/** Every invariant over one state of the database (CONTRACT 2); `headFolder`: where the audit chain's head is written daily. */
export async function verify(database: Database, headFolder: string | null = null): Promise<Check[]> {
  return database.snapshot(async (connection) => [
    { name: 'audit_chain', ...(await verifyChain(connection)) },
    await recordsDerived(connection),
    await recordsComplete(connection),
    await totalsKept(connection),
    await performanceKept(connection),
    await runsKept(connection),
    await evaluationsDerived(connection),
    await importsKept(connection),
    await recallsBound(connection),
    ...(await payoutChecks(connection)),
    ...(await bonusChecks(connection)),
    await feedDaysKept(connection),
    await decidedByTwo(connection),
    ...(headFolder === null ? [] : [await checkHeadFiles(connection, headFolder)]),
  ]);
}
