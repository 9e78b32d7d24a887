/** The forms in which a language writes figures and dates; each is made once, as making one costs more than using it. */
function kept<Form, Options>(make: (locale: string, options: Options) => Form): (locale: string, options: Options) => Form {
  const forms = new Map<string, Form>();
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const form = forms.get(key) ?? make(locale, options);
    forms.set(key, form);
    return form;
  };
}

export const numberForm = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
const dateForm = kept((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
const regionForm = kept((locale, options: Partial<Intl.DisplayNamesOptions>) =>
  new Intl.DisplayNames(locale, { ...options, type: 'region' }));

const NO_BREAK = '\u00a0';
const timeOfDay = { timeZone: 'UTC', hourCycle: 'h23' } as const;

/** A number of things. */
export function writeCount(count: number, locale: string): string {
  return numberForm(locale, {}).format(count);
}

/** A number where there is little room: 12,300 → "12K". */
export function writeShortly(count: number, locale: string): string {
  return numberForm(locale, { notation: 'compact' }).format(count);
}

/** An instant in UTC, in the calendar of the language. */
export function writeInstant(at: string, locale: string): string {
  return `${dateForm(locale, { ...timeOfDay, dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at))}${NO_BREAK}UTC`;
}

/** The same without seconds, which breaks between day and time only. */
export function writeInstantBreakably(at: string, locale: string): string {
  const form = dateForm(locale, { ...timeOfDay, dateStyle: 'medium', timeStyle: 'short' });
  const parts = form.formatToParts(new Date(at));
  const text = parts
    .map(({ value }, index) => (parts[index + 1]?.type === 'hour' ? value : value.replaceAll(' ', NO_BREAK)))
    .join('');
  return `${text}${NO_BREAK}UTC`;
}

/** An instant in the reader's own time zone, at length. */
export function writeInPlace(at: string, locale: string): string {
  return dateForm(locale, { dateStyle: 'full', timeStyle: 'long' }).format(new Date(at));
}

const ofDay = (day: string) => new Date(`${day}T00:00:00.000Z`);

/** A day `YYYY-MM-DD` (UTC), in the calendar of the language. */
export function writeDay(day: string, locale: string): string {
  return dateForm(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(ofDay(day));
}

/** The same without its year, for the axis of a chart or the head of a column. */
export function writeDayShortly(day: string, locale: string): string {
  return dateForm(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(ofDay(day));
}

/**
 * What a field holds, a day `YYYY-MM-DD` or an instant `YYYY-MM-DDTHH:MM[:SS]` in UTC, as the language writes it; null
 * where the language counts by the field's own calendar, and while it is still being typed.
 */
export function readBack(typed: string, locale: string): string | null {
  if (!/^[12]\d{3}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?$/.test(typed)) return null;
  if (dateForm(locale, {}).resolvedOptions().calendar === 'gregory') return null;
  return typed.includes('T') ? writeInstant(`${typed}Z`, locale) : writeDay(typed, locale);
}

/**
 * A month `YYYY-MM` of the Gregorian calendar ("Nov 2026"), whatever the language counts by: the programme's months are these, and
 * in another calendar each would lie across two.
 */
export function writeMonth(month: string, locale: string): string {
  const form = dateForm(locale, { month: 'short', year: 'numeric', calendar: 'gregory', timeZone: 'UTC' });
  return form.format(ofDay(`${month}-01`));
}

/** A country by its name; a code that is none stands as it is. */
export function writeCountry(code: string, locale: string): string {
  return /^[A-Z]{2}$/.test(code) ? (regionForm(locale, { fallback: 'code' }).of(code) ?? code) : code;
}
