import type { AuditChanges } from './contract.ts';

/**
 * What never enters the history, whoever writes it: secrets, and clear personal data of accounts.
 * Members of staff are named by their e-mail address: it is what they sign with.
 */
const secret = /password|passwd|secret|token|hash|cookie|session/i;
const ofStaff = new Set(['staff', 'staff-changes']);
const personal = new Set(['email', 'name', 'text', 'phone', 'address']);

const REDACTED = '[redacted]';

export function redact(subjectType: string, changes: AuditChanges): AuditChanges {
  const shown: AuditChanges = {};
  for (const [field, change] of Object.entries(changes)) {
    const hidden = secret.test(field) || (!ofStaff.has(subjectType) && personal.has(field));
    shown[field] = hidden ? { old: mark(change.old), new: mark(change.new) } : change;
  }
  return shown;
}

/** That there was a value may be told, the value not. */
function mark(value: unknown): string | null {
  return value === null || value === undefined ? null : REDACTED;
}
