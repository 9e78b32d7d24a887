import { Alert } from '@mui/material';
import type { HomeAudit } from '#contract/home';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';

/** Whether the audit's chain of hashes holds, and where it ends. */
export function AuditSection({ audit: { seq, at, hash, intact } }: { audit: HomeAudit }) {
  const t = useText();
  return (
    <Section title={t('home.audit')}>
      <Alert severity={intact ? 'success' : 'error'} sx={{ mb: 1.5 }}>
        {t(intact ? 'home.intact' : 'home.broken')}
      </Alert>
      <Facts
        columns={1}
        facts={[
          { name: t('home.lastEvent'), value: <TextLink to={`/audit-events/${seq}/show`}>{seq}</TextLink> },
          { name: t('home.lastAt'), value: <InstantField at={at} short /> },
          { name: t('audit.hash'), value: <code>{hash.slice(0, 16)}…</code> },
        ]}
      />
    </Section>
  );
}
