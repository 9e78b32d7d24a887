import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import ArrowForwardIcon from '@mui/icons-material/ArrowForward';
import { Button, Typography } from '@mui/material';
import { useText } from '../i18n/useText.ts';
import { useShortcut } from '../keyboard/useShortcut.ts';
import type { Queue } from './useQueue.ts';

/** To the pending request before and after this one, by button and arrow key. */
export function QueueArrows({ queue, onGo }: { queue: Queue | null; onGo: (id: string) => void }) {
  const t = useText();
  const go = (id: string | null | undefined) => id && onGo(id);
  useShortcut('arrowback', () => go(queue?.previous));
  useShortcut('arrowforward', () => go(queue?.next));
  if (!queue) return null;
  return (
    <>
      <Button startIcon={<ArrowBackIcon className="points" />} disabled={!queue.previous} onClick={() => go(queue.previous)}>
        {t('decisions.previous')}
      </Button>
      <Typography color="textSecondary">
        {t('decisions.position', { position: queue.position + 1, length: queue.length })}
      </Typography>
      <Button endIcon={<ArrowForwardIcon className="points" />} disabled={!queue.next} onClick={() => go(queue.next)}>
        {t('decisions.next')}
      </Button>
    </>
  );
}
