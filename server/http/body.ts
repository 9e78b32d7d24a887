import { z } from 'zod';
import { Refusal } from '../refusal.ts';

type Issue = z.core.$ZodIssue;

/** Of what takes no parameters. */
export const nothing = z.strictObject({});

/**
 * A request's body, checked by a strict zod schema. Unknown, missing or wrongly typed fields are 400 `bad_request`,
 * a value that is not allowed 422 `bad_value`; both name the field in `details.field`.
 */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0] as Issue;
  const field = fieldOf(issue);
  const misshapen = issue.code === 'unrecognized_keys' || issue.code === 'invalid_type';
  // zod's messages name kinds and bounds, never the value.
  throw new Refusal(misshapen ? 'bad_request' : 'bad_value', { field }, `${field}: ${issue.message}`);
}

function fieldOf(issue: Issue): string {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') path.push(String(issue.keys[0]).slice(0, 64));
  return path.join('.') || 'body';
}
