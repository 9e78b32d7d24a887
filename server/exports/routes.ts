import { Router, type Request, type Response } from 'express';
import { dayOf } from '../calendar.ts';
import type { Context } from '../context.ts';
import { ask } from '../lists/question.ts';
import { parseListQuery } from '../lists/parse.ts';
import type { Condition } from '../lists/query.ts';
import { isResource, type Resource } from '../policy/contract.ts';
import { Refusal } from '../refusal.ts';
import { actorOf, demand, roleOf } from '../session/signed-in.ts';
import { csvOf } from './lines.ts';
import { recordExport } from './made.ts';
import { csvSources } from './sources.ts';
import { writeChunks } from './stream.ts';

/** `GET /api/<resource>.csv?filter&sort`: the whole list as CSV, streamed (CONTRACT 3). That it was made is kept in the audit. */
export function exportsRoutes(context: Context): Router {
  const router = Router();
  router.get('/:resource.csv', async (request, response) => {
    const resource = String(request.params.resource);
    if (!isResource(resource)) throw new Refusal('not_found');
    await stream(context, resource, request, response);
  });
  return router;
}

async function stream({ database, clock }: Context, resource: Resource, request: Request, response: Response): Promise<void> {
  demand(request, resource, 'export');
  const source = csvSources[resource]?.(clock.now());
  if (!source) throw new Refusal('not_found');
  const role = roleOf(request);
  const query = parseListQuery(request.query, resource, role);
  // Refuses what needs a bound while there is still a status to say so with.
  await ask(database.read, source, query, role);
  const asked = { filtered_by: { old: null, new: fieldsAsked(query.filter) } };
  await recordExport(database, clock, actorOf(request), { subject_type: resource, asked });
  response.type('text/csv').set('Content-Disposition', `attachment; filename="${resource}-${dayOf(clock.now())}.csv"`);
  if (await writeChunks(csvOf(database.read, source, query, role), response)) response.end();
}

/** Names only: a filter's value may be somebody's address. */
function fieldsAsked(filter: Condition[]): string[] {
  return [...new Set(filter.map((condition) => condition.field))].sort();
}
