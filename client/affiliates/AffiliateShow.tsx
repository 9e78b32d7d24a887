import { Loading, Title, useGetRecordId } from 'react-admin';
import type { AffiliateDetail } from '#contract/affiliates';
import { useRead } from '../api/useRead.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { useText } from '../i18n/useText.ts';
import { AffiliateTabs } from './AffiliateTabs.tsx';

/** One account: who it is, what it earns, whom it brought, what has happened to it. */
export function AffiliateShow() {
  const t = useText();
  const uid = String(useGetRecordId());
  const { data, error } = useRead<AffiliateDetail>(`affiliates/${encodeURIComponent(uid)}`);
  if (error) return <PageProblem error={error} />;
  if (!data) return <Loading />;
  return (
    <>
      <Title title={t('affiliates.title', { uid })} />
      <AffiliateTabs affiliate={data} />
    </>
  );
}
