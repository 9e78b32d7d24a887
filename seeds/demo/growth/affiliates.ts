import type { AffiliateStory } from '../story.ts';

/** Affiliates that the growth side works with: two admitted by application, three whose newcomers are worth a look (RSK-1). */
export const growthStories: AffiliateStory[] = [
  {
    key: 'podcast', programme: 'pro', country: 'BR', joins: [5, 7], applies: true, activations: [],
    volumes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 18_430, 27_915, 24_200],
    trades: 8,
    invitees: [{ country: 'BR', joins: [9, 14] }, { country: 'TR', joins: [9, 23] }],
  },
  {
    key: 'trading-school', programme: 'pro', country: 'NG', joins: [8, 22], applies: true, activations: [],
    volumes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    trades: 4,
    invitees: [],
  },
  {
    key: 'deal-forum', programme: 'referral', country: 'TR', joins: [7, 9], activations: [[9, 4]],
    volumes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9_415, 11_230, 10_600],
    trades: 6,
    invitees: [{ country: 'TR', joins: [9, 11] }],
  },
  {
    key: 'family-circle', programme: 'referral', country: 'NG', joins: [6, 18], activations: [[8, 12]],
    volumes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 5_310, 6_040, 7_225, 6_900],
    trades: 5,
    invitees: [{ country: 'NG', joins: [8, 20] }],
  },
  {
    key: 'coupon-board', programme: 'referral', country: 'VN', joins: [8, 6], activations: [[10, 8]],
    volumes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4_105, 5_800],
    trades: 4,
    invitees: [{ country: 'VN', joins: [10, 15] }],
  },
];
