import { Alert, Box, Button, Paper, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-admin';
import type { ReversalRow } from '#contract/reversals';
import { useMay } from '../auth/access.ts';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { QueueArrows } from '../decisions/QueueArrows.tsx';
import { useDecide } from '../decisions/useDecide.ts';
import { useQueue } from '../decisions/useQueue.ts';
import { useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useDecider } from '../status-changes/useDecider.ts';
import { isFree, type RecordRequests } from './recordRequests.ts';

type Verb = 'approve' | 'reject';

interface RecordDecisionBarProps {
  resource: RecordRequests;
  request: ReversalRow;
  /** What an approval rests on: shown in its dialog, and named by its version where there is one. */
  effect: { shown: ReactNode; version?: string } | null;
  /** Told why an approval was refused. */
  onRefused: (error: unknown) => void;
}

/** Decide (A, R), or go to the request before or after (arrows); not by who asked for it. */
export function RecordDecisionBar({ resource, request, effect, onRefused }: RecordDecisionBarProps) {
  const t = useText();
  const navigate = useNavigate();
  const me = useDecider();
  const decide = useDecide(resource);
  const { queue, after } = useQueue(resource, request.id);
  const [verb, setVerb] = useState<Verb | null>(null);
  const may = useMay(resource, 'approve') && request.state === 'pending';
  const free = may && isFree(request, me);
  const goTo = (id: string | null | undefined) => id && navigate(`/${resource}/${id}/show`);
  useShortcut('a', () => setVerb('approve'), { enabled: free });
  useShortcut('r', () => setVerb('reject'), { enabled: free });
  async function send(chosen: Verb, comment: string | undefined) {
    const preview = chosen === 'approve' && effect?.version ? { preview: effect.version } : {};
    try {
      await decide({ id: request.id, verb: chosen, body: { comment, ...preview }, done: t(`decisions.done.${chosen}`) });
    } catch (error) {
      onRefused(error);
      throw error;
    }
    setVerb(null);
    goTo(after());
  }
  if (!me || (!may && !queue)) return null;
  return (
    <Paper variant="outlined" sx={{ p: 1.5, mb: 2, position: 'sticky', top: 56, zIndex: 2 }}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        {free && <VerbButtons onChoose={setVerb} />}
        <QueueArrows queue={queue} onGo={goTo} />
      </Stack>
      {may && !free && (
        <Alert severity="info" sx={{ mt: 1.5 }}>
          {t('decisions.ownDecision')}
        </Alert>
      )}
      {verb && (
        <DecisionDialog
          key={verb}
          title={t(`recordRequests.ask.${resource}.${verb}`, { smart_count: 1 })}
          verb={t(`decisions.verb.${verb}`)}
          grave={verb === 'reject'}
          commentNeeded={verb === 'reject'}
          ready={verb === 'reject' || effect !== null}
          onClose={() => setVerb(null)}
          onDecide={(comment) => send(verb, comment)}
        >
          {verb === 'approve' && <Box sx={{ mb: 2 }}>{effect?.shown}</Box>}
        </DecisionDialog>
      )}
    </Paper>
  );
}

function VerbButtons({ onChoose }: { onChoose: (verb: Verb) => void }) {
  const t = useText();
  return (
    <>
      <Button variant="contained" endIcon={<KeyCaps keys="a" />} onClick={() => onChoose('approve')}>
        {t('decisions.verb.approve')}
      </Button>
      <Button variant="outlined" color="error" endIcon={<KeyCaps keys="r" />} onClick={() => onChoose('reject')}>
        {t('decisions.verb.reject')}
      </Button>
    </>
  );
}
