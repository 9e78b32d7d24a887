import VisibilityIcon from '@mui/icons-material/VisibilityOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import type { AffiliateDetail } from '#contract/affiliates';
import type { Revealed } from '#contract/reveals';
import { useFields, useMay } from '../auth/access.ts';
import { Facts } from '../fields/Facts.tsx';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { RevealDialog } from './RevealDialog.tsx';

/** Personal data: clear, masked, or not there, as the policy has it. What is revealed is gone with the page. */
export function PersonSection({ affiliate }: { affiliate: AffiliateDetail }) {
  const t = useText();
  const { readable, masked } = useFields('affiliates');
  const mayReveal = useMay('reveals', 'create') && masked.length > 0;
  const [asking, setAsking] = useState(false);
  const [revealed, setRevealed] = useState<Revealed['fields'] | null>(null);
  if (!readable.includes('email')) return null;
  const reveal = (
    <Button startIcon={<VisibilityIcon />} variant="outlined" onClick={() => setAsking(true)}>
      {t('affiliates.reveal')}
    </Button>
  );
  return (
    <Section title={t('affiliates.person')} action={mayReveal && !revealed ? reveal : undefined}>
      <Facts
        facts={[
          { name: t('affiliates.name'), value: revealed?.name ?? affiliate.name ?? '–' },
          { name: t('affiliates.email'), value: revealed?.email ?? affiliate.email ?? '–' },
        ]}
      />
      {asking && (
        <RevealDialog
          uid={affiliate.uid}
          onClose={() => setAsking(false)}
          onRevealed={(fields) => {
            setRevealed(fields);
            setAsking(false);
          }}
        />
      )}
    </Section>
  );
}
