import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isDay, isMonth } from '../calendar.ts';
import { UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Words and options of a command; an unknown option or a wrong number of words is a UsageError. */
export function readArguments(
  words: string[],
  names: string[],
  options: Options = {},
): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  try {
    const parsed = parseArgs({ args: words, options, allowPositionals: true, strict: true });
    if (parsed.positionals.length !== names.length) throw new UsageError(`expected ${names.join(' ') || 'no further words'}`);
    return { values: parsed.values as Record<string, string | boolean | undefined>, positionals: parsed.positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export function requiredText(value: string | boolean | undefined, name: string): string {
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing`);
  return value;
}

export function requiredDay(value: string | boolean | undefined, name: string): string {
  const text = requiredText(value, name);
  if (!isDay(text)) throw new UsageError(`--${name} is no day YYYY-MM-DD: ${text}`);
  return text;
}

export function requiredMonth(value: string | boolean | undefined, name: string): string {
  const text = requiredText(value, name);
  if (!isMonth(text)) throw new UsageError(`--${name} is no month YYYY-MM: ${text}`);
  return text;
}
