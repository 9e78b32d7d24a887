import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useText } from '../i18n/useText.ts';

/** Says that it is asked for, and has everything read anew that shows it. */
export function useAsked() {
  const t = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  return () => {
    notify(t('recordRequests.asked'), { type: 'success' });
    for (const key of ['read', 'reversals', 'corrections', 'shortfalls']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
}
