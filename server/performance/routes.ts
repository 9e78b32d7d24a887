import { Router } from 'express';
import type { Context } from '../context.ts';
import { readBody } from '../http/body.ts';
import { allow, roleOf } from '../session/signed-in.ts';
import { incomeMonthsQuery, incomeQuery, performanceQuery, referralGrowthQuery } from './contract.ts';
import { incomeByMonth, incomeOf, performanceOf, referralGrowth } from './service.ts';

/** Figures of the house and of one affiliate (DSH-1 to DSH-3), for who may read the records behind them. */
export function performanceRoutes({ database, clock }: Context): Router {
  const router = Router();
  router.get('/performance', allow('commissions', 'read'), async (request, response) => {
    const query = readBody(performanceQuery, { ...request.query });
    response.json(await database.snapshot((connection) => performanceOf(connection, query, { role: roleOf(request), now: clock.now() })));
  });
  router.get('/performance/referrals', allow('referrals', 'read'), async (request, response) => {
    const query = readBody(referralGrowthQuery, { ...request.query });
    response.json(await database.snapshot((connection) => referralGrowth(connection, query, { role: roleOf(request), now: clock.now() })));
  });
  router.get('/performance/income', allow('commissions', 'read'), async (request, response) => {
    const query = readBody(incomeQuery, { ...request.query });
    response.json(await database.snapshot((connection) => incomeOf(connection, query, { role: roleOf(request), now: clock.now() })));
  });
  router.get('/performance/income/months', allow('commissions', 'read'), async (request, response) => {
    const query = readBody(incomeMonthsQuery, { ...request.query });
    response.json(await database.snapshot((connection) => incomeByMonth(connection, query, { role: roleOf(request), now: clock.now() })));
  });
  return router;
}
