import type { Translated } from '../catalogue.ts';
import type * as english from '../en/campaign-label.ts';

export const campaignLabel: Translated<typeof english.campaignLabel> = {};
