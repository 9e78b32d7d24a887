/** Plays a script of test/worlds on the product: the same services that the commands call, on the engine of this run. */
import type { Database } from '../../db/connection.ts';
import { row, rows } from '../../db/statement.ts';
import { systemActor, type Actor } from '../../server/audit/contract.ts';
import { runCommission } from '../../server/commissions/run.ts';
import { exportEvaluation } from '../../server/exports/exports.ts';
import { runEvaluation } from '../../server/evaluations/run.ts';
import { formatInstant } from '../../server/calendar.ts';
import { formatAmount } from '../../server/money.ts';
import { importFile } from '../../server/imports/service.ts';
import { Refusal } from '../../server/refusal.ts';
import { decideTierReview } from '../../server/tier-reviews/service.ts';
import Papa from 'papaparse';
import { keyOf, toCsv, type AnyRow } from '../worlds/feeds.ts';
import type { CommissionResult, EndState, EvaluationResult, ImportResult, ImportStep, Script, Step, StepResult } from '../worlds/naive.ts';
import type { EvaluationRow, NaiveRecord } from '../worlds/world.ts';

/** Long after everything: where a run has no `now` of its own. */
const LATER = Date.parse('2035-01-01T00:00:00Z');

export interface Figures {
  rows: number;
  accepted: number;
  duplicates: number;
  conflicts: number;
  rejected: number;
  bindings_refused: number;
}

export interface PlayedOnProduct {
  results: StepResult[];
  figures: (Figures | null)[];
  end: EndState;
}

export async function playOnProduct(database: Database, script: Script): Promise<PlayedOnProduct> {
  const player = new Player(database);
  const results: StepResult[] = [];
  const figures: (Figures | null)[] = [];
  for (const step of script) {
    player.figures = null;
    results.push(await player.perform(step));
    figures.push(player.figures);
  }
  return { results, figures, end: await endState(database) };
}

class Player {
  readonly database: Database;
  readonly kept = new Set<string>();
  figures: Figures | null = null;

  constructor(database: Database) {
    this.database = database;
  }

  perform(step: Step): Promise<StepResult> {
    if (step.step === 'import') return this.import(step);
    if (step.step === 'commission') return this.commission(step.day, step.now);
    if (step.step === 'evaluation') return this.evaluation(step.month, step.now);
    return this.decide(step.step, step.affiliate_uid, step.month, Date.parse(step.at));
  }

  private async import(step: ImportStep): Promise<ImportResult> {
    const bytes = new TextEncoder().encode(toCsv(step.feed, step.rows as never));
    const job = { feed: step.feed, file_name: 'file.csv', bytes_total: bytes.length, dry_run: false, actor: systemActor };
    const { figures } = await importFile(this.database, clockAt(LATER), job, (async function* () { yield bytes; })());
    const { feed: _feed, import_id, ...counts } = figures;
    this.figures = counts;
    const rejects = await rows<{ line: number; outcome: string; code: string }>(
      this.database.read, 'SELECT line, outcome, code FROM import_rejects WHERE import_id = :id', { id: Number(import_id) },
    );
    const refused = await rows<{ uid: string; codes: string }>(
      this.database.read,
      'SELECT a.uid, r.codes FROM binding_refusals r JOIN accounts a ON a.id = r.account_id WHERE r.import_id = :id',
      { id: Number(import_id) },
    );
    const list: readonly AnyRow[] = step.rows;
    const outcomes = list.map((item, index): ImportResult['outcomes'][number] => {
      const reject = rejects.find((one) => one.line === index + 2);
      if (reject) return reject.outcome === 'conflict' ? 'conflict' : `rejected:${reject.code}`;
      const key = `${step.feed} ${keyOf(step.feed, item)}`;
      if (this.kept.has(key)) return 'duplicate';
      this.kept.add(key);
      const unbound = step.feed === 'accounts' ? refused.find((one) => one.uid === item['uid']) : undefined;
      return unbound ? `binding_refused:${unbound.codes}` : 'accepted';
    });
    return { step: 'import', feed: step.feed, outcomes };
  }

  private async commission(day: string, now: string | undefined): Promise<CommissionResult> {
    const before = await row<{ id: number; runs: number }>(
      this.database.read, `SELECT (SELECT COALESCE(max(id), 0) FROM commission_records) AS id, (SELECT count(*) FROM runs) AS runs`,
    );
    const refused = await codeOf(() => runCommission(this.database, clockAt(now), day, systemActor));
    const after = await row<{ runs: number }>(this.database.read, 'SELECT count(*) AS runs FROM runs');
    const covered = refused.length === 0 && before?.runs === after?.runs;
    return { step: 'commission', day, refused, covered, records: await recordsAfter(this.database, before?.id ?? 0) };
  }

  private async evaluation(month: string, now: string | undefined): Promise<EvaluationResult> {
    const before = await row(this.database.read, 'SELECT 1 AS yes FROM closed_months WHERE month = :month', { month });
    const refused = await codeOf(() => runEvaluation(this.database, clockAt(now), month, systemActor));
    const list = refused.length === 0 ? await evaluationRows(this.database, month, clockAt(now).now()) : [];
    return { step: 'evaluation', month, refused, covered: refused.length === 0 && before !== undefined, rows: list };
  }

