import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { ask } from '../api/http.ts';

/** Sends a conclusion and has the sample read again; throws what the server refuses. */
export function useConcluding(path: string, done: string): (body: object) => Promise<void> {
  const queries = useQueryClient();
  const notify = useNotify();
  return async (body) => {
    await ask(path, { method: 'POST', json: body });
    notify(done, { type: 'success' });
    await Promise.all(['audit-samples', 'audit-sample-records'].map((resource) => queries.invalidateQueries({ queryKey: [resource] })));
  };
}
