import { useState } from 'react';
import { recordConclusions, type RecordConclusion, type SampleRecordRow } from '#contract/audit-samples';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { Choice } from '../fields/Choice.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { useConcluding } from './useConcluding.ts';

/** What a person concludes about one record: what differs is never as recorded, and what is said of it needs words. */
export function ConcludeDialog({ record, onClose }: { record: SampleRecordRow; onClose: () => void }) {
  const t = useText();
  const label = useLabel();
  const conclude = useConcluding(`audit-sample-records/${record.id}/conclude`, t('oversight.samples.concluded'));
  const [conclusion, setConclusion] = useState<RecordConclusion | ''>(record.conclusion ?? '');
  const values = recordConclusions.filter((one) => record.agrees || one !== 'as_recorded');
  async function send(note: string | undefined) {
    await conclude({ conclusion, ...(note ? { note } : {}) });
    onClose();
  }
  return (
    <DecisionDialog
      title={t('oversight.samples.concludeTitle', { id: record.record_id })}
      verb={t('oversight.samples.conclude')}
      commentNeeded={conclusion !== 'as_recorded'}
      ready={conclusion !== ''}
      onClose={onClose}
      onDecide={send}
    >
      <Choice
        label={t('oversight.samples.conclusion')}
        value={conclusion}
        values={values}
        word={(one) => label('recordConclusion', one)}
        onChoose={setConclusion}
      />
    </DecisionDialog>
  );
}
