import type { Parameters, Value } from '../../db/statement.ts';
import { parseInstant } from '../calendar.ts';
import { parseAmount } from '../money.ts';
import { fieldsOf, policyOf, type FieldKind, type Role } from '../policy/contract.ts';
import { Refusal } from '../refusal.ts';
import type { Condition, ListQuery, Scalar } from './query.ts';
import type { ListField, ListSource } from './source.ts';

export const NOTHING = '1 = 0';
const comparisons = { gte: '>=', gt: '>', lte: '<=', lt: '<' } as const;

/** The filter of a checked list query as SQL over the source: one condition per entry, all must hold. */
export function conditionsOf(source: ListSource, query: ListQuery, role: Role): { sql: string[]; parameters: Parameters } {
  const parameters: Parameters = {};
  const sql = query.filter.map((condition, index) => {
    const bindAs = (value: Value, place = 0): string => {
      const name = `f${index}_${place}`;
      parameters[name] = value;
      return `:${name}`;
    };
    if (condition.operator === 'q') return searched(source, role, bindAs(condition.value));
    const extra = source.extraFilters?.[condition.field];
    if (extra) return extraFilter(condition, extra, bindAs);
    const field = source.fields[condition.field];
    if (!field) throw new Refusal('bad_request', { field: condition.field }, `${condition.field} cannot be filtered by.`);
    return fieldCondition(field, policyOf(source.resource).fields[condition.field] as FieldKind, condition, bindAs);
  });
  return { sql, parameters };
}

function searched(source: ListSource, role: Role, parameter: string): string {
  const searches = fieldsOf(role, source.resource).searchable.flatMap((name) => source.search?.[name]?.(parameter) ?? []);
  return searches.length === 0 ? NOTHING : `(${searches.join(' OR ')})`;
}

function extraFilter(condition: Condition, extra: NonNullable<ListSource['extraFilters']>[string], bindAs: Binder): string {
  if (condition.operator === 'eq') return extra(condition.value, bindAs);
  if (condition.operator !== 'in') throw new Refusal('bad_request', { field: condition.field }, `${condition.field} is not compared.`);
  return condition.value.length === 0 ? NOTHING : `(${condition.value.map((value, place) => extra(value, (one) => bindAs(one, place))).join(' OR ')})`;
}

type Binder = (value: Value, place?: number) => string;

function fieldCondition(field: ListField, kind: FieldKind, condition: Exclude<Condition, { operator: 'q' }>, bindAs: Binder): string {
  switch (condition.operator) {
    case 'eq':
      if (condition.value === null) return field.nullable ? `${field.sql} IS NULL` : NOTHING;
      return equal(field, bindAs(stored(condition.value, kind)));
    case 'in':
      return anyOf(field, kind, condition.value, bindAs);
    default:
      return `${field.sql} ${comparisons[condition.operator]} ${bindAs(stored(condition.value, kind))}`;
  }
}

function equal(field: ListField, parameter: string): string {
  return field.match ? field.match(parameter, true) : `${field.sql} = ${parameter}`;
}

function anyOf(field: ListField, kind: FieldKind, values: Scalar[], bindAs: Binder): string {
  const present = values.filter((value) => value !== null);
  const options: string[] = [];
  if (present.length === 1) options.push(equal(field, bindAs(stored(present[0] as Scalar, kind))));
  if (present.length > 1) {
    const list = present.map((value, place) => bindAs(stored(value, kind), place)).join(', ');
    options.push(field.match ? field.match(list, false) : `${field.sql} IN (${list})`);
  }
  if (present.length < values.length && field.nullable) options.push(`${field.sql} IS NULL`);
  return options.length === 0 ? NOTHING : `(${options.join(' OR ')})`;
}

/** A value that the parser has checked for its kind, as the database keeps it. */
function stored(value: Scalar, kind: FieldKind): Value {
  switch (kind) {
    case 'amount':
      return signedAmount(String(value));
    case 'instant':
      return parseInstant(String(value)) as number;
    case 'serial':
      return Number(value);
    default:
      return value;
  }
}

function signedAmount(text: string): bigint {
  const negative = text.startsWith('-');
  const amount = parseAmount(negative ? text.slice(1) : text);
  if (typeof amount !== 'bigint') throw new Error('an amount that the parser let through is none');
  return negative ? -amount : amount;
}
