import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { codeOf, detailsOf } from '../api/http.ts';
import type { DecisionBody } from '../api/verbs.ts';

/**
 * What an approval names: the effect that was on the screen when its dialog opened, or, once the server said that it would come out
 * otherwise by now, the new one, which is then to be agreed with anew (STA-9). `path`: where the effect was read.
 */
export function useAgreed<Preview extends { version: string }>(preview: Preview | null, path: string) {
  const queries = useQueryClient();
  const [first] = useState(preview);
  const [moved, setMoved] = useState<Preview | null>(null);
  const seen = first ?? preview;
  const agreed = moved ?? seen;
  const approving = (onDecide: (body: DecisionBody) => Promise<void>) => async (body: DecisionBody) => {
    try {
      await onDecide({ ...body, ...(agreed ? { preview: agreed.version } : {}) });
    } catch (error) {
      const { now } = detailsOf(error) as { now?: Preview };
      if (codeOf(error) === 'preview_changed' && now) {
        setMoved(now);
        void queries.invalidateQueries({ queryKey: ['read', path] });
      }
      throw error;
    }
  };
  return { seen, moved, agreed, approving };
}
