import type { AuditValue } from './contract.ts';

/**
 * RFC 8785 (JSON Canonicalization Scheme): members sorted by UTF-16 code units, no blanks, ECMAScript's own strings.
 * Numbers are whole and exact here, so that their form is never in doubt; anything else throws.
 */
export function canonicalJson(value: AuditValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return wholeNumber(value);
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new Error(`no JSON value: ${typeof value}`);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${wellFormed(name)}:${canonicalJson(value[name] as AuditValue)}`);
  return `{${members.join(',')}}`;
}

function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`no exact whole number: ${value}`);
  // -0 is written 0.
  return String(value === 0 ? 0 : value);
}

function wellFormed(text: string): string {
  // Half of a character has no UTF-8 form to take a hash of.
  if (/\p{Surrogate}/u.test(text)) throw new Error('a text with a lone surrogate');
  return JSON.stringify(text);
}
