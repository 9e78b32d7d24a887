import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { AuditChainState } from '#contract/audit-checks';
import { ask } from '../api/http.ts';
import { useRead } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { REPORT_EVERY_MS } from '../live/touched.ts';
import { CheckResult } from './CheckResult.tsx';

/** Where the audit chain ends, when it was last walked, and its heads outside the database; who may walks it from here. */
export function ChainSection() {
  const t = useText();
  const may = useMay('audit-checks', 'create');
  const mayRead = useMay('audit-events', 'read');
  const { data, refetch } = useRead<AuditChainState>('audit-chain', { poll: () => REPORT_EVERY_MS });
  if (!data) return null;
  const { seq, at, hash, last_check } = data;
  return (
    <Section title={t('oversight.chain.title')} action={may && <WalkButton onDone={() => void refetch()} />}>
      {last_check && (
        <Alert severity={last_check.result.wrong === 0 ? 'success' : 'error'} sx={{ mb: 1.5 }}>
          <CheckResult result={last_check.result} />
        </Alert>
      )}
      <Facts
        columns={1}
        facts={[
          { name: t('oversight.chain.newest'), value: mayRead ? <TextLink to={`/audit-events/${seq}/show`}>{seq}</TextLink> : seq },
          { name: t('oversight.chain.at'), value: <InstantField at={at} /> },
          { name: t('oversight.chain.hash'), value: <code dir="ltr">{hash}</code> },
          { name: t('oversight.chain.last'), value: <LastWalk state={data} /> },
          { name: t('oversight.chain.files'), value: <HeadFiles state={data} /> },
        ]}
      />
    </Section>
  );
}

function LastWalk({ state: { last_check } }: { state: AuditChainState }) {
  const t = useText();
  if (!last_check) return <span>{t('oversight.chain.never')}</span>;
  return (
    <>
      <InstantField at={last_check.at} /> · {last_check.checked_by} · <TextLink to="/audit-checks">{t('oversight.chain.history')}</TextLink>
    </>
  );
}

function HeadFiles({ state: { head_files } }: { state: AuditChainState }) {
  const t = useText();
  if (head_files === null) return <span>{t('oversight.chain.noFiles')}</span>;
  const wrong = head_files.filter(({ holds }) => !holds);
  const checked = head_files.length;
  if (wrong.length === 0) return <span>{t('oversight.chain.filesHold', { checked })}</span>;
  return <span>{t('oversight.chain.filesBroken', { checked, wrong: wrong.length, first: wrong.map(({ name }) => name).join(', ') })}</span>;
}

function WalkButton({ onDone }: { onDone: () => void }) {
  const t = useText();
  const notify = useNotify();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  async function walk() {
    setBusy(true);
    try {
      await ask('audit-checks', { method: 'POST', json: {} });
      notify(t('oversight.chain.checked'), { type: 'success' });
      onDone();
    } catch (error) {
      notify(errorText(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button variant="outlined" disabled={busy} onClick={() => void walk()}>
      {t('oversight.chain.check')}
    </Button>
  );
}
