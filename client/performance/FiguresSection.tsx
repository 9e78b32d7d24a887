import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { referralsBehind, type Performance, type PeriodFigures } from '#contract/performance';
import { families } from '#contract/rulebooks';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { CountField } from './CountField.tsx';
import { EarnedField } from './EarnedField.tsx';
import { Growth } from './Growth.tsx';
import { countedIn } from './periods.ts';
import { recordsPath, referralsPath } from './rowsBehind.ts';
import { Sparkline } from './Sparkline.tsx';
import { TradersField } from './TradersField.tsx';
import { usePeriodName } from './usePeriodName.ts';

/** The last period: each figure with its growth, how it went, and the rows behind it. */
export function FiguresSection({ performance }: { performance: Performance }) {
  const t = useText();
  const label = useLabel();
  const periodName = usePeriodName();
  const { periods, currency, family } = performance;
  const last = periods.at(-1) as PeriodFigures;
  const counted = countedIn(performance, last);
  const course = (figure: (one: PeriodFigures) => number | null): ReactNode => <Sparkline values={periods.map(figure)} />;
  const records = recordsPath(counted, family === null ? {} : { family });
  return (
    <Section title={last.period === 'total' ? t('performance.inTotal') : t('performance.lastPeriod', { period: periodName(last.period) })}>
      {!last.complete && <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{t('performance.notOver')}</Typography>}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(210px, 1fr))' }}>
        <Figure name={t('performance.commission')} growth={last.growth.commission} course={course(({ commission: { amount } }) => (amount === null ? null : Number(amount)))}>
          <EarnedField earned={last.commission} currency={currency} to={records} />
        </Figure>
        <Figure name={t('performance.newReferrals')} growth={last.growth.new_referrals} course={course((one) => one.referrals.new)}>
          <CountField count={last.referrals.new} to={referralsPath(referralsBehind(counted))} />
        </Figure>
        <Figure name={t('performance.allReferrals')} growth={last.growth.all_referrals} course={course((one) => one.referrals.all)}>
          <CountField count={last.referrals.all} to={referralsPath(referralsBehind({ ...counted, from: null }))} />
        </Figure>
        {families.filter((one) => last.traded[one] !== undefined).map((one) => (
          <Figure
            key={one}
            name={t('performance.traded', { family: label('family', one) })}
            growth={last.growth.traded[one]}
            course={course(({ traded }) => traded[one] ?? null)}
          >
            <TradersField performance={performance} period={last} family={one} />
          </Figure>
        ))}
      </Box>
      {last.commission.totals.some((one) => one.currency !== currency) && <Hint text={t('performance.cutOnce')} />}
    </Section>
  );
}

function Hint({ text }: { text: string }) {
  return <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>{text}</Typography>;
}

interface FigureProps {
  name: string;
  growth: number | null | undefined;
  course: ReactNode;
  children: ReactNode;
}

function Figure({ name, growth, course, children }: FigureProps) {
  return (
    <Box>
      <Typography variant="body2" color="textSecondary">{name}</Typography>
      <Typography component="div" sx={{ fontSize: '1.25rem', fontWeight: 600 }}>{children}</Typography>
      <Growth bps={growth} />
      <div>{course}</div>
    </Box>
  );
}
