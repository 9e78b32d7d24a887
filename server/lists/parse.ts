import { fieldsOf, policyOf, type Direction, type FieldKind, type Resource, type Role } from '../policy/contract.ts';
import { Refusal } from '../refusal.ts';
import { MAX_ROWS, type Comparison, type Condition, type ListQuery, type Scalar } from './query.ts';
import { checkedScalar } from './scalar.ts';

const DEFAULT_ROWS = 25;
const MAX_POSITION = 1_000_000_000;
const MAX_ANY_OF = 1000;
const MAX_SEARCH_LENGTH = 200;
const MAX_PARAMETER_LENGTH = 100_000;

const comparisonForm = /^(.+)_(gte|gt|lte|lt)$/;

/**
 * The list dialect of CONTRACT 3: `sort=["field","ASC"]`, `range=[0,24]`, `filter={…}`, each at most once.
 * Only what the policy lets this role sort and filter by gets through; all else is 400 with the field's name.
 * `alsoAllowed` names further parameters that the route reads itself, such as `as_of`.
 */
export function parseListQuery(
  parameters: Record<string, unknown>,
  resource: Resource,
  role: Role,
  alsoAllowed: readonly string[] = [],
): ListQuery {
  for (const name of Object.keys(parameters)) {
    if (!['sort', 'range', 'filter', ...alsoAllowed].includes(name))
      throw refused(name, 'is no parameter of this list');
  }
  const access = fieldsOf(role, resource);
  const filter = parseFilter(parameters.filter, access.filterable, access.searchable.length > 0);
  return {
    sort: parseSort(parameters.sort, access.sortable, policyOf(resource).sort),
    range: parseRange(parameters.range, filter),
    filter,
  };
}

/** The id in a path, in the one form that its kind has; throws not_found for what can be none (`abc`, `01`, `1e3`). */
export function parseId(resource: Resource, id: unknown): string {
  const value = checkedScalar(id, policyOf(resource).fields.id as FieldKind);
  if (typeof value !== 'string' || value === '') throw new Refusal('not_found');
  return value;
}

function refused(field: string, fault: string): Refusal {
  // What a client calls a field is repeated to it shortened and without control characters.
  const name = field.replace(/[^\x20-\x7e]/g, '?').slice(0, 64);
  return new Refusal('bad_request', { field: name }, `${name} ${fault}.`);
}

function parseJson(name: string, text: unknown): unknown {
  if (typeof text !== 'string') throw refused(name, 'may be given once');
  if (text.length > MAX_PARAMETER_LENGTH) throw refused(name, 'is too long');
  try {
    return JSON.parse(text);
  } catch {
    throw refused(name, 'is no JSON');
  }
}

function parseSort(
  text: unknown,
  sortable: readonly string[],
  fallback: readonly [string, Direction],
): ListQuery['sort'] {
  if (text === undefined) return { field: fallback[0], direction: fallback[1] };
  const value = parseJson('sort', text);
  if (!Array.isArray(value) || value.length !== 2) throw refused('sort', 'is not ["field","ASC"]');
  const [field, direction] = value as unknown[];
  if (typeof field !== 'string') throw refused('sort', 'is not ["field","ASC"]');
  if (!sortable.includes(field)) throw refused(field, 'cannot be sorted by');
  if (direction !== 'ASC' && direction !== 'DESC') throw refused('sort', 'goes ASC or DESC');
  return { field, direction };
}

function parseRange(text: unknown, filter: Condition[]): ListQuery['range'] {
  if (text === undefined) {
    // Many by id (getMany) is never cut into pages.
    const byIds = filter.some((condition) => condition.operator === 'in' && condition.field === 'id');
    return { first: 0, last: (byIds ? MAX_ROWS : DEFAULT_ROWS) - 1 };
  }
  const value = parseJson('range', text);
  if (!Array.isArray(value) || value.length !== 2 || !value.every(Number.isSafeInteger)) {
    throw refused('range', 'is not [first,last]');
  }
  const [first, last] = value as [number, number];
  if (first < 0 || last < first || last > MAX_POSITION)
    throw refused('range', 'is not [first,last] with 0 ≤ first ≤ last');
  if (last - first >= MAX_ROWS) throw refused('range', `asks for more than ${MAX_ROWS} rows`);
  return { first, last };
}

function parseFilter(text: unknown, filterable: Readonly<Record<string, FieldKind>>, searchable: boolean): Condition[] {
  if (text === undefined) return [];
  const value = parseJson('filter', text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused('filter', 'is no JSON object');
  return Object.entries(value).map(([name, asked]) => {
    if (name === 'q' && searchable) return parseSearch(asked);
    return parseCondition(name, asked, filterable);
  });
}

function parseSearch(asked: unknown): Condition {
  const value = typeof asked === 'string' ? asked.trim() : '';
  if (value === '' || value.length > MAX_SEARCH_LENGTH || value.includes('\0')) {
    throw refused('q', `is no text of 1 to ${MAX_SEARCH_LENGTH} characters`);
  }
  return { field: 'q', operator: 'q', value };
}

function parseCondition(name: string, asked: unknown, filterable: Readonly<Record<string, FieldKind>>): Condition {
  if (Object.hasOwn(filterable, name)) return equalOrAnyOf(name, asked, filterable[name] as FieldKind);
  const [, field, operator] = comparisonForm.exec(name) ?? [];
  if (field === undefined || !Object.hasOwn(filterable, field)) throw refused(name, 'cannot be filtered by');
  const kind = filterable[field] as FieldKind;
  if (kind === 'boolean') throw refused(name, 'cannot be filtered by');
  const value = scalar(name, asked, kind);
  if (value === null || typeof value === 'boolean') throw refused(name, 'has no value to compare with');
  return { field, operator: operator as Comparison, value };
}

function equalOrAnyOf(name: string, asked: unknown, kind: FieldKind): Condition {
  if (!Array.isArray(asked)) return { field: name, operator: 'eq', value: scalar(name, asked, kind) };
  if (asked.length > MAX_ANY_OF) throw refused(name, `lists more than ${MAX_ANY_OF} values`);
  return { field: name, operator: 'in', value: asked.map((item) => scalar(name, item, kind)) };
}

function scalar(name: string, asked: unknown, kind: FieldKind): Scalar {
  const value = checkedScalar(asked, kind);
  if (value === undefined) throw refused(name, `is no value of kind ${kind}`);
  return value;
}
