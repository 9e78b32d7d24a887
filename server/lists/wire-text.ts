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
