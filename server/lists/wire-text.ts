import type { Dialect } from '../../db/dialect.ts';

/** Wire forms put together by the database: what an export writes by the hundred thousand a second. */

/** A plain decimal without trailing zeros from whole units and e8 fractions of the same sign (server/money.ts does it in code). */
export function amountText(units: string, fraction: string): string {
  return `CASE WHEN ${units} < 0 OR ${fraction} < 0 THEN '-' ELSE '' END || CAST(abs(${units}) AS TEXT)
    || CASE WHEN ${fraction} = 0 THEN '' ELSE '.' || rtrim(substr(CAST(100000000 + abs(${fraction}) AS TEXT), 2), '0') END`;
}

/** The same from one amount in e8 units. */
export function amountTextE8(amount: string): string {
  return amountText(`(${amount} / 100000000)`, `(${amount} % 100000000)`);
}

/** An ISO instant with milliseconds and `Z` from ms since 1970, in the words of each engine. */
export const instantText: Record<Dialect['engine'], (at: string) => string> = {
  sqlite: (at) => `strftime('%Y-%m-%dT%H:%M:%S', (${at} - ${millis(at)}) / 1000, 'unixepoch')
    || '.' || substr(CAST(1000 + ${millis(at)} AS TEXT), 2) || 'Z'`,
  postgres: (at) => `to_char(timestamp 'epoch' + ${at} * interval '1 millisecond', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
};

// Also before 1970, where the remainder of a division is negative.
function millis(at: string): string {
  return `((${at} % 1000 + 1000) % 1000)`;
}
