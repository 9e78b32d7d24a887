import { recallRefusalCodes } from '../recalls/contract.ts';

/** The feeds of CONTRACT 1 that this console takes in, with their columns. */
export const feedColumns = {
  accounts: ['uid', 'registered_at', 'country', 'account_type', 'kyc_level', 'vip_level', 'email', 'name', 'referral_code', 'inviter_code',
    'inviter_channel', 'inviter_campaign'],
  'account-events': ['event_id', 'uid', 'occurred_at', 'field', 'value'],
  activations: ['activation_id', 'uid', 'programme', 'activated_at'],
  deactivations: ['deactivation_id', 'uid', 'ended_at'],
  applications: ['application_id', 'uid', 'applied_at', 'channels', 'audience', 'text'],
  ratios: ['ratio_id', 'uid', 'family', 'ratio_bps', 'set_at'],
  trades: ['trade_id', 'uid', 'executed_at', 'product', 'volume_usdt', 'fee', 'fee_offset', 'fee_currency', 'via_api'],
  transfers: ['transfer_id', 'uid', 'occurred_at', 'direction', 'source', 'amount_usdt'],
  recalls: ['recall_id', 'uid', 'inviter_code', 'via', 'attempted_at', 'confirmed_at'],
  'campaign-joins': ['join_id', 'campaign_code', 'uid', 'joined_at'],
  prices: ['currency', 'day', 'usdt'],
  'payout-confirmations': ['line_id', 'status', 'at', 'reference'],
  'bonus-confirmations': ['bonus_id', 'status', 'at', 'reference'],
  manifests: ['feed', 'day', 'rows', 'control_sum'],
} as const;

export type Feed = keyof typeof feedColumns;
export const feeds = Object.keys(feedColumns) as Feed[];

/** What a rejects file carries behind the original columns; ignored when such a file is imported again. */
export const rejectColumns = ['line', 'column', 'code'] as const;

export const eventFields = ['account_type', 'kyc_level', 'vip_level', 'country', 'activity'] as const;
export const transferDirections = ['in', 'out'] as const;
export const transferSources = ['crypto', 'fiat', 'third_party', 'p2p', 'internal'] as const;
export const inviterChannels = ['link', 'code'] as const;
export const confirmationStatuses = ['paid', 'failed'] as const;
export const bonusConfirmationStatuses = ['distributed', 'failed'] as const;

/** Codes of a rejected row, in the order in which several stand (CONTRACT 1). */
export const rowFaultCodes = [
  'bad_instant', 'bad_amount', 'too_many_decimals', 'too_large', 'unknown_uid', 'unknown_line', 'not_released', 'referral_code_taken',
  'before_registration', 'offset_exceeds_fee', 'unknown_value', 'missing_value', 'bad_id', 'bad_csv',
  'programme_not_running', 'already_enrolled', 'account_type_not_eligible', 'kyc_not_advanced', 'not_enrolled',
  ...recallRefusalCodes, 'campaign_not_joinable', 'campaign_not_open', 'campaign_region', 'already_joined',
] as const;
export type RowFaultCode = (typeof rowFaultCodes)[number];

/** Why an accepted account stays unbound (BIN-5, BIN-7, STA-7), in the order in which several stand. */
export const bindingRefusalCodes = ['unknown_inviter_code', 'self_referral', 'mica_region', 'inviter_restricted'] as const;
export type BindingRefusalCode = (typeof bindingRefusalCodes)[number];

export interface ImportFigures {
  feed: Feed;
  rows: number;
  accepted: number;
  duplicates: number;
  conflicts: number;
  rejected: number;
  bindings_refused: number;
  import_id: string | null;
}
