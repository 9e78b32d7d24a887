import { Refusal, type RefusalCode } from '../refusal.ts';

/** What became of one id of a bulk verb. */
export interface EachResult {
  id: string;
  ok: boolean;
  code?: RefusalCode;
  /** What changed meanwhile, where that is why. */
  details?: Record<string, unknown>;
}

const tellsWhatChanged: readonly RefusalCode[] = ['stale', 'preview_changed'];

/** A bulk verb: each id its own transaction, one after the other; what became of each is told, and a refusal stops none of the others (ATTACKS 18). */
export async function decideEach(ids: string[], decide: (id: number, shown: string) => Promise<unknown>): Promise<EachResult[]> {
  const results: EachResult[] = [];
  for (const id of ids) {
    try {
      await decide(/^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0, id);
      results.push({ id, ok: true });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      results.push({ id, ok: false, code: error.code, ...(tellsWhatChanged.includes(error.code) ? { details: error.details } : {}) });
    }
  }
  return results;
}
