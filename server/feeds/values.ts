import { parseInstant } from '../calendar.ts';
import { parseAmount } from '../money.ts';
import { rowFaultCodes, type RowFaultCode } from './contract.ts';

/** One line of a feed: its values in the order of the feed's columns, and what is wrong with them. */
export interface RawRow {
  line: number;
  columns: readonly string[];
  values: string[];
  faults: RowFault[];
}

export interface RowFault {
  column: string;
  value: string;
  code: RowFaultCode;
}

const idForm = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;
const NUL = '\0';

export function addFault(row: RawRow, column: string, code: RowFaultCode): void {
  row.faults.push({ column, value: row.values[row.columns.indexOf(column)] ?? '', code });
}

/** All that apply, in the order of CONTRACT 1, each once. */
export function joinCodes(codes: RowFaultCode[]): string {
  return rowFaultCodes.filter((code) => codes.includes(code)).join(';');
}

function valueOf(row: RawRow, column: string): string {
  return row.values[row.columns.indexOf(column)] as string;
}

function required(row: RawRow, column: string): string | null {
  const value = valueOf(row, column);
  if (value !== '') return value;
  addFault(row, column, 'missing_value');
  return null;
}

export function readId(row: RawRow, column: string): string {
  const value = required(row, column);
  if (value !== null && !idForm.test(value)) addFault(row, column, 'bad_id');
  return value ?? '';
}

export function readOptionalId(row: RawRow, column: string): string | null {
  const value = valueOf(row, column);
  if (value === '') return null;
  if (!idForm.test(value)) addFault(row, column, 'bad_id');
  return value;
}

/** An instant in ms; NaN where it is none (the row is rejected then). */
export function readInstant(row: RawRow, column: string): number {
  const value = required(row, column);
  if (value === null) return Number.NaN;
  const at = parseInstant(value);
  if (at === null) {
    addFault(row, column, 'bad_instant');
    return Number.NaN;
  }
  return at;
}

/** null where it is empty; NaN where it is no instant. */
export function readOptionalInstant(row: RawRow, column: string): number | null {
  return valueOf(row, column) === '' ? null : readInstant(row, column);
}

/** e8 units; 0 where the row is rejected. */
function readAmount(row: RawRow, column: string): bigint {
  const value = required(row, column);
  if (value === null) return 0n;
  const amount = parseAmount(value);
  if (typeof amount === 'bigint') return amount;
  addFault(row, column, amount);
  return 0n;
}

const commonAmount = /^\d{1,10}(?:\.\d{1,8})?$/;

/** The same as text for the database. Most amounts are far below the limit: moving their digits is enough, and cheaper than a BigInt. */
export function readAmountText(row: RawRow, column: string): string {
  const value = valueOf(row, column);
  if (!commonAmount.test(value)) return readAmount(row, column).toString();
  const point = value.indexOf('.');
  const digits = point < 0 ? `${value}00000000` : value.slice(0, point) + value.slice(point + 1).padEnd(8, '0');
  return digits.startsWith('0') ? digits.replace(/^0+(?=\d)/, '') : digits;
}

/** Whether an amount is greater than another, both as readAmountText gives them. */
export function isGreater(one: string, other: string): boolean {
  return one.length === other.length ? one > other : one.length > other.length;
}

export function readChoice<T extends string>(row: RawRow, column: string, choices: readonly T[]): T {
  const value = required(row, column);
  if (value !== null && !choices.includes(value as T)) addFault(row, column, 'unknown_value');
  return (value ?? '') as T;
}

export function readOptionalChoice<T extends string>(row: RawRow, column: string, choices: readonly T[]): T | null {
  return valueOf(row, column) === '' ? null : readChoice(row, column, choices);
}

/** A whole number between two, both included; null for any other text. Leading zeros count for nothing, as with amounts. */
export function wholeNumber(text: string, from: number, to: number): number | null {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : null;
}

export function readInteger(row: RawRow, column: string, from: number, to: number): number {
  const value = required(row, column);
  if (value === null) return from;
  const number = wholeNumber(value, from, to);
  if (number !== null) return number;
  addFault(row, column, 'unknown_value');
  return from;
}

/** Free text about a person or thing; may be empty. */
export function readText(row: RawRow, column: string): string {
  const value = valueOf(row, column);
  if (value.includes(NUL)) addFault(row, column, 'unknown_value');
  return value;
}

export function readForm(row: RawRow, column: string, form: RegExp): string {
  const value = required(row, column);
  if (value !== null && !form.test(value)) addFault(row, column, 'unknown_value');
  return value ?? '';
}
