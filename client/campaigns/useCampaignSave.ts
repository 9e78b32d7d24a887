import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate, useNotify } from 'react-admin';

/** After something was written: has everything about campaigns read anew, says so, and goes on. */
export function useCampaignSave() {
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const sent = useRef(false);
  function saved(path: string, words: string) {
    sent.current = true;
    notify(words, { type: 'success' });
    for (const key of ['read', 'campaigns', 'campaign-versions']) void queries.invalidateQueries({ queryKey: [key] });
    navigate(path);
  }
  return { sent, saved };
}
