import type { DemoCountry } from './names.ts';
import type { AffiliateStory, InviteeStory } from './story.ts';

function newcomer(country: DemoCountry, month: number, day: number, deposit: number, volume: number): InviteeStory {
  return { country, joins: [month, day], first: { deposit, volume } };
}

/** Affiliates of `referral` for whom it comes down to the number of qualified invitees (TIE-1): five, or just not. */
export const referralNewcomers: AffiliateStory[] = [
  {
    key: 'five-friends', programme: 'referral', country: 'NG', joins: [-2, 14], activations: [[2, 4]],
    volumes: [0, 0, 0, 0, 16_420, 21_305, 19_870, 24_115, 30_540, 43_260, 52_385, 47_190, 44_000],
    trades: 12,
    invitees: [
      newcomer('NG', 3, 3, 250_00, 2_140_35),
      newcomer('NG', 3, 5, 100_00, 1_385_10),
      newcomer('NG', 3, 9, 1_200_00, 5_620_80),
      newcomer('FR', 3, 10, 180_50, 1_050_25),
      newcomer('NG', 3, 12, 640_00, 3_905_60),
    ],
    decisions: [
      {
        month: 3, verb: 'approve', after: 1, by: 'operations2',
        comment: 'Five invitees from one meetup, all verified.',
      },
      {
        month: 10, verb: 'approve', after: 2, by: 'operations',
        comment: 'Above 50,000 by the five invitees of the first promotion.',
      },
    ],
  },
  {
    key: 'one-cent-short', programme: 'referral', country: 'DE', joins: [5, 9], activations: [[9, 6]],
    volumes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 22_400],
    trades: 10,
    invitees: [
      newcomer('DE', 11, 3, 500_00, 2_110_45),
      newcomer('DE', 11, 4, 120_00, 1_460_00),
      newcomer('NL', 11, 6, 900_00, 3_215_70),
      newcomer('DE', 11, 8, 150_00, 1_012_30),
      newcomer('DE', 11, 9, 99_99, 2_405_15),
    ],
  },
  {
    key: 'almost-five', programme: 'referral', country: 'AE', joins: [4, 2], activations: [[7, 3]],
    volumes: [0, 0, 0, 0, 0, 0, 0, 12_415, 18_960, 26_705, 33_820, 51_265, 48_000],
    trades: 10,
    invitees: [
      { country: 'AE', joins: [6, 14] },
      newcomer('AE', 11, 2, 300_00, 1_240_60),
      newcomer('AE', 11, 3, 2_000_00, 1_875_25),
      newcomer('TR', 11, 5, 140_00, 1_120_90),
      newcomer('AE', 11, 7, 450_00, 1_530_40),
      { country: 'AE', joins: [11, 10], first: { deposit: 310_00, volume: 999_90, internal: 500_00 } },
    ],
  },
  {
    key: 'fifth-friend', programme: 'referral', country: 'BR', joins: [8, 17], activations: [[10, 2]],
    volumes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 18_600],
    trades: 10,
    invitees: [
      newcomer('BR', 11, 2, 410_00, 1_720_55),
      newcomer('BR', 11, 4, 130_00, 2_045_20),
      newcomer('BR', 11, 5, 275_00, 1_310_75),
      newcomer('TR', 11, 9, 600_00, 2_890_30),
      newcomer('BR', 11, 11, 100_00, 1_000_00),
      newcomer('BR', 12, 6, 340_00, 1_905_20),
    ],
  },
];
