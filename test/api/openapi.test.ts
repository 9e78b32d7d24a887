/** The OpenAPI document and the routes that the console mounts: neither knows what the other does not. */
import type { Router } from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvSources } from '../../server/exports/sources.ts';
import { openApiDocument } from '../../server/openapi/document.ts';
import { roles } from '../../server/policy/contract.ts';
import { openConsole, type TestConsole } from './console.ts';

let desk: TestConsole;
beforeAll(async () => {
  desk = await openConsole();
});
afterAll(() => desk.close());

interface Described {
  route: string;
  description: string | undefined;
}

function described(): Described[] {
  const { paths } = openApiDocument() as { paths: Record<string, Record<string, { description?: string }>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { description }]) => ({ route: `${method.toUpperCase()} ${path}`, description })));
}

/** What a router answers, with those that it uses: `POST /api/status-changes/:id/approve`. */
function mountedIn({ stack }: Router): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (!route) return 'stack' in handle ? mountedIn(handle as unknown as Router) : [];
    return [...new Set(route.stack.map(({ method }) => `${method.toUpperCase()} /api${route.path}`))];
  });
}

/** The router of the app that stands under /api: the one that sessions are opened through. */
function mountedUnderApi({ router }: TestConsole['app']): string[] {
  const found = (router as Router).stack.filter(({ handle }) => 'stack' in handle).map(({ handle }) => mountedIn(handle as unknown as Router));
  return found.find((routes) => routes.includes('POST /api/session')) ?? [];
}

/** One route answers the CSV of every list that has one. */
function ofEach(route: string): string[] {
  return route === 'GET /api/:resource.csv' ? Object.keys(csvSources).map((resource) => `GET /api/${resource}.csv`) : [route];
}

/** Whatever stands in its braces: affiliates go by uid. */
const nameless = (route: string): string => route.replaceAll(/:\w+|\{\w+\}/g, '{}');

it('every mounted route is described, and every described one is mounted', () => {
  const mounted = mountedUnderApi(desk.app).flatMap(ofEach);
  expect(mounted.length).toBeGreaterThan(150);
  expect(described().map(({ route }) => nameless(route)).sort()).toEqual(mounted.map(nameless).sort());
});

it('what is read is refused to exactly the roles that are not named', async () => {
  const read = described().filter(({ route, description }) => route.startsWith('GET ') && description !== undefined);
  for (const role of roles) {
    const { agent } = await desk.signIn(role);
    const refused: string[] = [];
    for (const { route } of read) {
      const { status } = await agent.get(route.replace('GET ', '').replaceAll(/\{\w+\}/g, '1'));
      if (status === 403) refused.push(route);
    }
    const unnamed = read.filter(({ description }) => !/Roles: ([\w, ]+)/.exec(description!)![1]!.split(', ').includes(role));
    expect(refused, role).toEqual(unnamed.map(({ route }) => route));
  }
});
