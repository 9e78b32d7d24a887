import { Router } from 'express';
import type { Connection } from '../../db/statement.ts';
import type { Context } from '../context.ts';
import { parseId, parseListQuery } from '../lists/parse.ts';
import type { ListQuery } from '../lists/query.ts';
import { respondList } from '../lists/respond.ts';
import { Refusal } from '../refusal.ts';
import { allow, roleOf } from '../session/signed-in.ts';
import type { SignalRow } from './contract.ts';
import { answer, monthsAsked } from './question.ts';
import { signalsOfMonth } from './service.ts';

/** RSK-1: a list like any other, of rows that stand in no table. */
export function signalsRoutes({ database, clock }: Context): Router {
  const router = Router();
  const asked = (query: ListQuery): Promise<SignalRow[]> => database.snapshot(async (connection: Connection) => {
    const signals: SignalRow[] = [];
    for (const month of monthsAsked(query, clock.now())) signals.push(...(await signalsOfMonth(database, connection, month)));
    return answer(signals, query);
  });
  router.get('/signals', allow('signals', 'read'), async (request, response) => {
    const query = parseListQuery(request.query, 'signals', roleOf(request));
    const { first, last } = query.range;
    const found = await asked(query);
    respondList(response, 'signals', first, { rows: found.slice(first, last + 1), total: found.length, capped: false });
  });
  router.get('/signals/:id', allow('signals', 'read'), async (request, response) => {
    const id = parseId('signals', request.params.id);
    const [found] = await asked({
      sort: { field: 'id', direction: 'ASC' }, range: { first: 0, last: 0 }, filter: [{ field: 'id', operator: 'eq', value: id }],
    });
    if (!found) throw new Refusal('not_found');
    response.json(found);
  });
  return router;
}
