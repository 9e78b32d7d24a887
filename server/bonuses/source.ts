import { holdsPayout } from '../commissions/held.ts';
import type { ListSource } from '../lists/source.ts';

const byUid = (column: string) => (values: string): string => `${column} IN (SELECT x.id FROM accounts x WHERE x.uid IN (${values}))`;

/** CAM-4: what was awarded, with its status; `at` decides what is held. */
export function bonusesSource(at: number): ListSource {
  return {
    resource: 'bonuses',
    from: `bonuses n
      LEFT JOIN campaigns c ON c.id = n.campaign_id
      LEFT JOIN campaign_versions v ON v.id = n.version_id
      LEFT JOIN accounts a ON a.id = n.affiliate_id
      LEFT JOIN accounts i ON i.id = n.invitee_id`,
    parameters: { at },
    fields: {
      id: { sql: 'n.id', plain: true },
      campaign_id: { sql: 'n.campaign_id', plain: true },
      campaign_code: { sql: 'c.code', plain: true },
      version: { sql: 'v.version', plain: true },
      affiliate_uid: { sql: 'a.uid', plain: true, match: byUid('n.affiliate_id') },
      invitee_uid: { sql: 'i.uid', plain: true, match: byUid('n.invitee_id') },
      side: { sql: 'n.side', plain: true },
      reward: { sql: 'n.reward', plain: true },
      amount: { sql: 'n.amount_e8' },
      currency: { sql: 'n.currency', plain: true },
      state: { sql: 'n.state', plain: true },
      held: { sql: `CASE WHEN n.state = 'pending' AND ${holdsPayout('n.affiliate_id')} THEN 1 ELSE 0 END` },
      earned_at: { sql: 'n.earned_at' },
      awarded_at: { sql: 'n.awarded_at' },
      run_id: { sql: 'n.run_id', plain: true },
      record_id: { sql: 'n.record_id', nullable: true, plain: true },
      distributed_at: { sql: `CASE WHEN n.state <> 'failed' THEN n.distributed_at END`, nullable: true },
      confirmed_at: { sql: 'CASE WHEN n.import_id IS NOT NULL THEN n.distributed_at END', nullable: true },
      reference: { sql: 'n.reference', nullable: true },
    },
    search: {
      affiliate_uid: (parameter) => byUid('n.affiliate_id')(parameter),
      invitee_uid: (parameter) => byUid('n.invitee_id')(parameter),
    },
    newest: '(SELECT max(id) FROM bonuses)',
  };
}
