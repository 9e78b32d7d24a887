import { Loading, Title, useGetOne, useGetRecordId } from 'react-admin';
import type { CommissionRow } from '#contract/commissions';
import { useText } from '../i18n/useText.ts';
import { NotesPanel } from '../notes/NotesPanel.tsx';
import { MoneySentencePanel } from '../sentences/MoneySentencePanel.tsx';
import { BonusSection } from './BonusSection.tsx';
import { RecordSection } from './RecordSection.tsx';
import { ExplanationPage } from './ExplanationPage.tsx';

/** One record with the reason for its amount; a bonus is of no trade, so that there are no checks to explain (CAM-6). */
export function CommissionShow() {
  const t = useText();
  const id = String(useGetRecordId());
  const { data: record, isPending } = useGetOne<CommissionRow>('commissions', { id });
  return (
    <>
      <Title title={t('explain.recordTitle', { id })} />
      <RecordSection key={id} id={id} />
      {isPending && <Loading />}
      {!isPending && record?.trade_id === null && (
        <>
          <BonusSection record={record} />
          <MoneySentencePanel resource="commissions" id={id} />
        </>
      )}
      {!isPending && record?.trade_id !== null && (
        <ExplanationPage path={`commissions/${encodeURIComponent(id)}/explain`} recordId={id} />
      )}
      <NotesPanel key={`notes-${id}`} subject={{ type: 'commissions', id }} />
    </>
  );
}
