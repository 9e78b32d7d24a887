import { Alert, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { ManifestRow } from '#contract/manifests';
import { useApi } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { VerbButton } from '../decisions/CaseBar.tsx';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { offersOf, type VerbOn } from '../decisions/offers.ts';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { useDecide } from '../decisions/useDecide.ts';
import { useDecider } from '../auth/useDecider.ts';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useText } from '../i18n/useText.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useShortcut } from '../keyboard/useShortcut.ts';

/** Going on without a manifest that does not match: asked by one, agreed by another. */
export function OverrideSection({ manifest }: { manifest: ManifestRow }) {
  const t = useText();
  const { override, state } = manifest;
  const open = state === 'missing' || state === 'exceeded';
  const pending = override?.state === 'pending';
  return (
    <Section
      title={t('manifests.override')}
      {...(override ? { action: <StateChip group="state" value={override.state} /> } : {})}
    >
      {!override && (
        <Typography color="textSecondary">{t(open ? 'manifests.noOverride' : 'manifests.notNeeded')}</Typography>
      )}
      {override && <Asked override={override} />}
      {open && !pending && <AskButton id={manifest.id} />}
      {pending && override && <Decide id={manifest.id} override={override} />}
    </Section>
  );
}

function Asked({ override }: { override: NonNullable<ManifestRow['override']> }) {
  const t = useText();
  const { reason, requested_by, requested_at, decided_by, decided_at, comment } = override;
  const decided = [
    { name: t('manifests.decidedBy'), value: decided_by },
    { name: t('manifests.decidedAt'), value: <InstantField at={decided_at} /> },
    { name: t('manifests.comment'), value: comment },
  ];
  return (
    <Facts
      facts={[
        { name: t('manifests.reason'), value: reason },
        { name: t('manifests.requestedBy'), value: requested_by },
        { name: t('manifests.requestedAt'), value: <InstantField at={requested_at} /> },
        ...(decided_by ? decided : []),
      ]}
    />
  );
}

function AskButton({ id }: { id: string }) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const queries = useQueryClient();
  const may = useMay('manifests', 'create');
  const [asking, setAsking] = useState(false);
  async function ask(reason: string | undefined) {
    await api.create('manifests', { data: { manifest_id: id, reason } });
    setAsking(false);
    notify(t('manifests.asked'), { type: 'success' });
    for (const key of ['read', 'manifests']) void queries.invalidateQueries({ queryKey: [key] });
  }
  if (!may) return null;
  return (
    <>
      <Button variant="outlined" sx={{ mt: 1.5 }} onClick={() => setAsking(true)}>
        {t('manifests.ask')}
      </Button>
      {asking && (
        <DecisionDialog
          title={t('manifests.askTitle')}
          verb={t('manifests.ask')}
          commentNeeded
          onClose={() => setAsking(false)}
          onDecide={ask}
        />
      )}
    </>
  );
}

function Decide({ id, override }: { id: string; override: NonNullable<ManifestRow['override']> }) {
  const t = useText();
  const me = useDecider();
  const decide = useDecide('manifests');
  const offers = me ? offersOf('manifests', override, me) : [];
  const free = offers.length > 0 && offers.every(({ hindrance }) => hindrance === null);
  const [verb, setVerb] = useState<VerbOn<'manifests'> | null>(null);
  useShortcut('a', () => setVerb('approve'), { enabled: free });
  useShortcut('r', () => setVerb('reject'), { enabled: free });
  if (offers.length === 0) return null;
  if (!free) return <Alert severity="info">{t('decisions.ownDecision')}</Alert>;
  return (
    <Stack direction="row" spacing={2} sx={{ mt: 1.5 }}>
      <VerbButton verb="approve" onPress={() => setVerb('approve')} />
      <VerbButton verb="reject" onPress={() => setVerb('reject')} />
      {verb && (
        <RequestDialog
          verb={verb}
          title={t(`manifests.${verb}Ask`)}
          onClose={() => setVerb(null)}
          onDecide={async (body) => {
            await decide({ id, verb, body, done: t(`decisions.done.${verb}`) });
            setVerb(null);
          }}
        />
      )}
    </Stack>
  );
}