  private async decide(verb: 'approve' | 'reject', uid: string, month: string, at: number): Promise<StepResult> {
    const review = await row<{ id: number }>(
      this.database.read,
      'SELECT r.id FROM tier_reviews r JOIN accounts a ON a.id = r.affiliate_id WHERE a.uid = :uid AND r.month = :month',
      { uid, month },
    );
    const comment = `${verb}d as the script of this world says`;
    const refused = await codeOf(() => decideTierReview(this.database, { now: () => at }, operator, review?.id ?? 0, verb, comment));
    return { step: verb, affiliate_uid: uid, month, refused };
  }
}

/** Who decides in a script. */
export const operator: Actor = { staff_id: null, name: 'operations@demo.test', role: 'operations', request_id: null };

function clockAt(now: string | number | undefined): { now(): number } {
  const at = now === undefined ? LATER : typeof now === 'number' ? now : Date.parse(now);
  return { now: () => at };
}

async function codeOf(work: () => Promise<unknown>): Promise<string[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return [error.code];
    throw error;
  }
}

async function recordsAfter(database: Database, id: number): Promise<NaiveRecord[]> {
  const list = await rows<Record<string, string | number | null>>(
    database.read,
    `SELECT t.trade_id, i.uid AS inviter, e.uid AS invitee, c.programme, c.family, c.tier, c.rate_bps, CAST(c.base_e8 AS TEXT) AS base,
       CAST(c.amount_e8 AS TEXT) AS amount, c.currency, c.reason, c.checks, c.run_day
     FROM commission_records c JOIN trades t ON t.id = c.trade_ref JOIN accounts i ON i.id = c.inviter_id JOIN accounts e ON e.id = c.invitee_id
     WHERE c.id > :id ORDER BY t.trade_id`,
    { id },
  );
  return list.map((one) => ({
    ...one,
    programme: one['programme'] === '' ? null : one['programme'],
    base: formatAmount(BigInt(one['base'] as string)),
    amount: formatAmount(BigInt(one['amount'] as string)),
    reason: one['reason'] === '' ? null : one['reason'],
    checks: [...(one['checks'] as string)].map((check) => (check === '-' ? null : check === '1')),
  })) as unknown as NaiveRecord[];
}

async function evaluationRows(database: Database, month: string, at: number): Promise<EvaluationRow[]> {
  let text = '';
  for await (const chunk of await exportEvaluation(database.read, month, at)) text += chunk;
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return data.map((one) => ({
    affiliate_uid: one['affiliate_uid'],
    programme: one['programme'],
    tier_before: Number(one['tier_before']),
    qualified_invitees: one['qualified_invitees'] === '' ? null : Number(one['qualified_invitees']),
    qualified_volume_usdt: one['qualified_volume_usdt'],
    tier_reached: Number(one['tier_reached']),
    outcome: one['outcome'],
    boosted: one['boosted'] === 'true',
    review_state: one['review_state'] === '' ? null : one['review_state'],
  })) as EvaluationRow[];
}

async function endState(database: Database): Promise<EndState> {
  const FAR = 8_640_000_000_000_000;
  const enrolments = await rows<{ uid: string; programme: string; from_at: number; to_at: number; end_reason: string | null }>(
    database.read,
    `SELECT a.uid, p.programme, p.from_at, p.to_at, p.end_reason FROM enrolment_periods p JOIN accounts a ON a.id = p.account_id
     WHERE p.known_to = ${FAR} ORDER BY a.uid, p.from_at, p.enrolment_id`,
  );
  const bindings = await rows<{ invitee: string; inviter: string; bound_at: number }>(
    database.read,
    `SELECT e.uid AS invitee, i.uid AS inviter, b.bound_at FROM bindings b JOIN accounts e ON e.id = b.invitee_id
     JOIN accounts i ON i.id = b.inviter_id ORDER BY e.uid`,
  );
  const refused = await rows<{ invitee: string; code: string }>(
    database.read, 'SELECT a.uid AS invitee, r.codes AS code FROM binding_refusals r JOIN accounts a ON a.id = r.account_id ORDER BY a.uid',
  );
  const reviews = await rows<{ affiliate_uid: string; month: string; tier_from: number; tier_to: number; state: string; decided_at: number | null }>(
    database.read,
    `SELECT a.uid AS affiliate_uid, r.month, r.tier_from, r.tier_to, r.state, r.decided_at
     FROM tier_reviews r JOIN accounts a ON a.id = r.affiliate_id ORDER BY a.uid, r.month`,
  );
  return {
    enrolments: enrolments.map(({ from_at, to_at, ...one }) => ({
      ...one, activated_at: formatInstant(from_at), ended_at: to_at === FAR ? null : formatInstant(to_at),
    })),
    bindings: bindings.map((one) => ({ ...one, bound_at: formatInstant(one.bound_at) })),
    refused_bindings: refused,
    reviews: reviews.map((one) => ({ ...one, decided_at: one.decided_at === null ? null : formatInstant(one.decided_at) })),
  };
}
