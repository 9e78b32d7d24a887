import type { AffiliateStory } from './story.ts';

/** Affiliates of `partner`, whose level follows the volume of three months (TIE-8, TIE-10). */
export const partnerStories: AffiliateStory[] = [
  {
    // Example 1 of DOMAIN 5 on the first day of the running month: 10, 5, 5 stays Advanced, 5 to keep, 20 to Silver.
    key: 'keeps-advanced', programme: 'partner', country: 'AE', joins: [-9, 6], activations: [[0, 2]],
    volumes: [
      3_120_000, 5_240_000, 9_480_000, 6_015_000, 5_310_000, 6_190_000, 5_020_000, 6_330_000, 5_150_000,
      10_000_000, 5_000_000, 5_000_000, 4_100_000,
    ],
    trades: 18,
    invitees: [
      { country: 'AE', joins: [-6, 9] },
      { country: 'TR', joins: [-2, 20] },
      { country: 'AE', joins: [12, 17] },
    ],
  },
  {
    // Example 2: 5, 5, 3 falls from Advanced to Partner, 7 to reach Advanced again.
    key: 'falls-to-partner', programme: 'partner', country: 'TR', joins: [-8, 13], account_type: 'broker',
    activations: [[0, 6]],
    volumes: [
      2_415_000, 4_130_000, 5_920_000, 6_340_000, 5_205_000, 4_910_000, 5_660_000, 6_110_000, 6_000_000,
      5_000_000, 5_000_000, 3_000_000, 5_500_000,
    ],
    trades: 16,
    invitees: [{ country: 'TR', joins: [-5, 4] }, { country: 'DE', joins: [-1, 11] }],
  },
  {
    key: 'two-steps-down', programme: 'partner', country: 'FR', joins: [-7, 8], activations: [[0, 8]],
    volumes: [
      2_230_000, 28_415_000, 3_120_000, 2_345_000, 2_610_000, 3_305_000, 7_930_000, 11_240_000, 13_605_000,
      9_415_000, 4_220_000, 3_810_000, 5_000_000,
    ],
    trades: 14,
    invitees: [{ country: 'FR', joins: [-4, 22] }, { country: 'NL', joins: [0, 5] }],
  },
  {
    key: 'to-gold', programme: 'partner', country: 'VN', joins: [-11, 3], account_type: 'institutional',
    activations: [[0, 3]],
    volumes: [
      12_310_000, 16_140_000, 14_205_000, 19_430_000, 24_315_000, 27_220_000, 31_405_000, 35_310_000, 33_115_000,
      29_240_000, 22_430_000, 26_325_000, 30_000_000,
    ],
    trades: 26,
    invitees: [
      { country: 'VN', joins: [-8, 17], changes: [{ at: [4, 7], field: 'vip_level', value: '5' }] },
      { country: 'NG', joins: [-3, 10] },
    ],
  },
  {
    key: 'turned-market-maker', programme: 'partner', country: 'BR', joins: [-6, 25], activations: [[1, 10]],
    changes: [{ at: [9, 17], field: 'account_type', value: 'market_maker' }],
    volumes: [
      1_830_000, 2_640_000, 3_415_000, 4_720_000, 6_105_000, 7_310_000, 5_240_000, 4_905_000, 6_630_000,
      5_120_000, 2_415_000, 1_930_000, 2_000_000,
    ],
    trades: 12,
    invitees: [{ country: 'BR', joins: [-2, 6] }, { country: 'BR', joins: [3, 19] }],
  },
];
