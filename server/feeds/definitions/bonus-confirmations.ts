import type { Transaction } from '../../../db/statement.ts';
import { confirmableBonuses, confirmBonuses, type BonusConfirmation } from '../../bonuses/confirm.ts';
import { bonusConfirmationStatuses } from '../contract.ts';
import { compareWithStored, rejectIfFaulty, type FeedDefinition, type Landing, type LandingContext } from '../definition.ts';
import { addFault, readChoice, readId, readInstant, readText, type RawRow } from '../values.ts';

interface Row extends Omit<BonusConfirmation, 'bonus_id'> {
  bonus_id: string;
}

const compared = { status: 'status', at: 'at', reference: 'reference' } as const;
/** The form that our own ids have: another spelling of the number names no bonus. */
const bonusIdForm = /^[1-9]\d{0,14}$/;

function read(raw: RawRow): Row {
  return {
    bonus_id: readId(raw, 'bonus_id'),
    status: readChoice(raw, 'status', bonusConfirmationStatuses),
    at: readInstant(raw, 'at'),
    reference: readText(raw, 'reference'),
  };
}

/** CAM-6: vouchers and trial funds, each confirmed once; cash is confirmed with its payout line and unknown here. */
async function land(transaction: Transaction, chunk: Landing<Row>[], context: LandingContext): Promise<void> {
  const named = chunk.map((row) => row.parsed.bonus_id).filter((id) => bonusIdForm.test(id));
  const bonuses = new Map((await confirmableBonuses(transaction, named.map(Number))).map((bonus) => [String(bonus.id), bonus]));
  const confirmed: BonusConfirmation[] = [];
  for (const row of chunk) {
    const bonus = bonuses.get(row.parsed.bonus_id);
    if (!bonus && row.raw.faults.every((fault) => fault.column !== 'bonus_id')) addFault(row.raw, 'bonus_id', 'unknown_line');
    if (rejectIfFaulty(row) || !bonus) continue;
    if (bonus.state === 'pending') {
      confirmed.push({ ...row.parsed, bonus_id: bonus.id });
      Object.assign(bonus, { state: row.parsed.status, distributed_at: row.parsed.at, reference: row.parsed.reference });
      continue;
    }
    compareWithStored(row, { bonus_id: row.parsed.bonus_id, status: bonus.state, at: bonus.distributed_at, reference: bonus.reference } as Row, compared);
  }
  await confirmBonuses(transaction, confirmed, context.import_id);
}

export const bonusConfirmations: FeedDefinition<Row> = { feed: 'bonus-confirmations', chunkRows: 1_000, read, land };
