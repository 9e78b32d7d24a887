import type { CampaignBody, CampaignVerb, NewCampaignVersion } from '../../server/campaigns/contract.ts';
import type { NewContentReview } from '../../server/content-reviews/contract.ts';
import type { ContentDecision } from '../../server/content-reviews/service.ts';
import type { PayoutLineRow } from '../../server/payouts/contract.ts';
import type { NewStatusChange } from '../../server/status-changes/contract.ts';

type Row<Column extends string> = Record<Column, string>;

/** The rows of the feeds that the demo world uses, with the columns of CONTRACT 1. */
export interface DemoRows {
  accounts: Row<
    'uid' | 'registered_at' | 'country' | 'account_type' | 'kyc_level' | 'vip_level' | 'email' | 'name'
    | 'referral_code' | 'inviter_code' | 'inviter_channel' | 'inviter_campaign'
  >;
  'account-events': Row<'event_id' | 'uid' | 'occurred_at' | 'field' | 'value'>;
  activations: Row<'activation_id' | 'uid' | 'programme' | 'activated_at'>;
  ratios: Row<'ratio_id' | 'uid' | 'family' | 'ratio_bps' | 'set_at'>;
  transfers: Row<'transfer_id' | 'uid' | 'occurred_at' | 'direction' | 'source' | 'amount_usdt'>;
  trades: Row<
    'trade_id' | 'uid' | 'executed_at' | 'product' | 'volume_usdt' | 'fee' | 'fee_offset' | 'fee_currency' | 'via_api'
  >;
  applications: Row<'application_id' | 'uid' | 'applied_at' | 'channels' | 'audience' | 'text'>;
  recalls: Row<'recall_id' | 'uid' | 'inviter_code' | 'via' | 'attempted_at' | 'confirmed_at'>;
  'campaign-joins': Row<'join_id' | 'campaign_code' | 'uid' | 'joined_at'>;
  prices: Row<'currency' | 'day' | 'usdt'>;
  manifests: Row<'feed' | 'day' | 'rows' | 'control_sum'>;
}

export type DemoFeed = keyof DemoRows;

/** The feeds that come as files of a day's rows, in the order in which they are imported: each may refer to those before it. */
export const feedOrder = [
  'accounts', 'account-events', 'activations', 'applications', 'ratios', 'transfers', 'trades', 'recalls', 'campaign-joins', 'prices',
] as const satisfies readonly DemoFeed[];

/** A row and the UTC day with whose file it arrives. */
export interface Arrival<F extends DemoFeed = DemoFeed> {
  day: string;
  row: DemoRows[F];
}

/** Whoever of the demo staff has a part in the world: the name of the e-mail address. */
export type DemoPerson = 'operations' | 'operations2' | 'compliance' | 'compliance2' | 'support';

/** One file of a feed. */
export type ImportStep = { [F in DemoFeed]: { step: 'import'; feed: F; rows: DemoRows[F][] } }[DemoFeed];

/** What the daily routine does by itself; days are `YYYY-MM-DD`, months `YYYY-MM`. */
export type RoutineStep =
  | { step: 'commission'; day: string }
  | { step: 'bonus'; day: string }
  | { step: 'evaluation'; month: string }
  | { step: 'payout'; day: string };

/** A decision about the tier review that the evaluation of `month` left for an affiliate; an approval holds from `at` on (TIE-5). */
export interface ReviewStep {
  step: 'review';
  at: number;
  by: 'operations' | 'operations2';
  verb: 'approve' | 'reject';
  affiliate_uid: string;
  /** The evaluated month `YYYY-MM`. */
  month: string;
  comment: string;
}

/** The payment system's file about the released lines of a day's batch (PAY-3). */
export interface ConfirmStep {
  step: 'confirm';
  day: string;
  /** The instant of the first line; the others follow by seconds. */
  from: number;
  /** The affiliates whose lines in USDT fail. */
  fails: string[];
}

/** What the other system says of the vouchers and trial funds that the runs up to a day awarded (CAM-6). */
export interface DistributeStep {
  step: 'distribute';
  day: string;
  /** Invitees whose own fail. */
  fails: string[];
}

/** What operations do to a campaign, by its code. */
export type CampaignStep =
  | { step: 'create-campaign'; body: CampaignBody }
  | { step: 'move-campaign'; code: string; verb: CampaignVerb; comment: string | null }
  | { step: 'change-campaign'; code: string; change: Omit<NewCampaignVersion, 'campaign_id'> }
  | { step: 'approve-campaign-change'; code: string; comment: string }
  | { step: 'join-campaign'; code: string; affiliate_uid: string };

/** What staff do about applications, content and care (ENR-6, ENR-8, CAM-5). */
export type GrowthStep =
  | CampaignStep
  | { step: 'decide-application'; uid: string; verb: 'approve' | 'reject'; comment: string }
  | { step: 'submit-content'; content: NewContentReview }
  | { step: 'decide-content'; affiliate_uid: string; url: string; decision: ContentDecision }
  | { step: 'assign-manager'; affiliate_uid: string; manager: DemoPerson; reason: string };

/** What staff do to the whole of a batch or an affiliate's standing. */
export type StandingStep =
  | { step: 'release'; day: string; comment: string | null }
  | ({ step: 'ask-change' } & NewStatusChange)
  | { step: 'decide-change'; verb: 'approve' | 'reject' | 'cancel'; affiliate_uid: string; kind: NewStatusChange['kind']; comment: string }
  | { step: 'ask-boost'; affiliate_uid: string; from: string; to: string; text: string }
  | { step: 'approve-boost'; affiliate_uid: string; comment: string }
  | { step: 'ask-override'; feed: DemoFeed; day: string; reason: string };

/** Which of an affiliate's records in USDT: the largest that was paid, the newest that earns, or one that falls short; or the first bonus that was paid. */
export type WhichRecord = 'largest_paid' | 'newest' | 'shortfall' | 'bonus';

/** What staff ask and decide about single records, and what they write down. */
export type RecordStep =
  | {
    step: 'ask-reversal' | 'ask-correction';
    affiliate_uid: string;
    of: WhichRecord;
    reason_code: NewStatusChange['reason_code'];
    text: string;
  }
  | { step: 'approve-reversal'; affiliate_uid: string; comment: string }
  | { step: 'note'; about: NoteSubject; affiliate_uid: string; kind: 'note' | 'feedback'; text: string };

/** The affiliate itself, its pending suspension, or its last line in such a state. */
export type NoteSubject = 'affiliate' | 'suspension' | { line: PayoutLineRow['status'] };

/** What one of the staff does. */
export type StaffStep = { by: DemoPerson } & (StandingStep | RecordStep | GrowthStep);

/** One thing to do, at its instant (ms, UTC). */
export type DemoStep = { at: number } & (ImportStep | RoutineStep | ConfirmStep | DistributeStep | StaffStep | ReviewStep);
