import type { Dialect } from '../../db/dialect.ts';
import { FOREVER } from '../calendar.ts';
import { amountTextE8 } from '../lists/wire-text.ts';
import type { ListField } from '../lists/source.ts';
import type { FieldKind } from '../policy/contract.ts';

/** A field's raw value, as the cell expression takes it. */
export function rawColumn(field: ListField): string {
  return field.wire ?? field.sql;
}

/**
 * The CSV cell of a raw value, as SQL; `value` is a column, for it is named several times. Empty for NULL.
 * Numbers, instants and ids stay as they are; texts are guarded and quoted.
 */
export function cell(value: string, field: ListField, kind: FieldKind, dialect: Dialect): string {
  return `COALESCE(${presentCell(value, field, kind, dialect)}, '')`;
}

function presentCell(value: string, field: ListField, kind: FieldKind, dialect: Dialect): string {
  if (field.wire !== undefined) return value;
  switch (kind) {
    case 'amount':
      return amountTextE8(value);
    case 'instant':
      return `CASE WHEN ${value} < ${FOREVER} THEN ${dialect.instantText(value)} END`;
    case 'boolean':
      return `CASE ${value} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END`;
    case 'integer':
    case 'serial':
      return `CAST(${value} AS TEXT)`;
    default:
      return field.plain ? value : textCell(value);
  }
}

/** What a spreadsheet takes for the beginning of a formula, also after blanks (ATTACKS 24). */
const formulaStarts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const blanks = ' \u00a0\u3000';

/** RFC 4180 quoting, and a leading `'` before what looks like a formula. */
function textCell(value: string): string {
  const starts = formulaStarts.map((start) => `'${start}'`).join(', ');
  const guard = `CASE WHEN substr(ltrim(${value}, '${blanks}'), 1, 1) IN (${starts}) THEN '''' ELSE '' END`;
  const quoted = [',', '"', '\n', '\r'].map((special) => `${value} LIKE '%${special}%'`).join(' OR ');
  return `CASE WHEN ${quoted} THEN '"' || ${guard} || replace(${value}, '"', '""') || '"' ELSE ${guard} || ${value} END`;
}
