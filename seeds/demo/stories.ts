import { growthStories } from './growth/affiliates.ts';
import { partnerStories } from './partner-stories.ts';
import { proStories } from './pro-stories.ts';
import { referralClimbs } from './referral-climbs.ts';
import { referralNewcomers } from './referral-newcomers.ts';
import { referralTurns } from './referral-turns.ts';
import type { AffiliateStory } from './story.ts';

/** Every account that has invited others. */
export const affiliateStories: readonly AffiliateStory[] = [
  ...referralClimbs, ...referralTurns, ...referralNewcomers, ...partnerStories, ...proStories, ...growthStories,
];
