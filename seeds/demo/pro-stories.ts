import type { AffiliateStory, SingleStory } from './story.ts';

/** Affiliates of `pro`, who set their own ratios within the rulebook's ceilings (REF-4). */
export const proStories: AffiliateStory[] = [
  {
    key: 'media-house', programme: 'pro', country: 'AE', joins: [-9, 18], activations: [[-1, 6]],
    ratios: [
      { at: [0, 2], family: 'spot_margin', bps: 2500 },
      { at: [0, 2], family: 'futures', bps: 1500 },
      { at: [4, 12], family: 'spot_margin', bps: 4000 },
    ],
    volumes: [
      214_300, 236_750, 251_120, 248_905, 289_440, 312_615, 298_070, 335_280, 341_925, 367_130, 352_460, 388_215,
      401_000,
    ],
    trades: 22,
    invitees: [
      { country: 'BR', joins: [-1, 20] },
      { country: 'NG', joins: [0, 14] },
      { country: 'TR', joins: [1, 9], changes: [{ at: [5, 9], field: 'country', value: 'NL' }] },
      { country: 'VN', joins: [12, 12], first: { deposit: 500_00, volume: 2_760_90 } },
    ],
    scripted: [
      // Its currency has no price on that day (REF-9).
      { who: 'media-house.1', at: [11, 17], product: 'futures_coin', volume: 18_420_75, currency: 'ETH' },
    ],
  },
  {
    key: 'video-channel', programme: 'pro', country: 'BR', joins: [-4, 9], activations: [[1, 12]],
    ratios: [
      { at: [1, 13], family: 'spot_margin', bps: 3000 },
      { at: [3, 5], family: 'spot_margin', bps: 5500 },
      { at: [4, 2], family: 'futures', bps: 3500 },
      { at: [8, 21], family: 'spot_margin', bps: 3500 },
    ],
    volumes: [
      0, 61_240, 83_915, 97_350, 118_205, 126_480, 141_070, 133_615, 152_390, 164_725, 171_140, 159_860, 168_000,
    ],
    trades: 16,
    invitees: [
      { country: 'BR', joins: [0, 11] },
      { country: 'AE', joins: [5, 23] },
    ],
  },
  {
    key: 'newsletter', programme: 'pro', country: 'TR', joins: [2, 6], account_type: 'collaborator',
    activations: [[5, 4]],
    volumes: [0, 0, 0, 0, 0, 0, 28_340, 41_905, 46_270, 52_615, 57_080, 63_445, 60_000],
    trades: 12,
    invitees: [
      { country: 'TR', joins: [5, 16] },
      { country: 'VN', joins: [8, 4] },
    ],
  },
];

/** Accounts nobody earns on: without inviter, and two whose binding MiCA forbids (BIN-7). */
export const singleStories: SingleStory[] = [
  { key: 'refused-de', country: 'DE', joins: [4, 16], invited_by: 'media-house' },
  { key: 'refused-fr', country: 'FR', joins: [9, 8], invited_by: 'media-house' },
  { key: 'visitor-ng', country: 'NG', joins: [-7, 24] },
  { key: 'visitor-nl', country: 'NL', joins: [2, 18] },
];
