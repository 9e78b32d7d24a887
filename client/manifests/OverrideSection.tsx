import { Alert, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { ManifestRow } from '#contract/manifests';
import { useApi } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useDecide } from '../decisions/useDecide.ts';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useText } from '../i18n/useText.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useDecider } from '../status-changes/useDecider.ts';

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
      {pending && override && <Decide id={manifest.id} requestedBy={override.requested_by} />}
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

function Decide({ id, requestedBy }: { id: string; requestedBy: string }) {
  const t = useText();
  const me = useDecider();
  const decide = useDecide('manifests');
  const may = useMay('manifests', 'approve');
  const own = me?.name === requestedBy;
  const free = may && me !== null && !own;
  const [verb, setVerb] = useState<'approve' | 'reject' | null>(null);
  useShortcut('a', () => setVerb('approve'), { enabled: free });
  useShortcut('r', () => setVerb('reject'), { enabled: free });
  if (!may) return null;
  if (own) return <Alert severity="info">{t('decisions.ownDecision')}</Alert>;
  return (
    <Stack direction="row" spacing={2} sx={{ mt: 1.5 }}>
      <Button variant="contained" endIcon={<KeyCaps keys="a" />} onClick={() => setVerb('approve')}>
        {t('decisions.verb.approve')}
      </Button>
      <Button variant="outlined" color="error" endIcon={<KeyCaps keys="r" />} onClick={() => setVerb('reject')}>
        {t('decisions.verb.reject')}
      </Button>
      {verb && (
        <DecisionDialog
          key={verb}
          title={t(`manifests.${verb}Ask`)}
          verb={t(`decisions.verb.${verb}`)}
          grave={verb === 'reject'}
          commentNeeded={verb === 'reject'}
          onClose={() => setVerb(null)}
          onDecide={async (comment) => {
            await decide({ id, verb, body: { comment }, done: t(`decisions.done.${verb}`) });
            setVerb(null);
          }}
        />
      )}
    </Stack>
  );
}
