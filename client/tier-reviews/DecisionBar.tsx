import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import ArrowForwardIcon from '@mui/icons-material/ArrowForward';
import { Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNavigate, useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import type { TierReviewRow } from '#contract/tier-reviews';
import { useApi } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { DecisionDialog, type ReviewVerb } from './DecisionDialog.tsx';
import { useQueue } from './useQueue.ts';

/** Decide (A, R), or go to the case before or after (arrows). After a decision the next case opens by itself. */
export function DecisionBar({ review, onDecided }: { review: TierReviewRow; onDecided: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const queue = useQueue(review.id);
  const [verb, setVerb] = useState<ReviewVerb | null>(null);
  const decidable = useMay('tier-reviews', 'approve') && review.state === 'pending';
  const goTo = (id: string | null | undefined) => id && navigate(`/tier-reviews/${id}/show`);
  useShortcut('a', () => setVerb('approve'), { enabled: decidable });
  useShortcut('r', () => setVerb('reject'), { enabled: decidable });
  useShortcut('arrowleft', () => goTo(queue?.previous));
  useShortcut('arrowright', () => goTo(queue?.next));
  const decide = useDecide(review.id, verb, () => {
    setVerb(null);
    onDecided();
    goTo(queue?.next ?? queue?.previous);
  });
  return (
    <Paper variant="outlined" sx={{ p: 1.5, mb: 2, position: 'sticky', top: 56, zIndex: 2 }}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        {decidable && (
          <>
            <Button variant="contained" endIcon={<KeyCaps keys="a" />} onClick={() => setVerb('approve')}>
              {t('reviews.verb.approve')}
            </Button>
            <Button variant="outlined" color="error" endIcon={<KeyCaps keys="r" />} onClick={() => setVerb('reject')}>
              {t('reviews.verb.reject')}
            </Button>
          </>
        )}
        {queue && (
          <>
            <Button startIcon={<ArrowBackIcon />} disabled={!queue.previous} onClick={() => goTo(queue.previous)}>
              {t('reviews.previous')}
            </Button>
            <Typography color="textSecondary">
              {t('reviews.position', { position: queue.position + 1, length: queue.length })}
            </Typography>
            <Button endIcon={<ArrowForwardIcon />} disabled={!queue.next} onClick={() => goTo(queue.next)}>
              {t('reviews.next')}
            </Button>
          </>
        )}
      </Stack>
      {verb && <DecisionDialog key={verb} verb={verb} count={1} onClose={() => setVerb(null)} onDecide={decide} />}
    </Paper>
  );
}

function useDecide(id: string, verb: ReviewVerb | null, onDone: () => void) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const queries = useQueryClient();
  return async (comment: string) => {
    if (!verb) return;
    await api.decide('tier-reviews', id, verb, { comment });
    notify(t(`reviews.done.${verb}`), { type: 'success' });
    // The dossiers, too: one that is left while it is read anew would come back as it was.
    void queries.invalidateQueries({ queryKey: ['read'] });
    // Until the queue is read anew, the arrows would lead back to what has just been decided.
    await queries.invalidateQueries({ queryKey: ['tier-reviews'] });
    onDone();
  };
}
