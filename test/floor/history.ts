/**
 * A random history on a floor, beside a naive reading of who stood how (`naive-standing.ts`). Its steps (`steps-*.ts`) must do what
 * that reading expects, and what holds after each stands in `invariants.ts`.
 */
import type { Filling } from '../database.ts';
import { account, activates } from '../worlds/story.ts';
import type { RecordSeen } from './books.ts';
import { played } from './cast.ts';
import { together, type Floor } from './floor.ts';
import { NaiveStanding, type Trade, type Verdict } from './naive-standing.ts';

export const affiliates = ['ada', 'eve', 'ivy'] as const;
const programmes = { ada: 'referral', eve: 'pro', ivy: 'referral' } as const;
const inviters: Record<string, string> = { a1: 'ada', a2: 'ada', e1: 'eve', e2: 'eve', i1: 'ivy', i2: 'ivy' };
export const invitees = Object.keys(inviters);

export const MINUTE = 60_000;
export const DAY = 86_400_000;
export const BEGIN = Date.parse('2026-01-05T01:00:00Z');
const END = Date.parse('2026-01-29T00:00:00Z');

/** Three affiliates with two invitees each, all enrolled since 2026-01-02. */
export const threeAffiliates: Filling = played('three affiliates', (floor) => floor.at('2026-01-03').take(
  together(...affiliates.map((uid) => account(uid)), ...invitees.map((uid) => account(uid, { by: inviters[uid] as string }))),
  together(...affiliates.map((uid) => activates(uid, programmes[uid], '2026-01-02'))),
));

export class History {
  readonly floor: Floor;
  readonly naive = new NaiveStanding(inviters);
  readonly trades = new Map<string, Trade>();
  /** What was done and what came of it, a line a step: the story of a world that fails. */
  readonly log: string[] = [];
  now = BEGIN;
  coveredUntil = 0;
  lastBatchDay = '';
  private count = 0;

  constructor(floor: Floor) {
    this.floor = floor;
    for (const uid of affiliates) this.naive.activate(uid, programmes[uid], Date.parse('2026-01-02T00:00:00Z'));
    this.setClock(BEGIN);
  }

  /** The clock goes on, and stands still where the world ends. */
  setClock(at: number): void {
    this.now = Math.min(at, END);
    this.floor.at(new Date(this.now).toISOString());
  }

  /** A name that nothing had before. */
  fresh(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  /** So many minutes before now. */
  iso(back: number): string {
    return new Date(Math.max(this.now - back * MINUTE, Date.parse('2026-01-01T12:00:00Z'))).toISOString();
  }

  get yesterday(): string {
    return new Date(this.now - DAY).toISOString().slice(0, 10);
  }

  /** Whether a run made it, and it came to something. */
  earns(record: RecordSeen): boolean {
    return record.kind === 'commission' && record.reason === '' && record.amount > 0n;
  }

  /** What the rules say of its trade now. */
  verdictOf(record: RecordSeen): Verdict {
    return this.naive.verdict(this.trades.get(record.trade as string) as Trade);
  }
}
