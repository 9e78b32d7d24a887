/**
 * A small operations floor to tell a case on: a clock that the case sets, feeds that arrive, runs, payouts, and staff who ask and
 * decide. Everything goes through the services that the routes call, on the engine of this run.
 */
import { openDatabase, type Database } from '../../db/connection.ts';
import { row } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { decideBoost, requestBoost } from '../../server/boosts/service.ts';
import { formatInstant } from '../../server/calendar.ts';
import { runCommission } from '../../server/commissions/run.ts';
import { approveCorrection, requestCorrection } from '../../server/corrections/service.ts';
import { runEvaluation } from '../../server/evaluations/run.ts';
import { feedColumns, type Feed, type ImportFigures } from '../../server/feeds/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { balanceOf } from '../../server/payouts/balance.ts';
import type { Balance, PayoutResult } from '../../server/payouts/contract.ts';
import { runPayout } from '../../server/payouts/run.ts';
import { releasePayout, settleConflicts } from '../../server/payouts/service.ts';
import { decideResume, requestResume, stopPayouts } from '../../server/payouts/stops.ts';
import { Refusal } from '../../server/refusal.ts';
import { approveReversal, previewReversal, rejectRequest, requestReversal } from '../../server/reversals/service.ts';
import type { NewStatusChange, StatusChangeKind, StatusChangePreview } from '../../server/status-changes/contract.ts';
import { approveChange, closeChange, previewOfRequest } from '../../server/status-changes/decide.ts';
import { settleDue } from '../../server/status-changes/due.ts';
import { fileChange } from '../../server/status-changes/file.ts';
import { openTestDatabase, type Filling } from '../database.ts';
import type { AnyRow } from '../worlds/feeds.ts';
import { moment } from '../worlds/story.ts';
import { actorOf, emptyFloor, type Person } from './people.ts';

export const COMMENT = 'as the case says, with reasons';
const because = { reason_code: 'other', text: COMMENT } as const;

/** Rows of a feed that arrive as one file. */
export interface Arrival {
  feed: Feed;
  rows: readonly AnyRow[];
}

export class Floor {
  database: Database;
  readonly url: string;
  readonly clock = { now: (): number => this.time };
  private readonly remove: () => Promise<void>;
  private time = 0;

  constructor(database: Database, url: string, remove: () => Promise<void>) {
    this.database = database;
    this.url = url;
    this.remove = remove;
  }

  static async open(filling: Filling = emptyFloor): Promise<Floor> {
    const { database, url, close } = await openTestDatabase({ filling });
    return new Floor(database, url, close);
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.remove();
  }

  /** The process ends, and another one begins on the same database. */
  async restart(): Promise<void> {
    await this.database.close();
    this.database = openDatabase(this.url);
  }

  /** Sets the clock to a moment (`2026-01-10 02:00`). */
  at(text: string): this {
    this.time = Date.parse(moment(text));
    return this;
  }

  get instant(): string {
    return formatInstant(this.time);
  }

  /** Files arrive, in this order, now; answers the figures of each. */
  async take(...files: Arrival[]): Promise<ImportFigures[]> {
    const figures: ImportFigures[] = [];
    for (const { feed, rows } of files) figures.push(await this.file(feed, csvOf(feed, rows)));
    return figures;
  }

  /** One file of any feed, as CSV text. */
  async file(feed: Feed, csv: string): Promise<ImportFigures> {
    const bytes = new TextEncoder().encode(csv);
    const job = { feed, file_name: `${feed}.csv`, bytes_total: bytes.length, dry_run: false, actor: systemActor };
    return (await importFile(this.database, this.clock, job, (async function* () { yield bytes; })())).figures;
  }

  commission(day: string): ReturnType<typeof runCommission> {
    return runCommission(this.database, this.clock, day, systemActor);
  }

  evaluation(month: string): ReturnType<typeof runEvaluation> {
    return runEvaluation(this.database, this.clock, month, systemActor);
  }

  /** The batch of a day; by the routine, or by hand. */
  payout(day: string, who?: Person): Promise<PayoutResult> {
    return runPayout(this.database, this.clock, day, who ? actorOf(who) : systemActor);
  }

  /** The commission run and the payout of a day, and the batch goes out at once; answers the batch. */
  async payday(day: string): Promise<string> {
    await this.commission(day);
    const { batch_id, lines } = await this.payout(day);
    if (lines > 0) await this.release(batch_id as string);
    return batch_id as string;
  }

  release(batch: string | null, who: Person = 'ona'): Promise<void> {
    return releasePayout(this.database, this.clock, actorOf(who), Number(batch), null);
  }

  /** A file of the payment system: a line a row. */
  async confirm(...list: [line: string | number, status: 'paid' | 'failed', reference?: string][]): Promise<ImportFigures> {
    const rows = list.map(([line, status, reference = 'ref']) => ({ line_id: String(line), status, at: this.instant, reference }));
    const [figures] = await this.take({ feed: 'payout-confirmations', rows });
    return figures as ImportFigures;
  }

  settleConflicts(who: Person, line: number): Promise<void> {
    return settleConflicts(this.database, this.clock, actorOf(who), line, COMMENT);
  }

