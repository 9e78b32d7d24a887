import type { Transaction } from '../../../db/statement.ts';
import { confirmableLines, confirmLines, keepConflicts, type Confirmation } from '../../payouts/confirm.ts';
import { confirmationStatuses } from '../contract.ts';
import { compareWithStored, rejectIfFaulty, type FeedDefinition, type Landing, type LandingContext } from '../definition.ts';
import { addFault, readChoice, readId, readInstant, readText, type RawRow } from '../values.ts';

interface Row extends Omit<Confirmation, 'line_id'> {
  line_id: string;
}

const compared = { status: 'status', at: 'at', reference: 'reference' } as const;
/** The form that our own ids have: another spelling of the number names no line. */
const lineIdForm = /^[1-9]\d{0,14}$/;

function read(raw: RawRow): Row {
  return {
    line_id: readId(raw, 'line_id'),
    status: readChoice(raw, 'status', confirmationStatuses),
    at: readInstant(raw, 'at'),
    reference: readText(raw, 'reference'),
  };
}

/** PAY-3. Rows are judged in their order: of two that contradict each other in one file the first one holds. */
async function land(transaction: Transaction, chunk: Landing<Row>[], context: LandingContext): Promise<void> {
  const named = chunk.map((row) => row.parsed.line_id).filter((id) => lineIdForm.test(id));
  const lines = new Map((await confirmableLines(transaction, named.map(Number))).map((line) => [String(line.id), line]));
  const confirmed: Confirmation[] = [];
  const conflicts: Confirmation[] = [];
  for (const row of chunk) {
    const line = lines.get(row.parsed.line_id);
    if (!line && row.raw.faults.every((fault) => fault.column !== 'line_id')) addFault(row.raw, 'line_id', 'unknown_line');
    if (line && (line.state === 'ready' || line.state === 'withdrawn')) addFault(row.raw, 'line_id', 'not_released');
    if (rejectIfFaulty(row) || !line) continue;
    const confirmation = { ...row.parsed, line_id: line.id };
    if (line.state === 'released') {
      confirmed.push(confirmation);
      Object.assign(line, { state: row.parsed.status, confirmed_at: row.parsed.at, reference: row.parsed.reference });
      continue;
    }
    compareWithStored(row, { line_id: row.parsed.line_id, status: line.state, at: line.confirmed_at, reference: line.reference } as Row, compared);
    if (row.outcome === 'conflict') conflicts.push(confirmation);
  }
  await confirmLines(transaction, confirmed, context.import_id, context.at);
  await keepConflicts(transaction, conflicts, context.import_id, context.at);
}

export const payoutConfirmations: FeedDefinition<Row> = { feed: 'payout-confirmations', chunkRows: 1_000, read, land };
