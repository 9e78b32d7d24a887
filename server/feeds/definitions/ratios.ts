import { dialectOf } from '../../../db/connection.ts';
import { execute, type Transaction } from '../../../db/statement.ts';
import type { KnownAccount } from '../../accounts/by-uid.ts';
import { applyState, loadStates, saveStates } from '../../accounts/states.ts';
import { nextRevision } from '../../engine/head.ts';
import { families, type Family } from '../../rulebooks/contract.ts';
import { readChoice, readId, readInstant, readInteger, type RawRow } from '../values.ts';
import type { FeedDefinition, Landing, LandingContext } from '../definition.ts';
import { settleRepeated, settleStored, settleUids } from '../keyed.ts';
import { byKeys } from '../lookup.ts';

interface Ratio {
  ratio_id: string;
  uid: string;
  family: Family;
  ratio_bps: number;
  set_at: number;
}

const compared = { uid: 'uid', family: 'family', ratio_bps: 'ratio_bps', set_at: 'set_at' } as const;

function read(raw: RawRow): Ratio {
  return {
    ratio_id: readId(raw, 'ratio_id'),
    uid: readId(raw, 'uid'),
    family: readChoice(raw, 'family', families),
    ratio_bps: readInteger(raw, 'ratio_bps', 0, 10_000),
    set_at: readInstant(raw, 'set_at'),
  };
}

async function land(transaction: Transaction, chunk: Landing<Ratio>[], context: LandingContext): Promise<void> {
  const revision = await nextRevision(transaction, context.at, `import:${context.import_id}`);
  const stored = await byKeys<Ratio>(
    transaction,
    chunk.map((row) => row.parsed.ratio_id),
    `SELECT r.ratio_id, a.uid, r.family, r.ratio_bps, r.set_at
     FROM {{keys}} k JOIN ratios r ON r.ratio_id = k.key JOIN accounts a ON a.id = r.account_id`,
  );
  settleStored(chunk, 'ratio_id', stored, compared);
  const accounts = await settleUids(transaction, chunk, 'set_at');
  settleRepeated(chunk, 'ratio_id', compared);
  const good = chunk.flatMap(({ outcome, parsed }) =>
    outcome === 'accepted' ? [{ ...parsed, account_id: (accounts.get(parsed.uid) as KnownAccount).id }] : [],
  );
  if (good.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO ratios (ratio_id, account_id, family, ratio_bps, set_at, import_id)
     SELECT r.ratio_id, r.account_id, r.family, r.ratio_bps, r.set_at, :import_id FROM {{chunk}} r`,
    { chunk: JSON.stringify(good), import_id: context.import_id },
    {
      chunk: dialectOf(transaction).rowset('chunk', {
        ratio_id: 'text', account_id: 'integer', family: 'text', ratio_bps: 'integer', set_at: 'integer',
      }),
    },
  );
  const book = await loadStates(transaction, good.map((ratio) => ratio.account_id));
  for (const ratio of good) {
    applyState(book, {
      account_id: ratio.account_id, field: `ratio:${ratio.family}`, value: String(ratio.ratio_bps), at: ratio.set_at, cause: `ratio:${ratio.ratio_id}`,
    });
  }
  await saveStates(transaction, book, revision);
}

export const ratios: FeedDefinition<Ratio> = { feed: 'ratios', chunkRows: 1_000, read, land };
