import { rows, type Connection } from '../../db/statement.ts';
import { dayEnd, dayStart, parseInstant } from '../calendar.ts';
import { byKeys } from '../feeds/lookup.ts';
import { recallRefusalCodes } from '../recalls/contract.ts';

/** Feeds whose rows a rule may refuse (ENR-2 to ENR-4, ENR-7, BIN-5) while nothing is wrong with them: the exchange counts them. */
const ruled: Record<string, { key: string; instant: string; codes: string[]; kept: string }> = {
  activations: {
    key: 'activation_id',
    instant: 'activated_at',
    codes: ['programme_not_running', 'already_enrolled', 'account_type_not_eligible', 'kyc_not_advanced'],
    kept: 'SELECT k.key FROM {{keys}} k JOIN enrolments e ON e.activation_id = k.key',
  },
  deactivations: {
    key: 'deactivation_id',
    instant: 'ended_at',
    codes: ['not_enrolled'],
    kept: 'SELECT k.key FROM {{keys}} k JOIN deactivations d ON d.deactivation_id = k.key',
  },
  recalls: {
    key: 'recall_id',
    instant: 'attempted_at',
    codes: [...recallRefusalCodes],
    kept: `SELECT k.key FROM {{keys}} k JOIN recalls r ON r.recall_id = k.key AND r.codes = ''`,
  },
};

/** How many rows of the feed's day have come, each once, and were refused by such a rule alone. */
export async function refusedByRule(connection: Connection, feed: string, day: string): Promise<number> {
  const rule = ruled[feed];
  if (!rule) return 0;
  const rejects = await rows<{ code: string; fields: string }>(
    connection,
    `SELECT r.code, r.fields FROM imports i JOIN import_rejects r ON r.import_id = i.id
     WHERE i.feed = :feed AND i.dry_run = 0 AND i.rejected > 0 AND r.outcome = 'rejected' AND r.fields LIKE :named`,
    // An instant begins with its day: those of other days stay where they are.
    { feed, named: `%"${day}T%` },
  );
  const keys = new Set<string>();
  for (const { code, fields } of rejects) {
    if (!code.split(';').every((one) => rule.codes.includes(one))) continue;
    const values = JSON.parse(fields) as Record<string, string>;
    const at = parseInstant(values[rule.instant] ?? '');
    if (at !== null && at >= dayStart(day) && at < dayEnd(day)) keys.add(values[rule.key] ?? '');
  }
  const kept = await byKeys<{ key: string }>(connection, keys, rule.kept);
  return keys.size - kept.length;
}
