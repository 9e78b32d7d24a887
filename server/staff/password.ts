import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../refusal.ts';

/** argon2id as OWASP asks for: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Hashing shares its threads with the database: a flood of sign-ins must not stop every list. */
const AT_ONCE = 2;
const MAX_WAITING = 100;
/** The hash, at the same cost, of a random password that was thrown away. */
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$UebCDFD5fEjocBvfeal9Bg$gjx0rDL5P9tT1BFsng8oWNqbaky+D9PN5gelRI8pHso';

let running = 0;
const waiting: (() => void)[] = [];

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost));
}

/** Costs the same where there is no password to compare with: time does not tell who exists. */
export async function matchesPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(() => verify(stored ?? decoy, password));
  return matches && stored !== null;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw new Refusal('unavailable');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    // The place is handed on, or given back.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
