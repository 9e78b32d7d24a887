import type { z } from 'zod';
import type { Database } from '../../db/connection.ts';
import type { Transaction } from '../../db/statement.ts';
import type { Actor, AuditAction, AuditChanges } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import type { Clock } from '../clock.ts';
import { parseListQuery } from '../lists/parse.ts';
import { fieldsOf, isResource, may, type Role } from '../policy/contract.ts';
import { Refusal } from '../refusal.ts';
import { lockStaff } from '../staff/store.ts';
import { MAX_VIEWS, type savedView } from './contract.ts';
import { countViews, deleteView, findView, insertView, updateView, type StoredView, type ViewContent } from './store.ts';

type ViewBody = z.infer<typeof savedView>;

/** Who keeps views: a member of staff, never the console itself. */
export interface Keeper extends Actor {
  staff_id: number;
  role: Role;
}

/** Keeps a view, one at a time and person; answers its id. Refuses `bad_value`, `bad_request` (naming the field), `name_taken`, `too_many_views`. */
export async function createView(database: Database, clock: Clock, keeper: Keeper, body: ViewBody): Promise<number> {
  const view = contentOf(keeper.role, body);
  return database.transaction(async (transaction) => {
    await lockStaff(transaction, keeper.staff_id);
    if ((await countViews(transaction, keeper.staff_id, view.resource)) >= MAX_VIEWS) throw new Refusal('too_many_views', { most: MAX_VIEWS });
    const id = await insertView(transaction, keeper.staff_id, view, clock.now());
    if (id === undefined) throw new Refusal('name_taken', { field: 'name' });
    await audit(transaction, clock, keeper, 'saved_view.created', id, changesOf(null, view));
    return id;
  });
}

/** Everything of one's own view, again; its list stays. Refuses as createView does, and what ownView does. */
export async function changeView(database: Database, clock: Clock, keeper: Keeper, id: number, body: ViewBody): Promise<void> {
  const view = contentOf(keeper.role, body);
  await database.transaction(async (transaction) => {
    await lockStaff(transaction, keeper.staff_id);
    const before = await ownView(transaction, keeper, id);
    if (before.resource !== view.resource) throw new Refusal('bad_value', { field: 'resource' }, 'resource: a view stays with its list.');
    if (!(await updateView(transaction, id, view, clock.now()))) throw new Refusal('name_taken', { field: 'name' });
    await audit(transaction, clock, keeper, 'saved_view.changed', id, changesOf(before, view));
  });
}

/** Refuses what ownView does. */
export async function removeView(database: Database, clock: Clock, keeper: Keeper, id: number): Promise<void> {
  await database.transaction(async (transaction) => {
    const before = await ownView(transaction, keeper, id);
    await deleteView(transaction, id);
    await audit(transaction, clock, keeper, 'saved_view.deleted', id, changesOf(before, null));
  });
}

/** Refuses `not_found` for what the keeper cannot see, `forbidden` for what somebody else shares. */
async function ownView(transaction: Transaction, keeper: Keeper, id: number): Promise<StoredView> {
  const view = await findView(transaction, id);
  const seen = view && isResource(view.resource) && may(keeper.role, view.resource, 'read');
  if (!view || !seen || (view.staff_id !== keeper.staff_id && view.offered === 0)) throw new Refusal('not_found');
  if (view.staff_id !== keeper.staff_id) throw new Refusal('forbidden', {}, 'Only who made a view can change it.');
  return view;
}

/** A view holds only what the role may ask of that list, and never a search: that may be somebody's address. */
function contentOf(role: Role, { resource, name, shared, filter, sort, hidden, density }: ViewBody): ViewContent {
  if (!isResource(resource) || !may(role, resource, 'read')) throw new Refusal('bad_value', { field: 'resource' }, 'resource: there is no such list.');
  if ('q' in filter) throw new Refusal('bad_value', { field: 'filter' }, 'filter: a search is not kept.');
  parseListQuery({ filter: JSON.stringify(filter), sort: JSON.stringify(sort) }, resource, role);
  const { readable } = fieldsOf(role, resource);
  if (hidden.some((column) => !readable.includes(column))) throw new Refusal('bad_value', { field: 'hidden' }, 'hidden: there is no such column.');
  return {
    resource, name, shared: shared ? 1 : 0, filter: JSON.stringify(filter), sort: JSON.stringify(sort), hidden: JSON.stringify(hidden), density,
  };
}

/** Neither name nor filters: both may say whom somebody looks at, and the audit is for ever. */
function changesOf(before: ViewContent | null, after: ViewContent | null): AuditChanges {
  const shared = (view: ViewContent | null): boolean | null => (view === null ? null : view.shared === 1);
  return {
    resource: { old: before?.resource ?? null, new: after?.resource ?? null },
    shared: { old: shared(before), new: shared(after) },
  };
}

async function audit(transaction: Transaction, clock: Clock, actor: Keeper, action: AuditAction, id: number, changes: AuditChanges): Promise<void> {
  await writeAudit(transaction, { at: clock.now(), actor, action, subject_type: 'saved-views', subject_id: String(id), changes });
}