  balance(uid: string): Promise<Balance[]> {
    return balanceOf(this.database.read, uid, this.time);
  }

  stop(who: Person): Promise<number> {
    return stopPayouts(this.database, this.clock, actorOf(who), COMMENT);
  }

  askToResume(who: Person, id: number): Promise<void> {
    return requestResume(this.database, this.clock, actorOf(who), id, COMMENT);
  }

  resume(who: Person, id: number, decision: 'approve' | 'reject' = 'approve'): Promise<void> {
    return decideResume(this.database, this.clock, actorOf(who), id, decision, COMMENT);
  }

  /** What the clock alone decides, as the scheduler does it. */
  tick(): Promise<void> {
    return this.database.transaction((transaction) => settleDue(transaction, this.time));
  }

  /** Files a request as it stands; answers its id. */
  ask(who: Person, uid: string, kind: StatusChangeKind, said: Partial<NewStatusChange> = {}): Promise<number> {
    return fileChange(this.database, this.clock, actorOf(who), { affiliate_uid: uid, kind, ...because, evidence: [], ...said });
  }

  preview(id: number): Promise<StatusChangePreview> {
    return previewOfRequest(this.database, this.clock, id);
  }

  /** Approves what the preview shows now, or what was seen before. */
  async approve(who: Person, id: number, seen?: StatusChangePreview): Promise<StatusChangePreview> {
    const preview = seen ?? (await this.preview(id));
    await approveChange(this.database, this.clock, actorOf(who), id, { comment: COMMENT, preview: preview.version });
    return preview;
  }

  reject(who: Person, id: number): Promise<void> {
    return closeChange(this.database, this.clock, actorOf(who), id, 'reject', COMMENT);
  }

  cancel(who: Person, id: number): Promise<void> {
    return closeChange(this.database, this.clock, actorOf(who), id, 'cancel', null);
  }

  /** Asked for and approved in one go, by two people. */
  async change(uid: string, kind: StatusChangeKind, said: Partial<NewStatusChange> = {}): Promise<number> {
    const id = await this.ask('carl', uid, kind, said);
    await this.approve('cleo', id);
    return id;
  }

  async state(id: number): Promise<string> {
    return (await row<{ state: string }>(this.database.read, 'SELECT state FROM status_changes WHERE id = :id', { id }))?.state ?? '';
  }

  askReversal(who: Person, recordId: number): Promise<number> {
    return requestReversal(this.database, this.clock, actorOf(who), { record_id: String(recordId), ...because });
  }

  async approveReversal(who: Person, id: number): Promise<void> {
    const { version } = await previewReversal(this.database.read, id);
    await approveReversal(this.database, this.clock, actorOf(who), id, { comment: COMMENT, preview: version });
  }

  rejectReversal(who: Person, id: number): Promise<void> {
    return rejectRequest(this.database, this.clock, actorOf(who), 'reversals', id, COMMENT);
  }

  /** Asked for by carl, approved by cleo. */
  async reverse(recordId: number): Promise<void> {
    await this.approveReversal('cleo', await this.askReversal('carl', recordId));
  }

  askCorrection(who: Person, recordId: number, amount?: string): Promise<number> {
    return requestCorrection(this.database, this.clock, actorOf(who), { record_id: String(recordId), ...because, amount });
  }

  approveCorrection(who: Person, id: number): Promise<void> {
    return approveCorrection(this.database, this.clock, actorOf(who), id, COMMENT);
  }

  rejectCorrection(who: Person, id: number): Promise<void> {
    return rejectRequest(this.database, this.clock, actorOf(who), 'corrections', id, COMMENT);
  }

  /** A boost of `partner` for `[from, to)`; of one affiliate, or of the whole programme. Asked for by ona. */
  askBoost(from: string, to: string, uid?: string): Promise<number> {
    return requestBoost(this.database, this.clock, actorOf('ona'), {
      affiliate_uid: uid, programme: 'partner', from: moment(from), to: moment(to), text: COMMENT,
    });
  }

  decideBoost(who: Person, id: number, decision: 'approve' | 'reject' = 'approve'): Promise<void> {
    return decideBoost(this.database, this.clock, actorOf(who), id, decision, COMMENT);
  }
}

function csvOf(feed: Feed, rows: readonly AnyRow[]): string {
  const lines = rows.map((one) => feedColumns[feed].map((column) => one[column] ?? '').join(','));
  return [feedColumns[feed].join(','), ...lines].join('\n');
}

/** What a story knows no words for: an affiliate leaves by its own wish (ENR-7). */
export function leaves(uid: string, on: string, id = `leaves-${uid}-${on}`): Arrival {
  const deactivation_id = id.replaceAll(/[^\w:.-]/g, '_');
  return { feed: 'deactivations', rows: [{ deactivation_id, uid, ended_at: moment(on) }] };
}

/** Rows of one feed in one file. */
export function together(...files: Arrival[]): Arrival {
  const [first] = files as [Arrival];
  if (files.some((file) => file.feed !== first.feed)) throw new Error('a file holds rows of one feed');
  return { feed: first.feed, rows: files.flatMap((file) => file.rows) };
}

/** The code of the refusal that a step meets; `done` where it meets none. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
}
