import { affiliatesPolicy } from './contract-affiliates.ts';
import { campaignsPolicy } from './contract-campaigns.ts';
import { floorPolicy } from './contract-floor.ts';
import type { FieldKind, ResourcePolicy, Role, Verb } from './contract-kinds.ts';
import { moneyPolicy } from './contract-money.ts';
import { oversightPolicy } from './contract-oversight.ts';
import { requestsPolicy } from './contract-requests.ts';

export * from './contract-kinds.ts';

/**
 * Who may read, ask for and do what: one policy for the API, the page, the OpenAPI document and the tests (DESIGN 6).
 * Pure data and small pure functions; the page imports it as `#contract/policy`.
 */
export const policy = {
  ...affiliatesPolicy,
  ...requestsPolicy,
  ...campaignsPolicy,
  ...moneyPolicy,
  ...floorPolicy,
  ...oversightPolicy,
} as const satisfies Record<string, ResourcePolicy>;


export type Resource = keyof typeof policy;
export const resources = Object.keys(policy) as Resource[];

export function isResource(name: string): name is Resource {
  return Object.hasOwn(policy, name);
}

export function policyOf(resource: Resource): ResourcePolicy {
  return policy[resource];
}

export function may(role: Role, resource: Resource, verb: Verb): boolean {
  return policyOf(resource).verbs[verb]?.includes(role) ?? false;
}

/** How a role sees personal data: `masked` shows the form but not the value, `hidden` not even that. */
export const personalDataFor = {
  operations: 'clear', compliance: 'clear', support: 'masked', admin: 'hidden',
} as const satisfies Record<Role, 'clear' | 'masked' | 'hidden'>;

/** What one role can do with the fields of one resource. */
export interface FieldAccess {
  /** The fields of a row as this role sees it, masked ones included. */
  readable: readonly string[];
  /** Of those, the ones whose value is masked and can be revealed for a reason. */
  masked: readonly string[];
  /** Filters by name, with the kind of value they take. */
  filterable: Readonly<Record<string, FieldKind>>;
  sortable: readonly string[];
  searchable: readonly string[];
}

/**
 * Whoever does not see a field in the clear cannot filter, sort or search by it: counts and order would tell its
 * value.
 */
export function fieldsOf(role: Role, resource: Resource): FieldAccess {
  const { fields, personal, filterable, extraFilters, sortable, searchable, verbs: allowed } = policyOf(resource);
  if (!allowed.read?.includes(role)) return { readable: [], masked: [], filterable: {}, sortable: [], searchable: [] };
  const view = personalDataFor[role];
  const clear = (name: string): boolean => view === 'clear' || !personal.includes(name);
  return {
    readable: Object.keys(fields).filter((name) => clear(name) || view === 'masked'),
    masked: view === 'masked' ? [...personal] : [],
    filterable: {
      ...Object.fromEntries(filterable.filter(clear).map((name) => [name, fields[name] as FieldKind])),
      ...extraFilters,
    },
    sortable: sortable.filter(clear),
    searchable: searchable.filter(clear),
  };
}
