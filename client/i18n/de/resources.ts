import type { Translated } from '../catalogue.ts';
import type * as english from '../en/resources.ts';
import { campaignResources } from './campaign-resources.ts';
import { payday } from './payday-resources.ts';

export const resources: Translated<typeof english.resources> = { ...campaignResources, ...payday };
