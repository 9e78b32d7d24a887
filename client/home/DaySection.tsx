import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Home } from '#contract/home';
import { Count } from '../fields/Count.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import { recordsOfDay } from './recordsOfDay.ts';

/** The figures of the last day and of the month; what has no price is told, not taken for zero (REF-9). */
export function DaySection({ home: { commission_by_day: days, earned_usdt: earned } }: { home: Home }) {
  const t = useText();
  const last = days.at(-1);
  return (
    <Section title={last ? t('home.lastDay', { day: last.day }) : t('home.figures')}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 2 }}>
        <Figure name={t('home.earnedLastDay')}>
          <MoneyField amount={earned.last_day} currency="USDT" />
        </Figure>
        <Figure name={t('home.earnedMonth')}>
          <MoneyField amount={earned.month_to_date} currency="USDT" />
        </Figure>
        {last && (
          <Figure name={t('home.records')}>
            <TextLink to={recordsOfDay(last.day)}><Count value={last.records} /></TextLink>
          </Figure>
        )}
        {last && <Figure name={t('home.earning')}><Count value={last.earning} /></Figure>}
      </Box>
      {earned.unknown > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {t('home.unknown', { smart_count: earned.unknown })}
        </Typography>
      )}
    </Section>
  );
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
