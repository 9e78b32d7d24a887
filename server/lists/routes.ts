import { Router, type Request } from 'express';
import type { Context } from '../context.ts';
import type { Resource } from '../policy/contract.ts';
import { allow, roleOf } from '../session/signed-in.ts';
import { listPage, rowById } from './page.ts';
import { parseId, parseListQuery } from './parse.ts';
import { respondList } from './respond.ts';
import type { ListSource } from './source.ts';

/**
 * `GET /<resource>` and `GET /<resource>/:id` of what is read alike; `sourceAt` is asked at the instant of the request, and of whom it comes from.
 * `before` sets routes that the one by id would take for its own.
 */
export function readRoutes(
  { database, clock }: Context,
  resource: Resource,
  sourceAt: (at: number, request: Request) => ListSource,
  before: (router: Router) => void = () => {},
): Router {
  const router = Router();
  before(router);
  router.get(`/${resource}`, allow(resource, 'read'), async (request, response) => {
    const role = roleOf(request);
    const query = parseListQuery(request.query, resource, role);
    respondList(response, resource, query.range.first, await listPage(database.read, sourceAt(clock.now(), request), query, role));
  });
  router.get(`/${resource}/:id`, allow(resource, 'read'), async (request, response) => {
    const id = parseId(resource, request.params.id);
    response.json(await rowById(database.read, sourceAt(clock.now(), request), id, roleOf(request)));
  });
  return router;
}
