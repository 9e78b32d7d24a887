import { isDay, isMonth, parseInstant } from '../calendar.ts';
import type { FieldKind } from '../policy/contract.ts';
import type { Scalar } from './query.ts';

const MAX_TEXT_LENGTH = 256;
const serialForm = /^(0|[1-9]\d{0,14})$/;
const integerForm = /^(0|-?[1-9]\d{0,14})$/;
// Up to 92 billion units with 8 places fit what an amount is stored in (DESIGN 4).
const amountForm = /^-?\d{1,11}(\.\d{1,8})?$/;
const MAX_UNITS = 92_233_720_368n;

/**
 * A filter's value as its kind demands, in one form: a serial number and an amount as text, an integer as a number.
 * Undefined where it is none; nested values never are one.
 */
export function checkedScalar(asked: unknown, kind: FieldKind): Scalar | undefined {
  if (asked === null) return null;
  switch (kind) {
    case 'text':
      return checkedText(asked);
    case 'serial':
      return matching(textOf(asked), (text) => serialForm.test(text));
    case 'amount':
      return matching(textOf(asked), isAmount);
    case 'integer': {
      const text = matching(textOf(asked), (digits) => integerForm.test(digits));
      return text === undefined ? undefined : Number(text);
    }
    case 'instant':
      return matching(asked, (text) => parseInstant(text) !== null);
    case 'day':
      return matching(asked, isDay);
    case 'month':
      return matching(asked, isMonth);
    case 'boolean':
      return typeof asked === 'boolean' ? asked : undefined;
    default:
      return undefined;
  }
}

function checkedText(asked: unknown): string | undefined {
  return matching(textOf(asked), (text) => text.length <= MAX_TEXT_LENGTH && !text.includes('\0'));
}

/** A whole number means what its digits mean: `{"tier":1}` and `{"tier":"1"}` ask the same. */
function textOf(asked: unknown): unknown {
  return typeof asked === 'number' && Number.isSafeInteger(asked) ? String(asked) : asked;
}

function matching(asked: unknown, holds: (text: string) => boolean): string | undefined {
  return typeof asked === 'string' && holds(asked) ? asked : undefined;
}

function isAmount(text: string): boolean {
  if (!amountForm.test(text)) return false;
  const units = BigInt(text.replace('-', '').split('.')[0] as string);
  return units < MAX_UNITS;
}
