import type { Translated } from '../catalogue.ts';
import type * as english from '../en/campaign-resources.ts';

export const campaignResources: Translated<typeof english.campaignResources> = {};
