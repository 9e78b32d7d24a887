import type { Context } from '../context.ts';
import { execute, row } from '../../db/statement.ts';
import { Refusal } from '../refusal.ts';
import { addressKey, ATTEMPTS_PER_ACCOUNT, ATTEMPTS_PER_ADDRESS, ATTEMPTS_WINDOW_MS } from './rules.ts';
import { keyed } from './secrets.ts';

export interface Attempt {
  id: number;
}

/**
 * Counts an attempt to sign in before its password is looked at, in the database: the same in every process.
 * It is written and committed first and counted then, so that of many at once no more get through than the limit
 * allows; an attempt that succeeds is taken back. Address and e-mail are kept as keys, not in clear text.
 * Throws `too_many_requests`, for an account that exists as for one that does not.
 */
export async function beginAttempt(context: Context, email: string, from: string): Promise<Attempt> {
  const { database, clock, settings } = context;
  const account = keyed(settings.sessionSecret, 'account', email);
  const address = addressKey(from);
  const now = clock.now();
  const since = now - ATTEMPTS_WINDOW_MS;
  const attempt = await database.transaction(async (transaction) => {
    await execute(transaction, 'DELETE FROM sign_in_failures WHERE at < :since', { since });
    return row<Attempt>(
      transaction,
      'INSERT INTO sign_in_failures (email, address, at) VALUES (:account, :address, :now) RETURNING id',
      { account, address, now },
    );
  });
  if (!attempt) throw new Error('an attempt without an id');
  const counted = await row<{ of_account: number; of_address: number }>(
    database.read,
    `SELECT (SELECT count(*) FROM sign_in_failures WHERE email = :account AND at >= :since) AS of_account,
            (SELECT count(*) FROM sign_in_failures WHERE address = :address AND at >= :since) AS of_address`,
    { account, address, since },
  );
  if (!counted || counted.of_account > ATTEMPTS_PER_ACCOUNT || counted.of_address > ATTEMPTS_PER_ADDRESS) {
    await forgetAttempt(context, attempt);
    throw new Refusal('too_many_requests', { retry_after_s: ATTEMPTS_WINDOW_MS / 1000 });
  }
  return attempt;
}

/** What succeeded, or was refused without a look at the password, does not count. */
export async function forgetAttempt(context: Context, attempt: Attempt): Promise<void> {
  await context.database.transaction(async (transaction) => {
    await execute(transaction, 'DELETE FROM sign_in_failures WHERE id = :id', { id: attempt.id });
  });
}
