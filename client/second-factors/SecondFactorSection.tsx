import { Button, Stack, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { SecondFactorView } from '#contract/second-factors';
import { useRead } from '../api/useRead.ts';
import { Section } from '../fields/Section.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';
import { SECOND_FACTOR } from './path.ts';
import { RemoveDialog } from './RemoveDialog.tsx';
import { SetUpDialog } from './SetUpDialog.tsx';

/** Whether a code of one's device is asked for at sign-in, and how that begins and ends (DESIGN 6). */
export function SecondFactorSection() {
  const t = useText();
  const { instant } = useWritten();
  const notify = useNotify();
  const queries = useQueryClient();
  const { data } = useRead<SecondFactorView>(SECOND_FACTOR);
  const [open, setOpen] = useState<'setUp' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const done = (words: string) => {
    notify(words, { type: 'success' });
    close();
    void queries.invalidateQueries({ queryKey: ['read', SECOND_FACTOR] });
  };
  if (!data) return <Section title={t('secondFactor.title')}>…</Section>;
  const { since } = data;
  return (
    <Section title={t('secondFactor.title')}>
      <Stack direction="row" useFlexGap spacing={2} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <span>{since === null ? t('secondFactor.off') : t('secondFactor.since', { at: instant(since) })}</span>
        <Button variant="outlined" onClick={() => setOpen(since === null ? 'setUp' : 'remove')}>
          {t(since === null ? 'secondFactor.setUp' : 'secondFactor.remove')}
        </Button>
      </Stack>
      {since !== null && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {t('secondFactor.lost')}
        </Typography>
      )}
      {open === 'setUp' && <SetUpDialog onClose={close} onDone={() => done(t('secondFactor.done'))} />}
      {open === 'remove' && <RemoveDialog onClose={close} onDone={() => done(t('secondFactor.removed'))} />}
    </Section>
  );
}
