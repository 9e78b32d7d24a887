import type { Translated } from '../catalogue.ts';
import type * as english from '../en/campaigns.ts';

export const campaigns: Translated<typeof english.campaigns> = {};

export const campaignVersions: Translated<typeof english.campaignVersions> = {};

export const bonuses: Translated<typeof english.bonuses> = {};
