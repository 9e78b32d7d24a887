import type { AffiliateStory } from './story.ts';

/** Affiliates of `referral` who enrolled late or never, whose enrolment ended, who came back (STA-1, STA-2, STA-5). */
export const referralTurns: AffiliateStory[] = [
  {
    key: 'patient', programme: 'referral', country: 'VN', joins: [-3, 12], invited_by: 'climber', activations: [[1, 9]],
    volumes: [0, 18_235, 21_470, 24_890, 27_055, 33_610, 38_140, 42_385, 46_020, 45_275, 43_930, 67_415, 61_000],
    trades: 14,
    invitees: [{ country: 'VN', joins: [0, 8] }],
  },
  {
    key: 'second-try', programme: 'referral', country: 'FR', joins: [1, 4], invited_by: 'patient',
    activations: [[4, 11]],
    volumes: [0, 0, 0, 8_140, 14_375, 19_060, 23_215, 28_490, 33_835, 39_150, 59_270, 63_845, 55_600],
    trades: 12,
    invitees: [{ country: 'FR', joins: [2, 15] }],
    decisions: [
      {
        month: 10, verb: 'reject', after: 2, by: 'operations2',
        comment: 'Single client just above the bound; the pattern of the last two days looks staged.',
      },
    ],
  },
  {
    key: 'turned-collaborator', programme: 'referral', country: 'DE', joins: [-7, 19], activations: [[0, 3]],
    changes: [{ at: [6, 14], field: 'account_type', value: 'collaborator' }],
    volumes: [31_260, 33_905, 58_120, 64_445, 71_030, 47_515, 43_280, 30_175, 28_640, 25_310, 27_095, 24_460, 25_000],
    trades: 12,
    invitees: [
      { country: 'DE', joins: [-1, 3] },
      { country: 'AE', joins: [4, 9] },
    ],
    decisions: [
      { month: 2, verb: 'approve', after: 1, by: 'operations', comment: 'Clear case, two active clients.' },
    ],
  },
  {
    key: 'returner', programme: 'referral', country: 'BR', joins: [-5, 27], activations: [[0, 3], [8, 5]],
    changes: [
      { at: [4, 11], field: 'account_type', value: 'institutional' },
      { at: [7, 20], field: 'account_type', value: 'normal' },
    ],
    volumes: [44_310, 57_905, 61_240, 113_580, 42_065, 38_720, 36_115, 34_950, 31_485, 45_230, 66_890, 69_375, 64_000],
    trades: 14,
    invitees: [
      { country: 'BR', joins: [-1, 16] },
      // Its VIP level is taken back in the last days, and the console hears of it late.
      { country: 'NG', joins: [8, 20], changes: [{ at: [10, 6], field: 'vip_level', value: '3' }] },
    ],
    decisions: [
      { month: 1, verb: 'approve', after: 2, by: 'operations2', comment: 'Meets the volume with a wide margin.' },
      {
        month: 10, verb: 'approve', after: 1, by: 'operations',
        comment: 'Came back at the entry tier, above 50,000 again.',
      },
    ],
  },
  {
    // Becomes a broker in the last days.
    key: 'trading-desk', programme: 'referral', country: 'NL', joins: [-2, 8], activations: [[3, 5]],
    volumes: [0, 0, 0, 12_310, 19_405, 24_880, 21_730, 27_460, 31_015, 33_940, 36_275, 38_120, 40_600],
    trades: 10,
    invitees: [{ country: 'NL', joins: [2, 9] }],
  },
  {
    key: 'never-activated', programme: 'referral', country: 'NG', joins: [-4, 2], activations: [],
    volumes: [5_480, 6_215, 4_930, 7_060, 6_645, 5_870, 8_105, 7_390, 6_020, 5_555, 6_310, 6_900, 0],
    trades: 6,
    invitees: [{ country: 'NG', joins: [-1, 27] }, { country: 'NG', joins: [9, 13] }],
  },
];
