import type { Claimable } from '#contract/claims';
import type { Live } from '#contract/live';
import type { Resource } from '#contract/policy';
import type { RevealBody, Revealed } from '#contract/reveals';
import type { RunKind, RunRow } from '#contract/runs';
import type { SavedViewRow } from '#contract/saved-views';
import { ask } from './http.ts';

/** A run that was asked for, and by whom and when it had been started where this start changed nothing. */
export interface StartedRun {
  id: string;
  already: { by: string; at: string } | null;
}

/** What waits and what has changed; `tag` names the state that it is of. */
export interface LiveAnswer extends Live {
  tag: string | null;
}

/** The outcome of a bulk verb for one id. */
export interface VerbResult {
  id: string;
  ok: boolean;
  code?: string;
}

/** What a decision says: why, and of what moves money the version of the preview that was seen (STA-9). */
export interface DecisionBody {
  comment?: string | undefined;
  /** Of a list of reasons that is issued with the decision (CAM-5). */
  reason_code?: string;
  preview?: string | undefined;
}

export interface BulkDecisionBody {
  ids: string[];
  comment?: string | undefined;
  reason_code?: string;
  previews?: Record<string, string>;
}

/** Of a selection of records: each its own request. */
export interface AskManyBody {
  record_ids: string[];
  reason_code: string;
  text: string;
}

export interface RunRequest {
  kind: RunKind;
  day?: string;
  month?: string;
  dry_run?: boolean;
}

export interface ImportRequest {
  feed: string;
  file: File;
  dry_run: boolean;
}

/** What the API offers beyond lists and rows: reads by path, verbs, and the work that goes on in the background. */
export interface ApiVerbs {
  read<Body>(path: string, signal?: AbortSignal): Promise<Body>;
  /** What has changed since the state of this tag; null where nothing has. */
  live(tag: string | null, signal?: AbortSignal): Promise<LiveAnswer | null>;
  decide<Body>(resource: Resource, id: string, verb: string, body: DecisionBody): Promise<Body>;
  decideMany(resource: Resource, verb: string, body: BulkDecisionBody): Promise<VerbResult[]>;
  askMany(resource: Resource, body: AskManyBody): Promise<VerbResult[]>;
  reveal(request: RevealBody): Promise<Revealed>;
  /** Takes a waiting case in hand, or keeps one's own there. */
  takeClaim(resource: Claimable, caseId: string): Promise<void>;
  releaseClaim(id: string): Promise<void>;
  handOverClaim(id: string, to: string): Promise<void>;
  /** Keeps a view of a list: a new one, or one's own of this id as it is now. */
  keepView(view: Omit<SavedViewRow, 'id' | 'author' | 'mine' | 'changed_at'>, id: string | null): Promise<void>;
  removeView(id: string): Promise<void>;
  /** Gives an affiliate to a member of staff, or to nobody (ENR-8). */
  assignManager(uid: string, body: { staff_email: string | null; reason: string }): Promise<void>;
  /** A dry run is answered at once, with its figures. */
  startRun(request: RunRequest): Promise<StartedRun | { result: RunRow['result'] }>;
  startImport(request: ImportRequest): Promise<{ import_id: string }>;
}

export const verbsOfApi: ApiVerbs = {
  read: async <Body>(path: string, signal?: AbortSignal) => (await ask<Body>(path, { signal })).body,

  live: async (tag, signal) => {
    const { status, headers, body } = await ask<Live>('live', { known: tag, byItself: true, signal });
    return status === 304 ? null : { ...body, tag: headers.get('ETag') };
  },

  decide: async <Body>(resource: Resource, id: string, verb: string, body: DecisionBody) =>
    (await ask<Body>(`${resource}/${encodeURIComponent(id)}/${verb}`, { method: 'POST', json: body })).body,

  decideMany: async (resource, verb, body) =>
    (await ask<{ results: VerbResult[] }>(`${resource}/${verb}`, { method: 'POST', json: body })).body.results,

  askMany: async (resource, body) =>
    (await ask<{ results: VerbResult[] }>(resource, { method: 'POST', json: body })).body.results,

  takeClaim: async (resource, caseId) => {
    await ask('claims', { method: 'POST', json: { resource, case_id: caseId } });
  },

  releaseClaim: async (id) => {
    await ask(`claims/${encodeURIComponent(id)}/release`, { method: 'POST', json: {} });
  },

  handOverClaim: async (id, to) => {
    await ask(`claims/${encodeURIComponent(id)}/hand-over`, { method: 'POST', json: { to } });
  },

  keepView: async (view, id) => {
    await (id === null
      ? ask('saved-views', { method: 'POST', json: view })
      : ask(`saved-views/${encodeURIComponent(id)}`, { method: 'PUT', json: view }));
  },

  removeView: async (id) => {
    await ask(`saved-views/${encodeURIComponent(id)}`, { method: 'DELETE' });
  },

  reveal: async (request) => (await ask<Revealed>('reveals', { method: 'POST', json: request })).body,

  assignManager: async (uid, body) => {
    await ask(`affiliates/${encodeURIComponent(uid)}/account-manager`, { method: 'POST', json: body });
  },

  startRun: async (request) => {
    const { headers, body } = await ask<{ id: string } | { result: RunRow['result'] }>('runs', { method: 'POST', json: request });
    if (!('id' in body)) return body;
    const before = headers.has('X-Started-Before') ? (await ask<RunRow>(`runs/${body.id}`)).body : null;
    return { id: body.id, already: before && { by: before.requested_by, at: before.started_at } };
  },

  startImport: async ({ feed, file, dry_run }) => {
    const query = new URLSearchParams({ feed, name: file.name });
    if (dry_run) query.set('dry_run', 'true');
    const raw = { body: file, type: 'text/csv' };
    return (await ask<{ import_id: string }>(`imports?${query}`, { method: 'POST', raw })).body;
  },
};
