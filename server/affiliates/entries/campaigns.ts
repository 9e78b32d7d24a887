import { formatAmount } from '../../money.ts';
import type { TimelineCode } from '../contract.ts';
import { entrySource, importInstant, type EntryParts } from './source.ts';

const joined = entrySource<{ campaign_id: number; campaign: string; requested_by: string; import_id: number; join_id: string }>({
  name: 'campaign_joined',
  resource: 'campaigns',
  sql: `SELECT j.id AS n, j.joined_at AS at, ${importInstant('j.import_id')} AS known_at, j.campaign_id, c.code AS campaign, j.requested_by, j.import_id, j.join_id
    FROM campaign_joins j JOIN campaigns c ON c.id = j.campaign_id WHERE j.affiliate_id = :account`,
  entry: (row) => ({
    kind: 'bonus',
    title: { code: 'campaign_joined', parameters: { campaign: row.campaign } },
    subject: { type: 'campaigns', id: String(row.campaign_id) },
    actor: row.import_id === 0 ? row.requested_by : null,
    details: { join_id: row.join_id },
  }),
});

interface Bonus {
  n: number;
  campaign: string;
  invitee: string;
  side: string;
  reward: string;
  amount: string;
  currency: string;
  state: string;
  record_id: number | null;
  reference: string | null;
}

const columns = `n.id AS n, c.code AS campaign, i.uid AS invitee, n.side, n.reward, CAST(n.amount_e8 AS TEXT) AS amount, n.currency, n.state, n.record_id, n.reference`;
const ofAccount = `bonuses n JOIN campaigns c ON c.id = n.campaign_id JOIN accounts i ON i.id = n.invitee_id WHERE n.affiliate_id = :account`;

function bonusEntry(row: Bonus, code: TimelineCode): EntryParts {
  return {
    kind: 'bonus',
    title: { code, parameters: { campaign: row.campaign, amount: formatAmount(BigInt(row.amount)), currency: row.currency } },
    subject: { type: 'bonuses', id: String(row.n) },
    actor: null,
    details: {
      invitee_uid: row.invitee, side: row.side, reward: row.reward, state: row.state, record_id: row.record_id === null ? null : String(row.record_id), reference: row.reference,
    },
  };
}

/** When the last task was reached; known with the run that awarded it. */
const earned = entrySource<Bonus>({
  name: 'bonus_earned',
  resource: 'bonuses',
  sql: `SELECT ${columns}, n.earned_at AS at, n.awarded_at AS known_at FROM ${ofAccount}`,
  entry: (row) => bonusEntry(row, 'bonus_earned'),
});

const settled = entrySource<Bonus>({
  name: 'bonus_settled',
  resource: 'bonuses',
  sql: `SELECT ${columns}, n.distributed_at AS at, ${importInstant('n.import_id')} AS known_at FROM ${ofAccount} AND n.distributed_at IS NOT NULL`,
  entry: (row) => bonusEntry(row, row.state === 'failed' ? 'bonus_failed' : 'bonus_distributed'),
});

/** What campaigns brought an affiliate and its invitees; of one instant, what followed before what it followed from. */
export const campaignSources = [settled, earned, joined];
