import { Alert, Stack } from '@mui/material';
import { Loading, Title, useGetRecordId } from 'react-admin';
import type { AffiliateDetail } from '#contract/affiliates';
import { codeOf } from '../api/http.ts';
import { useRead } from '../api/useRead.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { useText } from '../i18n/useText.ts';
import { AffiliateActions } from './AffiliateActions.tsx';
import { AffiliateTabs } from './AffiliateTabs.tsx';
import { AsOfField } from './AsOfField.tsx';
import { StandingBanner } from './StandingBanner.tsx';
import { useAsOf } from './useAsOf.ts';

/** One account: who it is, what it earns, whom it brought, what has happened to it; now, or as of an instant. */
export function AffiliateShow() {
  const t = useText();
  const uid = String(useGetRecordId());
  const { asOf } = useAsOf();
  const question = asOf ? `?${new URLSearchParams({ as_of: asOf })}` : '';
  const { data, error } = useRead<AffiliateDetail>(`affiliates/${encodeURIComponent(uid)}${question}`);
  const notYet = asOf !== null && codeOf(error) === 'not_found';
  if (error && !notYet) return <PageProblem error={error} />;
  return (
    <>
      <Title title={t('affiliates.title', { uid })} />
      <Stack
        direction="row"
        sx={{ justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap', gap: 1, mt: 0.5, mb: 1 }}
      >
        <AsOfField />
        {data && <AffiliateActions affiliate={data} />}
      </Stack>
      {notYet && <Alert severity="warning">{t('affiliates.asOf.notYet')}</Alert>}
      {!data && !notYet && <Loading />}
      {data && !asOf && <StandingBanner key={uid} affiliate={data} />}
      {data && <AffiliateTabs affiliate={data} />}
    </>
  );
}
