import type { Translated } from '../catalogue.ts';
import type * as english from '../en/label.ts';
import { action } from './action.ts';
import { campaignLabel } from './campaign-label.ts';
import { faults } from './faults.ts';

export const label: Translated<typeof english.label> = { ...faults, ...campaignLabel, action };
