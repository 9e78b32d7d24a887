import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CampaignProgressRow } from '#contract/campaigns';
import { ask } from '../api/http.ts';

export const PROGRESS_PAGE = 25;

interface ProgressPage {
  rows: CampaignProgressRow[];
  total: number;
}

/** One page of a campaign's promises, of one affiliate or ('') of all; the first page is 0. */
export function useProgress(campaignId: string, affiliate: string, page: number) {
  const query = new URLSearchParams({ range: JSON.stringify([page * PROGRESS_PAGE, (page + 1) * PROGRESS_PAGE - 1]) });
  if (affiliate !== '') query.set('affiliate', affiliate);
  const path = `campaigns/${campaignId}/progress?${query}`;
  return useQuery<ProgressPage>({
    queryKey: ['read', path],
    queryFn: async ({ signal }) => {
      const { headers, body } = await ask<CampaignProgressRow[]>(path, { signal });
      return { rows: body, total: Number.parseInt(headers.get('Content-Range')?.split('/').pop() ?? '', 10) };
    },
    retry: false,
    placeholderData: keepPreviousData,
  });
}
