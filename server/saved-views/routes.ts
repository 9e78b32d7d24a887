import type { Request, Router } from 'express';
import type { Context } from '../context.ts';
import { readBody } from '../http/body.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf, signedIn } from '../session/signed-in.ts';
import { savedView } from './contract.ts';
import { changeView, createView, removeView, type Keeper } from './service.ts';
import { savedViewSource } from './source.ts';

/** How people want to see their lists: their own views, and those that others share. */
export function savedViewsRoutes(context: Context): Router {
  const resource = 'saved-views';
  const { database, clock } = context;
  const sourceFor = (request: Request) => savedViewSource(signedIn(request).staff.id, roleOf(request));
  const shown = (request: Request, id: string) => rowById(database.read, sourceFor(request), id, roleOf(request));
  const router = readRoutes(context, resource, (_at, request) => sourceFor(request));
  router.post(`/${resource}`, allow(resource, 'create'), async (request, response) => {
    const id = await createView(database, clock, keeperOf(request), readBody(savedView, request.body));
    response.status(201).json(await shown(request, String(id)));
  });
  router.put(`/${resource}/:id`, allow(resource, 'create'), async (request, response) => {
    const id = parseId(resource, request.params['id']);
    await changeView(database, clock, keeperOf(request), Number(id), readBody(savedView, request.body));
    response.json(await shown(request, id));
  });
  router.delete(`/${resource}/:id`, allow(resource, 'create'), async (request, response) => {
    await removeView(database, clock, keeperOf(request), Number(parseId(resource, request.params['id'])));
    response.status(204).end();
  });
  return router;
}

function keeperOf(request: Request): Keeper {
  const { id, role } = signedIn(request).staff;
  return { ...actorOf(request), staff_id: id, role };
}
