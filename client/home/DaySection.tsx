import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Home } from '#contract/home';
import { Count } from '../fields/Count.tsx';
import { FigureLink } from '../fields/FigureLink.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { earningOfDay, earningOfMonth, recordsOfDay } from './recordsOfDay.ts';

/** The figures of the last day and of the month; what has no price is told, not taken for zero (REF-9). */
export function DaySection({ home: { commission_by_day: days, earned_usdt: earned } }: { home: Home }) {
  const t = useText();
  const last = days.at(-1);
  return (
    <Section title={last ? t('home.lastDay', { day: last.day }) : t('home.figures')}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 2 }}>
        <Figure name={t('home.earnedLastDay')}>
          <Earned amount={earned.last_day} to={last && earningOfDay(last.day)} />
        </Figure>
        <Figure name={t('home.earnedMonth')}>
          <Earned amount={earned.month_to_date} to={last && earningOfMonth(last.day)} />
        </Figure>
        {last && (
          <Figure name={t('home.records')}>
            <FigureLink to={recordsOfDay(last.day)} rows={last.records}><Count value={last.records} /></FigureLink>
          </Figure>
        )}
        {last && (
          <Figure name={t('home.earning')}>
            <FigureLink to={earningOfDay(last.day)} rows={last.earning}><Count value={last.earning} /></FigureLink>
          </Figure>
        )}
      </Box>
      {earned.unknown > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {t('home.unknown', { smart_count: earned.unknown })}
        </Typography>
      )}
    </Section>
  );
}

/** In USDT by each day's prices, so that the amounts of the rows do not simply add up to it (REF-9). */
function Earned({ amount, to }: { amount: string; to: string | undefined }) {
  const figure = <MoneyField amount={amount} currency="USDT" />;
  return to ? <FigureLink to={to}>{figure}</FigureLink> : figure;
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box>
      <Typography variant="body2" color="textSecondary">
        {name}
      </Typography>
      <Typography component="div" sx={{ fontSize: '1.25rem', fontWeight: 600 }}>
        {children}
      </Typography>
    </Box>
  );
}
