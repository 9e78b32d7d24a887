import type { AffiliateStory } from './story.ts';

/**
 * Affiliates of `referral` whose invitees' volume moves them up and down the ladder (TIE-2, TIE-4 to TIE-6);
 * one leaves it when its account becomes institutional (STA-2).
 */
export const referralClimbs: AffiliateStory[] = [
  {
    key: 'climber', programme: 'referral', country: 'FR', joins: [-6, 4], activations: [[0, 2]],
    volumes: [
      28_412, 57_340, 66_108, 118_275, 131_460, 124_905, 82_310, 74_655, 109_220, 112_840, 121_375, 139_060, 120_480,
    ],
    trades: 20,
    invitees: [
      { country: 'DE', joins: [-2, 10] },
      { country: 'NL', joins: [3, 6], changes: [{ at: [6, 19], field: 'vip_level', value: '1' }] },
      { country: 'FR', joins: [7, 20] },
      { country: 'FR', joins: [12, 3], first: { deposit: 220_00, volume: 1_310_45 } },
    ],
    decisions: [
      { month: 1, verb: 'approve', after: 1, by: 'operations', comment: 'Volume from two long-standing clients.' },
      {
        month: 3, verb: 'approve', after: 2, by: 'operations2',
        comment: 'Above 100,000 with a normal spread of trades.',
      },
      {
        month: 8, verb: 'reject', after: 2, by: 'operations',
        comment: 'Two thirds of the volume is one client hedging in both directions; wait for another month.',
      },
      { month: 9, verb: 'approve', after: 1, by: 'operations2', comment: 'Volume confirmed in a second month.' },
    ],
  },
  {
    key: 'up-and-down', programme: 'referral', country: 'TR', joins: [-4, 21], activations: [[0, 4]],
    volumes: [
      21_530, 61_280, 38_475, 35_120, 58_060, 63_415, 71_290, 68_845, 44_130, 41_705, 56_930, 126_540, 93_200,
    ],
    trades: 16,
    invitees: [
      { country: 'TR', joins: [-1, 12] },
      {
        country: 'AE', joins: [2, 8],
        changes: [
          { at: [5, 6], field: 'vip_level', value: '3' },
          { at: [9, 6], field: 'vip_level', value: '2' },
        ],
      },
    ],
    decisions: [
      {
        month: 1, verb: 'approve', after: 2, by: 'operations',
        comment: 'Checked the five largest trades, all plausible.',
      },
      {
        month: 4, verb: 'reject', after: 1, by: 'operations2',
        comment: 'Open question with the affiliate about a campaign page; not before it is answered.',
      },
      { month: 5, verb: 'approve', after: 1, by: 'operations2', comment: 'Question answered, page corrected.' },
      { month: 10, verb: 'approve', after: 2, by: 'operations', comment: 'Back above 50,000, nothing unusual.' },
    ],
  },
  {
    key: 'slow-burner', programme: 'referral', country: 'BR', joins: [-8, 15], activations: [[0, 5]],
    volumes: [22_140, 25_615, 31_070, 36_390, 41_225, 53_480, 58_105, 61_760, 57_330, 104_615, 117_040, 88_270, 79_900],
    trades: 14,
    invitees: [
      { country: 'BR', joins: [-1, 23] },
      { country: 'BR', joins: [6, 2] },
    ],
    scripted: [
      // Arrives after the evaluation of its month, so that it counts for the next (TIE-3).
      {
        who: 'slow-burner.1', at: [9, 27], product: 'spot', volume: 846_30, currency: 'USDT', arrives: [10, 3],
      },
    ],
    decisions: [
      { month: 5, verb: 'approve', after: 1, by: 'operations', comment: 'Steady growth over six months.' },
      {
        month: 9, verb: 'approve', after: 2, by: 'operations2',
        comment: 'Second client trades through spot and copy only.',
      },
    ],
  },
  {
    key: 'forgotten', programme: 'referral', country: 'NL', joins: [-3, 7], activations: [[0, 9]],
    volumes: [26_055, 29_480, 33_315, 37_940, 42_110, 61_735, 64_290, 68_020, 72_455, 70_180, 66_870, 115_390, 98_700],
    trades: 14,
    invitees: [
      { country: 'NL', joins: [-1, 5] },
      { country: 'DE', joins: [5, 17], changes: [{ at: [8, 3], field: 'country', value: 'FR' }] },
    ],
    decisions: [
      {
        month: 6, verb: 'approve', after: 1, by: 'operations',
        comment: 'Last month’s review was left undecided; the condition is met again.',
      },
    ],
  },
  {
    key: 'shooting-star', programme: 'referral', country: 'VN', joins: [-5, 11], activations: [[0, 19]],
    changes: [{ at: [11, 20], field: 'account_type', value: 'institutional' }],
    volumes: [12_380, 14_065, 17_910, 19_245, 25_730, 28_115, 33_460, 38_205, 44_590, 106_325, 72_040, 41_815, 38_300],
    trades: 14,
    invitees: [
      { country: 'VN', joins: [-1, 8] },
      { country: 'VN', joins: [7, 25], changes: [{ at: [10, 14], field: 'vip_level', value: '2' }] },
    ],
    decisions: [
      { month: 9, verb: 'approve', after: 1, by: 'operations2', comment: 'New client with large but regular orders.' },
    ],
  },
  {
    key: 'leap', programme: 'referral', country: 'TR', joins: [-1, 26], activations: [[2, 7]],
    volumes: [0, 6_120, 11_455, 15_030, 18_790, 24_265, 27_340, 31_180, 29_615, 35_470, 38_905, 108_160, 94_000],
    trades: 12,
    invitees: [
      { country: 'TR', joins: [0, 20] },
      { country: 'DE', joins: [5, 3] },
    ],
  },
];
