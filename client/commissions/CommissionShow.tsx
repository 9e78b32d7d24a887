import { Title, useGetRecordId } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { NotesPanel } from '../notes/NotesPanel.tsx';
import { RecordSection } from './RecordSection.tsx';
import { ExplanationPage } from './ExplanationPage.tsx';

/** One record with the reason for its amount. */
export function CommissionShow() {
  const t = useText();
  const id = String(useGetRecordId());
  return (
    <>
      <Title title={t('explain.recordTitle', { id })} />
      <RecordSection key={id} id={id} />
      <ExplanationPage path={`commissions/${encodeURIComponent(id)}/explain`} recordId={id} />
      <NotesPanel key={`notes-${id}`} subject={{ type: 'commissions', id }} />
    </>
  );
}
