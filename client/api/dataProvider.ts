import simpleRestProvider from 'ra-data-simple-rest';
import { type DataProvider, type GetListResult, type RaRecord, type SortPayload } from 'react-admin';
import { ask } from './http.ts';
import { verbsOfApi, type ApiVerbs } from './verbs.ts';

export type ConsoleDataProvider = DataProvider & ApiVerbs;

interface HttpClientOptions {
  method?: string;
  body?: unknown;
  signal?: AbortSignal;
}

/** simple-rest's way of asking, over ours: it adds the CSRF token and turns refusals into readable errors. */
async function httpClient(url: string, options: HttpClientOptions = {}) {
  const method = (options.method ?? 'GET') as 'GET' | 'POST' | 'PUT' | 'DELETE';
  const json = typeof options.body === 'string' ? (JSON.parse(options.body) as unknown) : undefined;
  const answer = await ask<unknown>(url, { method, json, signal: options.signal });
  return { status: answer.status, headers: answer.headers, body: '', json: answer.body };
}

interface ListQuestion {
  pagination?: { page: number; perPage: number };
  sort?: SortPayload;
  filter?: Record<string, unknown>;
  signal?: AbortSignal;
}

/** The query part of a list: `sort`, `range` and `filter` as JSON (CONTRACT 3). */
function listQuery({ pagination, sort, filter = {} }: ListQuestion): URLSearchParams {
  const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
  const query = new URLSearchParams({ range: JSON.stringify([(page - 1) * perPage, page * perPage - 1]) });
  if (sort) query.set('sort', JSON.stringify([sort.field, sort.order]));
  query.set('filter', JSON.stringify(filter));
  return query;
}

/** A total that the server capped comes as `meta.capped`, so that the page shows "10,000+". */
async function readList<R extends RaRecord>(resource: string, question: ListQuestion): Promise<GetListResult<R>> {
  const { headers, body } = await ask<R[]>(`${resource}?${listQuery(question)}`, { signal: question.signal });
  const total = Number.parseInt(headers.get('Content-Range')?.split('/').pop() ?? '', 10);
  if (!Number.isFinite(total)) throw new Error(`The list of ${resource} came without Content-Range`);
  return { data: body, total, meta: { capped: headers.get('X-Total-Capped') === '1' } };
}

function refuse(what: string): () => Promise<never> {
  return () => Promise.reject(new Error(`${what} is not part of this API`));
}

const simpleRest = simpleRestProvider('', (url, options) =>
  httpClient(String(url).replace(/^\//, ''), options as HttpClientOptions),
);

/** The API as react-admin asks it. Nothing is ever deleted, and in bulk there are only verbs. */
export const dataProvider: ConsoleDataProvider = {
  ...simpleRest,
  ...verbsOfApi,
  getList: (resource, params) => readList(resource, params),
  getManyReference: (resource, { target, id, ...params }) =>
    readList(resource, { ...params, filter: { ...params.filter, [target]: id } }),
  updateMany: refuse('updateMany'),
  delete: refuse('delete'),
  deleteMany: refuse('deleteMany'),
  supportAbortSignal: true,
};
