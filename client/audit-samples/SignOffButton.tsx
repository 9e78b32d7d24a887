import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { sampleConclusions, type SampleConclusion, type SampleRow } from '#contract/audit-samples';
import { useMay } from '../auth/access.ts';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { Choice } from '../fields/Choice.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { useConcluding } from './useConcluding.ts';

/** Puts one's name under a sample whose records all have a conclusion; not there once it is signed. */
export function SignOffButton({ sample }: { sample: SampleRow }) {
  const t = useText();
  const may = useMay('audit-samples', 'sign-off');
  const [asking, setAsking] = useState(false);
  if (!may || sample.state !== 'open') return null;
  return (
    <>
      <Button variant="contained" disabled={sample.unconcluded > 0} onClick={() => setAsking(true)}>
        {t('oversight.samples.signOff')}
      </Button>
      {asking && <SignOffDialog sample={sample} onClose={() => setAsking(false)} />}
    </>
  );
}

function SignOffDialog({ sample: { id, exceptions }, onClose }: { sample: SampleRow; onClose: () => void }) {
  const t = useText();
  const label = useLabel();
  const sign = useConcluding(`audit-samples/${id}/sign-off`, t('oversight.samples.signed'));
  const [conclusion, setConclusion] = useState<SampleConclusion | ''>(exceptions === 0 ? 'satisfactory' : '');
  const values = sampleConclusions.filter((one) => exceptions === 0 || one !== 'satisfactory');
  async function send(comment: string | undefined) {
    await sign({ conclusion, comment });
    onClose();
  }
  return (
    <DecisionDialog
      title={t('oversight.samples.signTitle', { id })}
      verb={t('oversight.samples.signOff')}
      commentNeeded
      ready={conclusion !== ''}
      onClose={onClose}
      onDecide={send}
    >
      <Alert severity="info">{t('oversight.samples.signHint')}</Alert>
      <Choice
        label={t('oversight.samples.conclusion')}
        value={conclusion}
        values={values}
        word={(one) => label('sampleConclusion', one)}
        onChoose={setConclusion}
      />
    </DecisionDialog>
  );
}
