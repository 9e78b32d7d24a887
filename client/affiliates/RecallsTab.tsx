import { Typography } from '@mui/material';
import { RecalledSection } from '../recalls/RecalledSection.tsx';
import { RecallList } from '../recalls/RecallList.tsx';
import { useText } from '../i18n/useText.ts';

/** Whom an affiliate has recalled, and every attempt, the refused ones too. */
export function RecallsTab({ uid }: { uid: string }) {
  const t = useText();
  return (
    <>
      <RecalledSection uid={uid} />
      <Typography variant="h2">{t('recalls.attemptsBy')}</Typography>
      <RecallList only={{ inviter_uid: uid }} />
    </>
  );
}
