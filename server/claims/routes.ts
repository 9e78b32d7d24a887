import type { Request, Router } from 'express';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { readBody } from '../http/body.ts';
import { rowById } from '../lists/page.ts';
import { parseId } from '../lists/parse.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, demand, roleOf, signedIn } from '../session/signed-in.ts';
import { claimables, handOverBody, newClaim, releaseClaimBody } from './contract.ts';
import { colleaguesFor, handOverClaim, releaseClaim, takeClaim, type ClaimDesk, type Holder } from './service.ts';
import { claimSource } from './source.ts';

const colleagueQuery = z.strictObject({ resource: z.enum(claimables) });

/** Who has a case in hand: taken, put back, handed over. */
export function claimsRoutes(context: Context): Router {
  const resource = 'claims';
  const { database, clock, settings } = context;
  const desk: ClaimDesk = { database, clock, idleMs: settings.claimIdleMs };
  const shown = (request: Request, id: string) => rowById(database.read, claimSource(clock.now()), id, roleOf(request));
  // Before the row by id, which would take `colleagues` for one.
  const router = readRoutes(context, resource, claimSource, (first) => {
    first.get(`/${resource}/colleagues`, allow(resource, 'hand-over'), async (request, response) => {
      const asked = readBody(colleagueQuery, { ...request.query });
      demand(request, asked.resource, 'approve');
      response.json(await colleaguesFor(database.read, asked.resource, signedIn(request).staff.id));
    });
  });
  router.post(`/${resource}`, allow(resource, 'create'), async (request, response) => {
    const { resource: of, case_id } = readBody(newClaim, request.body);
    const id = await takeClaim(desk, holderOf(request), of, Number(case_id));
    response.status(201).json(await shown(request, String(id)));
  });
  router.post(`/${resource}/:id/release`, allow(resource, 'release'), async (request, response) => {
    readBody(releaseClaimBody, request.body);
    await releaseClaim(desk, holderOf(request), Number(parseId(resource, request.params['id'])));
    response.status(204).end();
  });
  router.post(`/${resource}/:id/hand-over`, allow(resource, 'hand-over'), async (request, response) => {
    const id = parseId(resource, request.params['id']);
    await handOverClaim(desk, holderOf(request), Number(id), readBody(handOverBody, request.body).to);
    response.json(await shown(request, id));
  });
  return router;
}

function holderOf(request: Request): Holder {
  const { id, role } = signedIn(request).staff;
  return { ...actorOf(request), staff_id: id, role };
}
