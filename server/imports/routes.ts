import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router, type Request } from 'express';
import { rows } from '../../db/statement.ts';
import { formatInstant } from '../calendar.ts';
import type { Context } from '../context.ts';
import { recordExport } from '../exports/made.ts';
import { feeds, type Feed } from '../feeds/contract.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { Refusal } from '../refusal.ts';
import { actorOf, allow } from '../session/signed-in.ts';
import { landUpload } from './left.ts';
import { rejectsCsv } from './rejects-csv.ts';
import { importRejectSource, importSource } from './source.ts';
import { findImport } from './store.ts';
import { receiveUpload } from './upload.ts';

const REFUSED_BINDINGS_SHOWN = 1_000;

export function importRoutes(context: Context): Router {
  const { database, clock } = context;
  const router = Router();
  router.use(readRoutes(context, 'imports', () => importSource), readRoutes(context, 'import-rejects', () => importRejectSource));
  router.get('/imports/:id/rejects.csv', allow('import-rejects', 'export'), async (request, response) => {
    const stored = await findImport(database.read, Number(parseId('imports', request.params.id)));
    if (!stored) throw new Refusal('not_found');
    await recordExport(database, clock, actorOf(request), { subject_type: 'imports', subject_id: String(stored.id) });
    response.type('text/csv').attachment(`rejects-${stored.feed}-${stored.id}.csv`);
    await pipeline(Readable.from(rejectsCsv(database.read, stored.feed, stored.id)), response);
  });
  router.get('/imports/:id/binding-refusals', allow('imports', 'read'), async (request, response) => {
    response.json(await bindingRefusals(context, Number(parseId('imports', request.params.id))));
  });
  router.post('/imports', allow('imports', 'create'), async (request, response) => {
    const given = { ...readParameters(request), actor: actorOf(request) };
    const id = await receiveUpload(context, given, request);
    void landUpload(context, id, given.actor);
    response.status(202).json({ import_id: String(id) });
  });
  return router;
}

function readParameters(request: Request): { feed: Feed; dry_run: boolean; file_name: string } {
  const { feed, dry_run, name, ...unknown } = request.query as Record<string, unknown>;
  const [stranger] = Object.keys(unknown);
  if (stranger !== undefined) throw new Refusal('bad_request', { field: stranger.slice(0, 64) });
  if (!request.is('text/csv')) throw new Refusal('bad_media_type', { expected: 'text/csv' });
  if (typeof feed !== 'string' || !feeds.includes(feed as Feed)) throw new Refusal('bad_request', { field: 'feed', expected: feeds });
  if (dry_run !== undefined && dry_run !== 'true' && dry_run !== 'false') throw new Refusal('bad_request', { field: 'dry_run' });
  const file_name = typeof name === 'string' && name !== '' ? name.slice(0, 200).replaceAll('\0', '') : `${feed}.csv`;
  return { feed: feed as Feed, dry_run: dry_run === 'true', file_name };
}

async function bindingRefusals({ database }: Context, importId: number): Promise<object[]> {
  const list = await rows<{ uid: string; inviter_code: string; inviter_uid: string | null; codes: string; at: number }>(
    database.read,
    `SELECT a.uid, r.inviter_code, i.uid AS inviter_uid, r.codes, r.at FROM binding_refusals r JOIN accounts a ON a.id = r.account_id
     LEFT JOIN accounts i ON i.id = r.inviter_id WHERE r.import_id = :importId ORDER BY r.id LIMIT :limit`,
    { importId, limit: REFUSED_BINDINGS_SHOWN },
  );
  return list.map((item) => ({ id: item.uid, ...item, at: formatInstant(item.at) }));
}
