import { Button } from '@mui/material';
import { useState } from 'react';
import type { AffiliateDetail } from '#contract/affiliates';
import { useMay } from '../auth/access.ts';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { AssignDialog } from './AssignDialog.tsx';

/** Who looks after an affiliate (ENR-8), and giving it to somebody else. */
export function ManagerSection({ affiliate: { uid, account_manager } }: { affiliate: AffiliateDetail }) {
  const t = useText();
  const may = useMay('affiliates', 'account-manager');
  const [asking, setAsking] = useState(false);
  const assign = (
    <Button variant="outlined" onClick={() => setAsking(true)}>
      {t(account_manager ? 'managers.change' : 'managers.assign')}
    </Button>
  );
  return (
    <Section title={t('managers.title')} {...(may ? { action: assign } : {})}>
      {account_manager ?? t('managers.none')}
      {asking && <AssignDialog uid={uid} current={account_manager} onClose={() => setAsking(false)} />}
    </Section>
  );
}
