import type { Transaction } from '../../../db/statement.ts';
import type { KnownAccount } from '../../accounts/by-uid.ts';
import { systemActor } from '../../audit/contract.ts';
import type { JoinRefusal } from '../../campaigns/contract.ts';
import { insertJoins, judgeJoin, loadJoinBook, noteJoin, type NewJoin } from '../../campaigns/join.ts';
import { lockHead } from '../../engine/head.ts';
import { compareWithStored, rejectIfFaulty, type FeedDefinition, type Landing, type LandingContext } from '../definition.ts';
import { settleStored, settleUids } from '../keyed.ts';
import { byKeys } from '../lookup.ts';
import { addFault, readId, readInstant, type RawRow } from '../values.ts';

interface Join {
  join_id: string;
  campaign_code: string;
  uid: string;
  joined_at: number;
}

const compared = { campaign_code: 'campaign_code', uid: 'uid', joined_at: 'joined_at' } as const;

function read(raw: RawRow): Join {
  return {
    join_id: readId(raw, 'join_id'),
    campaign_code: readId(raw, 'campaign_code'),
    uid: readId(raw, 'uid'),
    joined_at: readInstant(raw, 'joined_at'),
  };
}

/** The column that a refusal is shown at. */
const columnOf: Record<JoinRefusal, string> = {
  campaign_not_joinable: 'campaign_code', campaign_not_open: 'campaign_code', campaign_region: 'uid', not_enrolled: 'uid', inviter_restricted: 'uid',
  already_joined: 'uid',
};

/** CAM-1: judged one after the other by what is known as they arrive. */
async function land(transaction: Transaction, chunk: Landing<Join>[], context: LandingContext): Promise<void> {
  await lockHead(transaction);
  const stored = await byKeys<Join>(
    transaction,
    chunk.map((row) => row.parsed.join_id),
    `SELECT j.join_id, c.code AS campaign_code, a.uid, j.joined_at
     FROM {{keys}} k JOIN campaign_joins j ON j.join_id = k.key JOIN campaigns c ON c.id = j.campaign_id JOIN accounts a ON a.id = j.affiliate_id`,
  );
  settleStored(chunk, 'join_id', stored, compared);
  const accounts = await settleUids(transaction, chunk, 'joined_at');
  const book = await loadJoinBook(transaction, chunk.map((row) => row.parsed.campaign_code), [...accounts.values()].map((account) => account.id));
  const kept = new Map<string, Join>();
  const joins: NewJoin[] = [];
  for (const row of chunk) {
    if (row.outcome !== 'accepted') continue;
    const { join_id, campaign_code, uid, joined_at } = row.parsed;
    const earlier = kept.get(join_id);
    if (earlier) {
      compareWithStored(row, earlier, compared);
      continue;
    }
    const campaign = book.campaigns.get(campaign_code);
    const affiliate_id = (accounts.get(uid) as KnownAccount).id;
    if (!campaign) addFault(row.raw, 'campaign_code', 'unknown_value');
    else for (const code of judgeJoin(book, campaign, affiliate_id, joined_at)) addFault(row.raw, columnOf[code], code);
    if (rejectIfFaulty(row) || !campaign) continue;
    kept.set(join_id, row.parsed);
    noteJoin(book, campaign.id, affiliate_id, joined_at);
    joins.push({ join_id, campaign_id: campaign.id, affiliate_id, joined_at });
  }
  await insertJoins(transaction, joins, { name: systemActor.name, import_id: context.import_id });
}

export const campaignJoins: FeedDefinition<Join> = { feed: 'campaign-joins', chunkRows: 500, read, land };
