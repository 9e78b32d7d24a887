/** Other processes at work on a floor's database (`hand.mjs`). */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { systemActor, type Actor } from '../../server/audit/contract.ts';
import { actorOf, type Person } from './people.ts';

const script = fileURLToPath(new URL('hand.mjs', import.meta.url));

export interface Act {
  what: 'approve' | 'reject' | 'cancel' | 'askReversal' | 'approveReversal' | 'rejectReversal' | 'commission' | 'payout' | 'release' | 'confirm';
  who?: Person;
  id?: number;
  day?: string;
  csv?: string;
  preview?: string;
}

export interface HandTold {
  outcomes: string[];
  /** Statements that wrote, COMMIT among them. */
  writes: number;
}

export interface Hand {
  go(): void;
  /** Null: it was killed before it could tell. */
  told: Promise<HandTold | null>;
}

interface Process {
  child: ChildProcessByStdio<Writable, Readable, null>;
  lines: AsyncIterator<string>;
}

/** Started once, as starting takes longer than most acts: who has done its acts waits for others. */
const idle: Process[] = [];

function startProcess(): Process {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'], env: { PATH: process.env['PATH'], NODE_ENV: 'test' } });
  return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() };
}

/** Ends those that wait. */
export function dismissHands(): void {
  for (const { child } of idle.splice(0)) child.stdin.end();
}

/** A process that stands ready at the database; where it dies says `die`. */
export async function readyHand(url: string, now: number, acts: Act[], die?: { before: number } | { after: number }): Promise<Hand> {
  const given = acts.map((act): Omit<Act, 'who'> & { who: Actor } => ({ ...act, who: act.who ? actorOf(act.who) : systemActor }));
  const one = idle.pop() ?? startProcess();
  const { child, lines } = one;
  const say = (line: string): void => void child.stdin.write(`${line}\n`);
  say(JSON.stringify({ url, now, die, acts: given }));
  if ((await lines.next()).value !== 'ready') throw new Error('a hand did not stand ready');
  const told = lines.next().then(async ({ done, value }): Promise<HandTold | null> => {
    if (!done) {
      idle.push(one);
      return JSON.parse(value) as HandTold;
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    if (child.signalCode === 'SIGKILL') return null;
    throw new Error(`a hand ended with ${child.exitCode ?? child.signalCode}`);
  });
  told.catch(() => {});
  return { go: () => say('go'), told };
}

/** Several processes, each with its acts, all let go at once; what came of every act. */
export async function allAtOnce(url: string, now: number, parts: Act[][]): Promise<string[]> {
  const hands = await Promise.all(parts.map((acts) => readyHand(url, now, acts)));
  for (const hand of hands) hand.go();
  return (await Promise.all(hands.map((hand) => hand.told))).flatMap((told) => told?.outcomes ?? ['killed']);
}
