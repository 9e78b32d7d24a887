import { useQueryClient } from '@tanstack/react-query';
import { useGetList } from 'react-admin';
import type { SavedViewRow } from '#contract/saved-views';
import { useApi } from '../api/useRead.ts';
import type { Look } from './look.ts';

const MOST = 500;

/** A view as it is asked to be kept. */
export interface ViewDraft extends Look {
  name: string;
  shared: boolean;
}

/** One's own views of a list and those that others share; undefined until they are known. */
export function useViews(resource: string) {
  const api = useApi();
  const queries = useQueryClient();
  const { data, error } = useGetList<SavedViewRow>('saved-views', {
    pagination: { page: 1, perPage: MOST },
    sort: { field: 'name', order: 'ASC' },
    filter: { resource },
  });
  const renew = () => queries.invalidateQueries({ queryKey: ['saved-views'] });
  /** Keeps a view; one's own of the same name is written over. */
  async function keep(draft: ViewDraft): Promise<void> {
    const own = data?.find(({ mine, name }) => mine && name === draft.name);
    await api.keepView({ resource, ...draft }, own?.id ?? null);
    await renew();
  }
  /** A view that was deleted, kept anew. */
  async function restore(draft: ViewDraft): Promise<void> {
    await api.keepView({ resource, ...draft }, null);
    await renew();
  }
  async function remove(id: string): Promise<void> {
    await api.removeView(id);
    await renew();
  }
  return { views: error ? [] : data, keep, restore, remove };
}
