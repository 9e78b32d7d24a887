import { Typography } from '@mui/material';
import { DecisionList } from '../decisions/DecisionList.tsx';
import { useText } from '../i18n/useText.ts';
import { RevealList } from '../reveals/RevealList.tsx';

/** Who decided on this affiliate and who had asked, and who looked at the person behind it. */
export function OversightTab({ uid }: { uid: string }) {
  const t = useText();
  return (
    <>
      <Typography variant="h2">{t('oversight.decisions.ofAffiliate')}</Typography>
      <DecisionList only={{ affiliate_uid: uid }} />
      <Typography variant="h2" sx={{ mt: 3 }}>
        {t('oversight.looks.ofPerson')}
      </Typography>
      <RevealList only={{ uid }} />
    </>
  );
}
