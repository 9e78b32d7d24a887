import type { Connection } from '../../db/statement.ts';
import { formatInstant } from '../calendar.ts';
import { canonicalJson } from './canonical.ts';
import type { AuditChanges } from './contract.ts';
import { hashOf } from './service.ts';
import { eventsAfter, readHead, type StoredEvent } from './store.ts';

const PAGE = 1000;
const GENESIS = '0'.repeat(64);

export interface ChainFinding {
  checked: number;
  wrong: number;
  /** The number of the first event that is wrong or missing, as text; null: none is. */
  first: string | null;
}

/**
 * Walks the whole chain: numbers without a gap, each `prev` the hash before, each hash that of its event, the head
 * the last one. An event counts as wrong by itself: those after it are judged by the hash that it carries. Reads
 * page by page; run it on a snapshot (a transaction) where events are being written.
 */
export async function verifyChain(connection: Connection): Promise<ChainFinding> {
  const head = await readHead(connection);
  const finding: ChainFinding = { checked: 0, wrong: 0, first: null };
  let last = { seq: 0, hash: GENESIS };
  for (;;) {
    const events = (await eventsAfter(connection, last.seq, PAGE)).filter((event) => event.seq <= head.seq);
    for (const event of events) {
      finding.checked += 1;
      if (event.seq !== last.seq + 1) note(finding, last.seq + 1);
      else if (event.prev !== last.hash || !isWhole(event)) note(finding, event.seq);
      last = { seq: event.seq, hash: event.hash };
    }
    if (events.length < PAGE) break;
  }
  if (last.seq < head.seq) note(finding, last.seq + 1);
  else if (last.hash !== head.hash) note(finding, last.seq);
  return finding;
}

function note(finding: ChainFinding, seq: number): void {
  finding.wrong += 1;
  finding.first ??= String(seq);
}

function isWhole(event: StoredEvent): boolean {
  try {
    const changes = JSON.parse(event.changes) as AuditChanges;
    return (
      canonicalJson(changes) === event.changes &&
      hashOf({ ...event, at: formatInstant(event.at), changes }) === event.hash
    );
  } catch {
    // What was altered may be no JSON, no instant or no text any more.
    return false;
  }
}
