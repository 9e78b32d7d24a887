import { Router } from 'express';
import { z } from 'zod';
import { dayOf, isDay } from '../calendar.ts';
import type { Context } from '../context.ts';
import { readBody } from '../http/body.ts';
import { listPage, rowById } from '../lists/page.ts';
import { parseId, parseListQuery } from '../lists/parse.ts';
import type { ListQuery } from '../lists/query.ts';
import { respondList } from '../lists/respond.ts';
import { Refusal } from '../refusal.ts';
import { allow, roleOf } from '../session/signed-in.ts';
import type { LiabilityTotals } from './contract.ts';
import { owedTotals } from './owed.ts';
import { liabilitiesSource } from './source.ts';

const resource = 'liabilities';
const totalsQuery = z.strictObject({ day: z.unknown().optional() });

/** What the house owes, to whom, and in all, at the end of one day: `filter={"day":…}`, `?day=…`; today where none is named. */
export function liabilitiesRoutes({ database, clock }: Context): Router {
  const router = Router();
  router.get(`/${resource}/totals`, allow(resource, 'read'), async (request, response) => {
    const now = clock.now();
    const day = dayAsked(readBody(totalsQuery, { ...request.query }).day ?? dayOf(now), now);
    const answer: LiabilityTotals = { day, totals: await database.snapshot((connection) => owedTotals(connection, day, now)) };
    response.json(answer);
  });
  router.get(`/${resource}`, allow(resource, 'read'), async (request, response) => {
    const now = clock.now();
    const role = roleOf(request);
    const query = parseListQuery(request.query, resource, role);
    const page = await listPage(database.read, liabilitiesSource(dayOfQuery(query, now), now), query, role);
    respondList(response, resource, query.range.first, page);
  });
  router.get(`/${resource}/:id`, allow(resource, 'read'), async (request, response) => {
    const now = clock.now();
    response.json(await rowById(database.read, liabilitiesSource(dayOf(now), now), parseId(resource, request.params['id']), roleOf(request)));
  });
  return router;
}

function dayOfQuery({ filter }: ListQuery, now: number): string {
  const asked = filter.find(({ field }) => field === 'day');
  // An any-of of nothing matches nothing, of whatever day.
  if (!asked || (asked.operator === 'in' && asked.value.length === 0)) return dayOf(now);
  if (asked.operator !== 'eq') throw new Refusal('bad_request', { field: 'day' }, 'day is one day, not several.');
  return dayAsked(asked.value, now);
}

function dayAsked(day: unknown, now: number): string {
  if (typeof day !== 'string' || !isDay(day) || day > dayOf(now)) {
    throw new Refusal('bad_request', { field: 'day' }, 'day is no day that has begun, such as 2026-03-10.');
  }
  return day;
}
