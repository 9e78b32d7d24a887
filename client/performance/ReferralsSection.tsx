import { Alert, Button, Link, Skeleton, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import { referralsBehind, type ReferralGrowth } from '#contract/performance';
import { useRead } from '../api/useRead.ts';
import { Section } from '../fields/Section.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useErrorText, useText } from '../i18n/useText.ts';
import { REPORT_EVERY_MS } from '../live/touched.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { CountField } from './CountField.tsx';
import { referralsPath } from './rowsBehind.ts';
import { usePeriodName } from './usePeriodName.ts';

const PeriodsChart = lazy(() => import('./PeriodsChart.tsx').then((file) => ({ default: file.PeriodsChart })));

interface ReferralsSectionProps {
  path: string;
  /** The one country that is asked for; empty: all. */
  country: string;
  ask: (change: { country: string }) => void;
}

/** DSH-2: how many were bound, over time and by the country that they registered from. */
export function ReferralsSection({ path, country, ask }: ReferralsSectionProps) {
  const t = useText();
  const errorText = useErrorText();
  const { data, error } = useRead<ReferralGrowth>(path, { keepPrevious: true, poll: () => REPORT_EVERY_MS });
  return (
    <Section title={t('performance.referrals')} action={country && <Button onClick={() => ask({ country: '' })}>{t('performance.allCountries')}</Button>}>
      {error && <Alert severity="error">{errorText(error)}</Alert>}
      {!data && !error && <Skeleton variant="rectangular" height={240} />}
      {data && <Countries growth={data} ask={ask} />}
    </Section>
  );
}

function Countries({ growth: { affiliate, cut_at, country: only, periods, countries }, ask }: { growth: ReferralGrowth } & Pick<ReferralsSectionProps, 'ask'>) {
  const t = useText();
  const written = useWritten();
  const periodName = usePeriodName();
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last || countries.length === 0) return <Typography color="textSecondary">{t('performance.noReferrals')}</Typography>;
  const counted = { affiliate, from: first.from, to: last.to, cut_at };
  return (
    <>
      {periods.length > 1 && (
        <Suspense fallback={<Skeleton variant="rectangular" height={240} />}>
          <PeriodsChart
            hint={t('performance.referralsHint')}
            names={periods.map(({ period }) => periodName(period))}
            series={[
              { label: t('performance.newReferrals'), values: periods.map((one) => String(one.new)) },
              { label: t('performance.allReferrals'), values: periods.map((one) => String(one.all)) },
            ]}
          />
        </Suspense>
      )}
      <PlainTable
        caption={t('performance.byCountry')}
        rows={countries}
        keyOf={({ country }) => country}
        columns={[
          { name: t('performance.country'), cell: ({ country }) => {
            const name = written.countryAndCode(country);
            return only ? name : <Link component="button" type="button" onClick={() => ask({ country })}>{name}</Link>;
          } },
          {
            name: t('performance.newReferrals'),
            figure: true,
            cell: (one) => <CountField count={one.new} to={referralsPath(referralsBehind(counted, one.country))} />,
          },
          {
            name: t('performance.allReferrals'),
            figure: true,
            cell: (one) => <CountField count={one.all} to={referralsPath(referralsBehind({ ...counted, from: null }, one.country))} />,
          },
        ]}
      />
    </>
  );
}
