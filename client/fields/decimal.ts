import { numberForm } from './forms.ts';

/** A plain decimal grouped and pointed as the locale does it, exactly: the text never becomes a double. */
export function groupDecimal(amount: string, locale: string, places = 8): string {
  const options = {
    maximumFractionDigits: places,
    minimumFractionDigits: places < 8 ? places : 0,
    roundingMode: 'trunc',
  } as Intl.NumberFormatOptions;
  return numberForm(locale, options).format(amount as Intl.StringNumericLiteral);
}

/**
 * Places that a dense table shows: two where there are whole units, all of them where everything is behind the point.
 */
export function tablePlaces(amount: string): number {
  return /^-?0(\.|$)/.test(amount) ? 8 : 2;
}

/** Basis points as a percentage: 1550 → "15.5 %". */
export function percent(bps: number, locale: string): string {
  return numberForm(locale, { style: 'percent', maximumFractionDigits: 2 }).format(bps / 10_000);
}

/** A change in basis points, with its sign: 1550 → "+15.5 %". */
export function signedPercent(bps: number, locale: string): string {
  return numberForm(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(bps / 10_000);
}

/** The sign of a plain decimal. */
export function signOf(amount: string): -1 | 0 | 1 {
  if (/^-?0*(\.0*)?$/.test(amount)) return 0;
  return amount.startsWith('-') ? -1 : 1;
}

const unitsOf = (amount: string) => {
  const [units = '0', fraction = ''] = amount.split('.');
  return BigInt(units + fraction.padEnd(8, '0'));
};

/** The sum of plain decimals, exactly. */
export function sumOf(amounts: readonly string[]): string {
  const sum = amounts.reduce((total, amount) => total + unitsOf(amount), 0n);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(9, '0');
  const places = digits.slice(-8).replace(/0+$/, '');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -8)}${places ? `.${places}` : ''}`;
}

/** How much of a whole there is, in full percent from 0 to 100, cut: 100 only where nothing is missing. */
export function percentOf(part: string, whole: string): number {
  const [have, need] = [unitsOf(part), unitsOf(whole)];
  return have >= need ? 100 : Number((have * 100n) / need);
}

/** A plain decimal times a rate in basis points, exactly and uncut: up to twelve places. */
export function timesRate(amount: string, bps: number): string {
  const product = (unitsOf(amount.replace('-', '')) * BigInt(bps)).toString().padStart(13, '0');
  const places = product.slice(-12).replace(/0+$/, '');
  return `${amount.startsWith('-') ? '-' : ''}${product.slice(0, -12)}${places ? `.${places}` : ''}`;
}
