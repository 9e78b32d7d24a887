import type { RewardKind, Side } from '../campaigns/contract-document.ts';

/** CAM-4: `distributed` of cash: its record was paid; of the others: confirmed. What failed or was reversed is free for the budget again. */
export const bonusStates = ['pending', 'distributed', 'failed', 'reversed'] as const;
export type BonusState = (typeof bonusStates)[number];

/** Why tasks that were reached have brought nothing yet; the next run tries again. */
export const waitReasons = ['budget_exhausted', 'cap_reached'] as const;
export type WaitReason = (typeof waitReasons)[number];

/** CAM-6. */
export const BONUS_LEDGER_TYPE = 'Referral Bonus';

export interface BonusRow {
  id: string;
  campaign_id: string;
  campaign_code: string;
  version: number;
  affiliate_uid: string;
  invitee_uid: string;
  /** Who gets it. */
  side: Side;
  reward: RewardKind;
  amount: string;
  currency: string;
  state: BonusState;
  /** The affiliate is frozen or suspended now: nothing is to be distributed (STA-7). */
  held: boolean;
  earned_at: string;
  awarded_at: string;
  run_id: string;
  record_id: string | null;
  distributed_at: string | null;
  /** Of vouchers and trial funds: when they were said to be distributed, or to have failed. */
  confirmed_at: string | null;
  reference: string | null;
}

/** Result of `run bonus` (CONTRACT 2): bonuses, of whichever side. */
export interface BonusResult {
  day: string;
  run_id: string | null;
  awarded: number;
  totals: { currency: string; amount: string }[];
}
