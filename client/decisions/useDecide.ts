import { useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import type { Resource } from '#contract/policy';
import { useApi } from '../api/useRead.ts';
import type { DecisionBody } from '../api/verbs.ts';

/** Decides one request, says so, and has everything read anew that a decision may have changed. */
export function useDecide(resource: Resource) {
  const api = useApi();
  const notify = useNotify();
  const queries = useQueryClient();
  return async ({ id, verb, body, done }: { id: string; verb: string; body: DecisionBody; done: string }) => {
    await api.decide(resource, id, verb, body);
    notify(done, { type: 'success' });
    // What is left while it is read anew would come back as it was.
    void queries.invalidateQueries({ queryKey: ['read'] });
    // Until the queue is read anew, the arrows would lead back to what has just been decided.
    await queries.invalidateQueries({ queryKey: [resource] });
  };
}
