/** Other processes at work on a floor's database (`hand.mjs`). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
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

/** Starts a process and waits until it stands ready; where it dies says `die`. */
export async function readyHand(url: string, now: number, acts: Act[], die?: { before: number } | { after: number }): Promise<Hand> {
  const given = acts.map((act): Omit<Act, 'who'> & { who: Actor } => ({ ...act, who: act.who ? actorOf(act.who) : systemActor }));
  const child = spawn(process.execPath, [script, JSON.stringify({ url, now, die, acts: given })], {
    stdio: ['pipe', 'pipe', 'inherit'], env: { PATH: process.env['PATH'], NODE_ENV: 'test' },
  });
  const lines = createInterface(child.stdout);
  const said: string[] = [];
  lines.on('line', (line) => said.push(line));
  const told = once(child, 'close').then(([exit, signal]): HandTold | null => {
    if (signal === 'SIGKILL') return null;
    if (exit !== 0) throw new Error(`a hand ended with ${exit ?? signal}`);
    return JSON.parse(said.at(-1) ?? '') as HandTold;
  });
  told.catch(() => {});
  await Promise.race([once(lines, 'line'), told]);
  return { go: () => void child.stdin.end('\n'), told };
}

/** Several processes, each with its acts, all let go at once; what came of every act. */
export async function allAtOnce(url: string, now: number, parts: Act[][]): Promise<string[]> {
  const hands = await Promise.all(parts.map((acts) => readyHand(url, now, acts)));
  for (const hand of hands) hand.go();
  return (await Promise.all(hands.map((hand) => hand.told))).flatMap((told) => told?.outcomes ?? ['killed']);
}
