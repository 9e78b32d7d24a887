import { Alert, Typography } from '@mui/material';
import { Loading } from 'react-admin';
import type { Performance } from '#contract/performance';
import { useRead } from '../api/useRead.ts';
import { InstantField } from '../fields/InstantField.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { REPORT_EVERY_MS } from '../live/touched.ts';
import { FiguresSection } from './FiguresSection.tsx';
import { IncomeSection } from './IncomeSection.tsx';
import { PeriodsSection } from './PeriodsSection.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import { pathsOf, useQuestion } from './question.ts';
import { ReferralsSection } from './ReferralsSection.tsx';

/** Figures, referrals and income of an affiliate, or of the house where it is null. */
export function PerformanceView({ affiliate }: { affiliate: string | null }) {
  const errorText = useErrorText();
  const [question, ask] = useQuestion();
  const paths = pathsOf(question, affiliate);
  const { data, error } = useRead<Performance>(paths.figures, { keepPrevious: true, poll: () => REPORT_EVERY_MS });
  return (
    <>
      <QuestionForm question={question} ask={ask} ofAffiliate={affiliate !== null} own={data?.own_currency ?? 'USDT'} />
      {error && <Alert severity="error">{errorText(error)}</Alert>}
      {!data && !error && <Loading />}
      {data && !error && (
        <>
          <Bounds performance={data} />
          <FiguresSection performance={data} />
          <PeriodsSection performance={data} />
          <ReferralsSection path={paths.referrals} country={question.country} ask={ask} />
          <IncomeSection performance={data} />
        </>
      )}
    </>
  );
}

/** Up to when the figures go, where they do not go up to now. */
function Bounds({ performance: { covered_until, cut_at } }: { performance: Performance }) {
  const t = useText();
  return (
    <>
      {cut_at && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('performance.cutAt')} <InstantField at={cut_at} />
        </Alert>
      )}
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
        {covered_until ? <>{t('performance.coveredUntil')} <InstantField at={covered_until} /></> : t('performance.nothingRun')}
      </Typography>
    </>
  );
}
