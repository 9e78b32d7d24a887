/** Every golden case, in the order of the rules. */
import type { GoldenCase } from '../expectation.ts';
import { BIN_CASES } from './bin.ts';
import { ENR_CASES } from './enr.ts';
import { FEEDS_CASES } from './feeds.ts';
import { PARTNER_CASES } from './partner.ts';
import { PAY_CASES } from './pay.ts';
import { REF_AMOUNT_CASES } from './ref-amount.ts';
import { REF_CASES } from './ref.ts';
import { STA_CASES } from './sta.ts';
import { TIE_REVIEW_CASES } from './tie-review.ts';
import { TIE_CASES } from './tie.ts';

export const GOLDEN_CASES: GoldenCase[] = [
  ...ENR_CASES, ...STA_CASES, ...BIN_CASES, ...TIE_CASES, ...TIE_REVIEW_CASES, ...PARTNER_CASES,
  ...REF_CASES, ...REF_AMOUNT_CASES, ...FEEDS_CASES, ...PAY_CASES,
];
