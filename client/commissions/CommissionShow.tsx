import { Title, useGetRecordId } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { ExplanationPage } from './ExplanationPage.tsx';

/** One record with the reason for its amount. */
export function CommissionShow() {
  const t = useText();
  const id = String(useGetRecordId());
  return (
    <>
      <Title title={t('explain.recordTitle', { id })} />
      <ExplanationPage path={`commissions/${encodeURIComponent(id)}/explain`} />
    </>
  );
}
