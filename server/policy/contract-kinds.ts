/** The words of the policy: roles, verbs, kinds of fields, and what is said of a resource. */

export const roles = ['operations', 'compliance', 'support', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * `read` covers the list, one row and many by id; `export` is the streamed CSV; the others are
 * `POST /api/<resource>` (`create`) and `POST /api/<resource>/:id/<verb>`.
 */
export const verbs = [
  'read', 'export', 'create', 'approve', 'reject', 'cancel', 'release', 'resume', 'settle', 'activate', 'pause', 'end', 'join', 'account-manager', 'conclude',
  'sign-off', 'hand-over',
] as const;
export type Verb = (typeof verbs)[number];

/**
 * How a field looks on the wire, and thus what a filter on it may hold. `serial`: our own number, as a string of
 * digits; `integer`: a JSON number (rates in basis points); `amount`: a plain decimal string; `instant`: ISO 8601
 * with `Z`; `fraction`: a number from 0 to 1; `json`: an object or array. The last two are never filtered or sorted.
 */
export type FieldKind =
  | 'serial' | 'text' | 'integer' | 'amount' | 'instant' | 'day' | 'month' | 'boolean' | 'fraction' | 'json';

export type Direction = 'ASC' | 'DESC';

export interface ResourcePolicy {
  /** Everything that a row may hold, and how. */
  fields: Readonly<Record<string, FieldKind>>;
  /** Personal data: masked to support, not there for admin; neither of them filters, sorts or searches by it. */
  personal: readonly string[];
  filterable: readonly string[];
  /** Questions that are no field of the row, such as `enrolled`. */
  extraFilters: Readonly<Record<string, FieldKind>>;
  sortable: readonly string[];
  /** What `q` looks through; empty where there is no search. */
  searchable: readonly string[];
  /** The order where none is asked for. */
  sort: readonly [field: string, direction: Direction];
  verbs: Readonly<Partial<Record<Verb, readonly Role[]>>>;
}

export const everyone = roles;
export const exporters = ['operations', 'compliance'] as const;
export const deciders = ['operations', 'compliance'] as const;
export const requesters = ['operations', 'compliance', 'support'] as const;
/** What every request carries from asking to decision. */
export const decided = { state: 'text', decided_by: 'text', decided_at: 'instant', comment: 'text' } as const;
/** A filter of the queues of what one person asks for and another decides. */
export const askedByOthers = { not_requested_by: 'text' } as const;
export const asked = { requested_by: 'text', requested_at: 'instant' } as const;
