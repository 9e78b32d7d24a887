import { Router, type Request } from 'express';
import { z } from 'zod';
import { progressPage } from '../bonuses/progress.ts';
import type { Context } from '../context.ts';
import { withReason, withRemark } from '../transitions/contract.ts';
import { readBody } from '../http/body.ts';
import { decideEach } from '../http/each.ts';
import { rowById } from '../lists/page.ts';
import { parseId, parseListQuery } from '../lists/parse.ts';
import { respondList } from '../lists/respond.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { campaignBody, campaignVerbs, campaignVersionApproval, joinBody, newCampaignVersion } from './contract.ts';
import { joinByStaff } from './join.ts';
import { campaignJoinsSource } from './join-source.ts';
import { campaignLinks } from './links.ts';
import { createCampaign, editDraft, moveByVerb } from './service.ts';
import { campaignsSource, campaignVersionsSource } from './source.ts';
import { approveVersion, closeVersion, previewVersion, proposeVersion } from './versions.ts';

/** Campaigns, their versions, who takes part and how far they are (CAM-1 to CAM-4). */
export function campaignsRoutes(context: Context): Router {
  const router = Router();
  router.use(campaignRoutes(context), partRoutes(context), versionRoutes(context));
  return router;
}

function campaignRoutes(context: Context): Router {
  const { database, clock } = context;
  const router = readRoutes(context, 'campaigns', campaignsSource);
  const shown = (request: Request, id: string | number) => rowById(database.read, campaignsSource(clock.now()), String(id), roleOf(request));
  router.post('/campaigns', allow('campaigns', 'create'), async (request, response) => {
    const id = await createCampaign(database, clock, actorOf(request), readBody(campaignBody, request.body));
    response.status(201).json(await shown(request, id));
  });
  router.put('/campaigns/:id', allow('campaigns', 'create'), async (request, response) => {
    const id = parseId('campaigns', request.params['id']);
    await shown(request, id);
    await editDraft(database, clock, actorOf(request), Number(id), readBody(campaignBody, request.body));
    response.json(await shown(request, id));
  });
  for (const verb of campaignVerbs) {
    router.post(`/campaigns/:id/${verb}`, allow('campaigns', verb), async (request, response) => {
      const id = parseId('campaigns', request.params['id']);
      const { comment } = readBody(withRemark.one, request.body);
      await moveByVerb(database, clock, actorOf(request), Number(id), verb, comment ?? null);
      response.json(await shown(request, id));
    });
  }
  return router;
}

const uid = z.string().regex(/^[\x20-\x7e]{1,64}$/, 'is no uid');
const linkQuery = z.strictObject({ affiliate: uid });
const progressQuery = z.strictObject({ affiliate: uid.optional(), range: z.string().max(100).optional() });

function partRoutes(context: Context): Router {
  const { database, clock } = context;
  const router = readRoutes(context, 'campaign-joins', campaignJoinsSource);
  router.post('/campaigns/:id/join', allow('campaigns', 'join'), async (request, response) => {
    const id = Number(parseId('campaigns', request.params['id']));
    const { affiliate_uid } = readBody(joinBody, request.body);
    await joinByStaff(database, clock, actorOf(request), id, affiliate_uid);
    response.status(201).json((await campaignLinks(database.read, affiliate_uid, id, clock.now()))[0]);
  });
  router.get('/campaigns/:id/links', allow('campaigns', 'read'), async (request, response) => {
    const id = Number(parseId('campaigns', request.params['id']));
    const { affiliate } = readBody(linkQuery, { ...request.query });
    response.json((await campaignLinks(database.read, affiliate, id, clock.now()))[0]);
  });
  router.get('/affiliates/:uid/campaigns', allow('campaigns', 'read'), async (request, response) => {
    response.json(await campaignLinks(database.read, parseId('affiliates', request.params['uid']), null, clock.now()));
  });
  router.get('/campaigns/:id/progress', allow('bonuses', 'read'), async (request, response) => {
    const id = Number(parseId('campaigns', request.params['id']));
    const { affiliate, ...paging } = readBody(progressQuery, { ...request.query });
    const { range: { first, last } } = parseListQuery(paging, 'bonuses', roleOf(request));
    const page = await progressPage(database.read, { campaign_id: id, affiliate: affiliate ?? null, first, last }, clock.now());
    respondList(response, 'campaigns', first, page);
  });
  return router;
}

function versionRoutes(context: Context): Router {
  const { database, clock } = context;
  const resource = 'campaign-versions';
  const router = readRoutes(context, resource, () => campaignVersionsSource);
  const shown = (request: Request, id: string | number) => rowById(database.read, campaignVersionsSource, String(id), roleOf(request));
  router.get(`/${resource}/:id/preview`, allow(resource, 'read'), async (request, response) => {
    const id = Number(parseId(resource, request.params['id']));
    response.json(await database.snapshot((connection) => previewVersion(connection, id, clock.now())));
  });
  router.post(`/${resource}`, allow(resource, 'create'), async (request, response) => {
    const id = await proposeVersion(database, clock, actorOf(request), readBody(newCampaignVersion, request.body));
    response.status(201).json(await shown(request, id));
  });
  router.post(`/${resource}/approve`, allow(resource, 'approve'), async (request, response) => {
    const { ids, comment } = readBody(withRemark.many, request.body);
    response.json({ results: await decideEach(ids, (id) => approveVersion(database, clock, actorOf(request), id, { comment })) });
  });
  router.post(`/${resource}/:id/approve`, allow(resource, 'approve'), async (request, response) => {
    const id = parseId(resource, request.params['id']);
    await approveVersion(database, clock, actorOf(request), Number(id), readBody(campaignVersionApproval, request.body));
    response.json(await shown(request, id));
  });
  for (const [verb, bodies] of [['reject', withReason], ['cancel', withRemark]] as const) {
    router.post(`/${resource}/${verb}`, allow(resource, verb), async (request, response) => {
      const { ids, comment } = readBody(bodies.many, request.body);
      response.json({ results: await decideEach(ids, (id) => closeVersion(database, clock, actorOf(request), id, verb, comment ?? null)) });
    });
    router.post(`/${resource}/:id/${verb}`, allow(resource, verb), async (request, response) => {
      const id = parseId(resource, request.params['id']);
      const { comment } = readBody(bodies.one, request.body);
      await closeVersion(database, clock, actorOf(request), Number(id), verb, comment ?? null);
      response.json(await shown(request, id));
    });
  }
  return router;
}
