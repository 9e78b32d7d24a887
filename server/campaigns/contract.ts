import { z } from 'zod';
import type { BonusState } from '../bonuses/contract.ts';
import type { CurrencySum } from '../commissions/contract.ts';
import { withRemark, words } from '../transitions/contract.ts';
import { audiences, campaignKinds, documentShape, type Audience, type CampaignDocument, type CampaignKind, type CampaignTask } from './contract-document.ts';
import type { CampaignState, CampaignVersionState } from './contract-steps.ts';

export * from './contract-document.ts';
export * from './contract-steps.ts';

/** What people do with a campaign; the clock does the rest. */
export const campaignVerbs = ['activate', 'pause', 'end'] as const;
export type CampaignVerb = (typeof campaignVerbs)[number];

export const codeForm = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;
const code = z.string().regex(codeForm, 'is no code');

/** A draft: `POST /api/campaigns`, and `PUT /api/campaigns/:id` as long as it is one. */
export const campaignBody = z.strictObject({
  code,
  kind: z.enum(campaignKinds),
  audience: z.enum(audiences).default('all'),
  ...documentShape,
  texts: documentShape.texts.default({}),
  regions: documentShape.regions.default([]),
  programmes: documentShape.programmes.default([]),
  cap_per_affiliate: documentShape.cap_per_affiliate.default(null),
});
export type CampaignBody = z.infer<typeof campaignBody>;

/** A change of what is no draft any more: the fields that change, and why. */
export const newCampaignVersion = z.strictObject({
  campaign_id: z.string().min(1).max(20),
  reason: words,
  ...z.strictObject(documentShape).partial().shape,
});
export type NewCampaignVersion = z.infer<typeof newCampaignVersion>;

/** An approval may name the preview that was seen. */
export const campaignVersionApproval = withRemark.one.extend({ preview: z.string().min(1).max(100).optional() });
/** Joining by staff, as of now. */
export const joinBody = z.strictObject({ affiliate_uid: z.string().min(1).max(64) });

/** Why an affiliate cannot join (CAM-1, CAM-6, STA-7): all that apply, in this order. */
export const joinRefusalCodes = ['not_enrolled', 'inviter_restricted', 'campaign_not_joinable', 'campaign_not_open', 'campaign_region', 'already_joined'] as const;
export type JoinRefusal = (typeof joinRefusalCodes)[number];

/** A campaign on the wire: its version in force, or its draft. */
export interface CampaignRow extends CampaignDocument {
  id: string;
  code: string;
  kind: CampaignKind;
  audience: Audience;
  state: CampaignState;
  version: number;
  currency: string;
  /** Awarded, distributed or not; what is reversed or failed is free again. */
  committed: string;
  distributed: string;
  left: string;
  joined: number;
  /** A version of it that waits for a second person. */
  pending_version_id: string | null;
  created_by: string;
  created_at: string;
  ended_at: string | null;
}

export type FieldChanges = Partial<Record<keyof CampaignDocument, { old: unknown; new: unknown }>>;

export interface CampaignVersionRow {
  id: string;
  campaign_id: string;
  campaign_code: string;
  version: number;
  state: CampaignVersionState;
  name: string;
  document: CampaignDocument;
  changes: FieldChanges;
  second_person: boolean;
  reason: string | null;
  requested_by: string;
  requested_at: string;
  decided_by: string | null;
  decided_at: string | null;
  comment: string | null;
  in_force_from: string | null;
  in_force_to: string | null;
}

/** Promises of one version: invitees that can still reach their tasks, and what they would cost. */
export interface PromisedByVersion {
  version: number;
  invitees: number;
  amount: string;
}

/** CAM-3: what a change does to money. `GET /api/campaign-versions/:id/preview`; equal effects have equal versions. */
export interface CampaignVersionPreview {
  version: string;
  campaign_id: string;
  campaign_code: string;
  before: CampaignDocument;
  after: CampaignDocument;
  changes: FieldChanges;
  second_person: boolean;
  currency: string;
  committed: string;
  distributed: string;
  /** Still to be promised: the budget's rest once every open promise is kept, not below zero. */
  budget_left: { before: string; after: string };
  to_be_promised: { before: string; after: string };
  /** Stay under the version that they were promised under. */
  already_promised: PromisedByVersion[];
  /** The most that one affiliate has committed, against the cap. */
  most_of_one_affiliate: string;
  /** Why it could not be approved now. */
  refused: { code: string; field: string; committed: string } | null;
}

/** Bonuses of one join in one state and currency. */
export interface JoinBonuses extends CurrencySum {
  state: BonusState;
  bonuses: number;
}

/** An affiliate who joined a campaign (CAM-1): until `ended_at`, when the enrolment ended that was open then. */
export interface CampaignJoinRow {
  id: string;
  campaign_id: string;
  campaign_code: string;
  affiliate_uid: string;
  joined_at: string;
  ended_at: string | null;
  current: boolean;
  /** A member of staff, or `system` by feed. */
  requested_by: string;
  /** Earned while the join held. */
  bonuses: JoinBonuses[];
}

/** Why there is no link to share. */
export const noLinkReasons = ['not_open', 'not_enrolled', 'restricted', 'programme', 'region', 'not_joined', 'no_code'] as const;
export type NoLinkReason = (typeof noLinkReasons)[number];

/** One campaign for one affiliate. `GET /api/campaigns/:id/links?affiliate=<uid>`, `GET /api/affiliates/:uid/campaigns`. */
export interface CampaignLink {
  campaign_id: string;
  code: string;
  name: string;
  kind: CampaignKind;
  audience: Audience;
  state: CampaignState;
  affiliate_uid: string;
  joined_at: string | null;
  link: string | null;
  why_not: NoLinkReason | null;
}

/** How far a promise has come. */
export const progressStates = ['open', 'reached', 'waiting', 'awarded', 'missed', 'left'] as const;
export type ProgressState = (typeof progressStates)[number];

/** One invitee's tasks (CAM-4). `GET /api/campaigns/:id/progress?affiliate&range`. */
export interface CampaignProgressRow {
  id: string;
  invitee_uid: string;
  affiliate_uid: string;
  version: number;
  promised_at: string;
  tasks: CampaignTaskProgress[];
  state: ProgressState;
  /** Of `waiting`: `budget_exhausted` or `cap_reached`. */
  reason: string | null;
  earned_at: string | null;
  bonus_ids: string[];
}

export type CampaignTaskProgress = CampaignTask & {
  /** What was measured so far: a level, or an amount in USDT. */
  measured: string | null;
  reached_at: string | null;
  due_at: string | null;
};
