import { z } from 'zod';
import { csvSources } from '../exports/sources.ts';
import { may, policyOf, resources, roles, verbs as allVerbs, type FieldKind, type Resource, type Role, type Verb } from '../policy/contract.ts';
import { confirmSecondFactor, newSecondFactor, removeSecondFactor } from '../second-factors/contract.ts';
import { languageBody, setPasswordBody, signInBody } from '../session/contract.ts';
import { questions } from './answers.ts';
import { bodies, stepOf } from './bodies.ts';

type Json = Record<string, unknown>;

const kinds: Record<FieldKind, Json> = {
  serial: { type: 'string', pattern: '^\\d+$' },
  text: { type: ['string', 'null'] },
  integer: { type: ['integer', 'null'] },
  amount: { type: ['string', 'null'], description: 'a plain decimal' },
  instant: { type: ['string', 'null'], format: 'date-time' },
  day: { type: ['string', 'null'], format: 'date' },
  month: { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}$' },
  boolean: { type: ['boolean', 'null'] },
  fraction: { type: 'number', minimum: 0, maximum: 1 },
  json: {},
};

const fault: Json = {
  description: 'Refused',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
};
const csrf: Json = { name: 'X-CSRF-Token', in: 'header', required: true, schema: { type: 'string' } };

/** The API as OpenAPI 3.1, put together from the policy and the schemas that check the bodies. */
export function openApiDocument(): Json {
  const schemas: Json = { Error: errorSchema };
  const paths: Json = { ...openPaths() };
  for (const resource of resources) {
    schemas[resource] = rowSchema(resource);
    Object.assign(paths, resourcePaths(resource));
  }
  for (const { path, summary, of, by = 'read', query } of questions) {
    paths[path] = { get: question(summary, of && rolesOf(of, by), questionParameters(path, query)) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Affiliate operations console', version: '1' },
    paths,
    components: {
      schemas,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } },
    },
    security: [{ session: [] }],
  };
}

const errorSchema: Json = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: { code: { type: 'string' }, message: { type: 'string' }, details: { type: 'object' } },
      required: ['code', 'message', 'details'],
    },
  },
  required: ['error'],
};

function rowSchema(resource: Resource): Json {
  const { fields } = policyOf(resource);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, kind]) => [name, kinds[kind]])),
  };
}

function resourcePaths(resource: Resource): Json {
  const { verbs } = policyOf(resource);
  const paths: Record<string, Json> = {};
  const row: Json = { $ref: `#/components/schemas/${resource}` };
  if (verbs.read) {
    paths[`/api/${resource}`] = {
      get: operation(`List ${resource}`, resource, 'read', {
        parameters: listParameters(resource),
        answer: { type: 'array', items: row },
      }),
    };
    paths[`/api/${resource}/{id}`] = {
      get: operation(`One of ${resource}`, resource, 'read', { parameters: [idParameter], answer: row }),
    };
  }
  if (csvSources[resource]) {
    paths[`/api/${resource}.csv`] = {
      get: operation(`Export ${resource} as CSV`, resource, 'export', { parameters: listParameters(resource) }),
    };
  }
  if (verbs.create) {
    paths[`/api/${resource}`] = {
      ...paths[`/api/${resource}`],
      post: operation(`Create in ${resource}`, resource, 'create', {}),
    };
  }
  if (rewritten.includes(resource)) {
    paths[`/api/${resource}/{id}`] = {
      ...paths[`/api/${resource}/{id}`],
      put: operation(`Write one of ${resource} again`, resource, 'create', { parameters: [idParameter], answer: row }),
    };
  }
  if (removable.includes(resource)) {
    paths[`/api/${resource}/{id}`] = {
      ...paths[`/api/${resource}/{id}`],
      delete: operation(`Remove one of ${resource}`, resource, 'create', { parameters: [idParameter] }),
    };
  }
  for (const verb of allVerbs) {
    if (!verbs[verb] || standard.includes(verb)) continue;
    paths[`/api/${resource}/{id}/${verb}`] = {
      post: operation(`${verb} one of ${resource}`, resource, verb, { parameters: [idParameter] }),
    };
    if (inBulk.includes(verb) && !oneByOne.includes(resource)) {
      paths[`/api/${resource}/${verb}`] = { post: operation(`${verb} several of ${resource}: {ids, …}`, resource, verb, { bulk: true }) };
    }
  }
  return paths;
}

