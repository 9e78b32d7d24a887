import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 32;

/** 256 random bits, for session ids, CSRF tokens and invitations. */
export function randomSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** What of a secret (or of what somebody typed) is stored: useless without the key, and not to be turned back. */
export function keyed(key: string, purpose: 'session' | 'account' | 'invitation', text: string): string {
  return createHmac('sha256', key).update(`${purpose}\0${text}`).digest('hex');
}

export function sameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
