import { rows, type Connection } from '../../db/statement.ts';
import { formatInstant } from '../calendar.ts';
import { emptyCheck, type Check } from '../verify/check.ts';
import { decisionsSql } from './arms.ts';
import { decisionKinds, type DecisionKind, type SelfDecided } from './contract.ts';

/** How many decisions of each kind there are, and how many of them who asked decided too; a kind without any stands there with 0. */
export async function selfDecided(connection: Connection, now: number): Promise<SelfDecided> {
  const found = await rows<{ kind: DecisionKind; examined: number; own: number }>(
    connection, `SELECT d.kind, count(*) AS examined, CAST(sum(d.own) AS BIGINT) AS own FROM ${decisionsSql} d GROUP BY d.kind`,
  );
  const byKind = new Map(found.map((one) => [one.kind, one]));
  return { looked_at: formatInstant(now), kinds: decisionKinds.map((kind) => byKind.get(kind) ?? { kind, examined: 0, own: 0 }) };
}

/** Nobody decides what they asked for: what the services refuse, asked of what stands in the tables. */
export async function decidedByTwo(connection: Connection): Promise<Check> {
  const check = emptyCheck('decided_by_two');
  const { kinds } = await selfDecided(connection, 0);
  for (const { examined, own } of kinds) {
    check.checked += examined;
    check.wrong += own;
  }
  if (check.wrong > 0) {
    const [first] = await rows<{ kind: string; subject_id: string }>(
      connection, `SELECT d.kind, d.subject_id FROM ${decisionsSql} d WHERE d.own = 1 ORDER BY d.id LIMIT 1`,
    );
    check.first = `${first?.kind} ${first?.subject_id}`;
  }
  return check;
}
