import type { BonusResult } from '../bonuses/contract.ts';
import type { PayoutResult } from '../payouts/contract.ts';

export const runKinds = ['commission', 'evaluation', 'payout', 'bonus'] as const;
export type RunKind = (typeof runKinds)[number];

export const runStates = ['running', 'done', 'failed'] as const;
export type RunState = (typeof runStates)[number];

/** What a commission run made (CONTRACT 2); `run_id` null of a dry run. A record that earns but is cut to 0 counts as earning. */
export interface CommissionResult {
  day: string;
  run_id: string | null;
  trades: number;
  earning: number;
  zero: number;
  by_reason: Record<string, number>;
  totals: { currency: string; amount: string }[];
}

export interface EvaluationResult {
  month: string;
  run_id: string | null;
  evaluated: number;
  promotions: number;
  retentions: number;
  demotions: number;
}

export type RunResult = CommissionResult | EvaluationResult | PayoutResult | BonusResult;

/** A run on the wire; `period` is its day or month, `progress` from 0 to 1. */
export interface RunRow {
  id: string;
  kind: RunKind;
  period: string;
  day: string | null;
  month: string | null;
  state: RunState;
  progress: number;
  result: RunResult | Record<string, never>;
  error: string | null;
  requested_by: string;
  started_at: string;
  finished_at: string | null;
}