/** What is written again: as long as it is a draft, or by whoever made it. */
const rewritten: readonly Resource[] = ['campaigns', 'saved-views'];
/** What goes again, by whoever made it. */
const removable: readonly Resource[] = ['saved-views'];
const standard: readonly Verb[] = ['read', 'export', 'create'];
/** With `ids` instead of one, and a result per id. */
const inBulk: readonly Verb[] = ['approve', 'reject', 'cancel', 'release'];
/** Where one at a time is enough: there is never more than a few. */
const oneByOne: readonly Resource[] = ['claims', 'payout-stops', 'manifests', 'staff-changes'];

const idParameter: Json = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

function listParameters(resource: Resource): Json[] {
  const { sortable, filterable, extraFilters } = policyOf(resource);
  const filters = [...filterable, ...Object.keys(extraFilters)].join(', ');
  const described = {
    sort: `["field","ASC"|"DESC"]; fields: ${sortable.join(', ')}`,
    range: '[first,last], at most 1,000 rows',
    filter: `{"field":value|[values]}, field_gte, _gt, _lte, _lt, q; fields: ${filters}`,
  };
  return Object.entries(described).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
  }));
}

function questionParameters(path: string, query: readonly string[]): Json[] {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  return [...named, ...query.map((name) => ({ name, in: 'query', schema: { type: 'string' } }))];
}

/** `who`: the roles; null: whoever is signed in. */
function question(summary: string, who: readonly Role[] | null, parameters: Json[]): Json {
  return { summary, description: `Roles: ${(who ?? roles).join(', ')}`, parameters, responses: { 200: answerOf(undefined), default: fault } };
}

function rolesOf(resource: Resource, verb: Verb): readonly Role[] {
  return roles.filter((role) => may(role, resource, verb));
}

function operation(
  summary: string,
  resource: Resource,
  verb: Verb,
  parts: { parameters?: Json[]; answer?: Json; bulk?: boolean },
): Json {
  const schema = parts.bulk ? undefined : bodies[resource]?.[verb];
  const body = schema && z.toJSONSchema(schema, { io: 'input' });
  const step = stepOf(resource, verb);
  const writes = verb !== 'read' && verb !== 'export';
  return {
    summary,
    description: `Roles: ${rolesOf(resource, verb).join(', ')}${step ? `. ${step}` : ''}`,
    parameters: [...(parts.parameters ?? []), ...(writes ? [csrf] : [])],
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: { 200: answerOf(parts.answer), default: fault },
  };
}

function answerOf(schema: Json | undefined): Json {
  return { description: 'Done', ...(schema ? { content: { 'application/json': { schema } } } : {}) };
}

function openPaths(): Json {
  const bodyOf = (schema: z.ZodType): Json => ({
    required: true,
    content: { 'application/json': { schema: z.toJSONSchema(schema) } },
  });
  const responses = { 200: { description: 'Done' }, default: fault };
  return {
    '/api/session': {
      post: { summary: 'Sign in', security: [], requestBody: bodyOf(signInBody), responses },
      get: { summary: 'Who is signed in', responses },
      delete: { summary: 'Sign out', parameters: [csrf], responses },
    },
    '/api/openapi.json': { get: { summary: 'This document', security: [], responses } },
    '/api/session/demo': {
      get: { summary: 'Who can sign in, in the demo mode alone', security: [], responses },
    },
    '/api/session/language': {
      put: { summary: 'Choose one’s language', parameters: [csrf], requestBody: bodyOf(languageBody), responses },
    },
    '/api/session/second-factor': {
      get: { summary: 'Whether a code is asked for when one signs in', responses },
      post: { summary: 'A secret for one’s device', parameters: [csrf], requestBody: bodyOf(newSecondFactor), responses },
      put: { summary: 'Ask for a code from now on', parameters: [csrf], requestBody: bodyOf(confirmSecondFactor), responses },
      delete: { summary: 'Ask for a code no more', parameters: [csrf], requestBody: bodyOf(removeSecondFactor), responses },
    },
    '/api/session/password': {
      post: {
        summary: 'Choose a password with an invitation',
        security: [],
        requestBody: bodyOf(setPasswordBody),
        responses,
      },
    },
  };
}
