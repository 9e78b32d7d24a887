import { Router, type Request } from 'express';
import { row, type Connection } from '../../db/statement.ts';
import { parseInstant } from '../calendar.ts';
import type { Context } from '../context.ts';
import { outlookOf } from '../evaluations/outlook.ts';
import { listPage } from '../lists/page.ts';
import { parseListQuery } from '../lists/parse.ts';
import { respondList } from '../lists/respond.ts';
import { Refusal } from '../refusal.ts';
import { allow, roleOf } from '../session/signed-in.ts';
import { affiliateDetail } from './detail.ts';
import { parsePageStart, timelinePage } from './entries/page.ts';
import { affiliatesSource } from './store.ts';
import { affiliateTimeline } from './timeline.ts';

/** `?as_of=<instant>` answers what held then (CONTRACT 3). */
export function affiliatesRoutes({ database, clock }: Context): Router {
  const router = Router();
  router.get('/affiliates', allow('affiliates', 'read'), async (request, response) => {
    const role = roleOf(request);
    const query = parseListQuery(request.query, 'affiliates', role, ['as_of']);
    const source = affiliatesSource(asOf(request) ?? clock.now());
    respondList(response, 'affiliates', query.range.first, await listPage(database.read, source, query, role));
  });
  router.get('/affiliates/:uid', allow('affiliates', 'read'), async (request, response) => {
    const now = clock.now();
    const [uid, role, at] = [String(request.params.uid), roleOf(request), asOf(request) ?? now];
    response.json(await database.snapshot((connection) => affiliateDetail(connection, uid, role, at, now)));
  });
  router.get('/affiliates/:uid/timeline', allow('affiliates', 'read'), async (request, response) => {
    response.json(await affiliateTimeline(database.read, String(request.params.uid), clock.now()));
  });
  router.get('/affiliates/:uid/timeline/entries', allow('affiliates', 'read'), async (request, response) => {
    const [uid, role, start] = [String(request.params.uid), roleOf(request), parsePageStart(request.query)];
    response.json(await database.snapshot(async (connection) =>
      timelinePage(connection, { id: await accountId(connection, uid), uid }, role, start)));
  });
  router.get('/affiliates/:uid/outlook', allow('affiliates', 'read'), async (request, response) => {
    const id = await accountId(database.read, String(request.params.uid));
    response.json({ outlook: await database.snapshot((connection) => outlookOf(connection, id, clock.now())) });
  });
  return router;
}

async function accountId(connection: Connection, uid: string): Promise<number> {
  const found = uid.includes('\0') ? undefined : await row<{ id: number }>(connection, 'SELECT id FROM accounts WHERE uid = :uid', { uid });
  if (!found) throw new Refusal('not_found');
  return found.id;
}

function asOf(request: Request): number | null {
  const text = request.query.as_of;
  if (text === undefined) return null;
  const at = typeof text === 'string' ? parseInstant(text) : null;
  if (at === null) throw new Refusal('bad_request', { field: 'as_of' }, 'as_of is no instant, such as 2026-03-11T00:00:00.000Z.');
  return at;
}
