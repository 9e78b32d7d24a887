import { Alert, Box, Button, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { LinkBase, Loading, Title, useGetList } from 'react-admin';
import type { CampaignRow } from '#contract/campaigns';
import { toneOf } from '../fields/tones.ts';
import { StateChip } from '../fields/StateChip.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { useServerTime } from '../api/useServerTime.ts';
import { CampaignCode } from './CampaignCode.tsx';
import { runsIn, weeksFrom, type Week } from './weeks.ts';

const WEEKS = 10;
const BEFORE = 2;
const MOST = 500;

/** Which campaigns run in which week (weeks from Monday, UTC): scheduled, active, paused, and ended ones until they ended. */
export function CampaignCalendar() {
  const t = useText();
  const now = useServerTime();
  const [skip, setSkip] = useState(-BEFORE);
  if (!now) return <Loading />;
  const weeks = weeksFrom(now, skip, WEEKS);
  return (
    <>
      <Title title={t('campaigns.weeks')} />
      <Stack direction="row" spacing={1} sx={{ mb: 1, flexWrap: 'wrap' }}>
        <Button variant="outlined" onClick={() => setSkip(skip - WEEKS / 2)}>
          {t('campaigns.earlier')}
        </Button>
        <Button variant="outlined" onClick={() => setSkip(-BEFORE)}>
          {t('campaigns.thisWeek')}
        </Button>
        <Button variant="outlined" onClick={() => setSkip(skip + WEEKS / 2)}>
          {t('campaigns.later')}
        </Button>
        <Button component={LinkBase} to="/campaigns">
          {t('campaigns.list')}
        </Button>
      </Stack>
      <Weeks weeks={weeks} now={now} />
    </>
  );
}

function Weeks({ weeks, now }: { weeks: readonly Week[]; now: string }) {
  const t = useText();
  const { data, total, error } = useGetList<CampaignRow>('campaigns', {
    filter: {
      state: ['scheduled', 'active', 'paused', 'ended'],
      starts_at_lt: weeks.at(-1)?.to,
      ends_at_gte: weeks[0]?.from,
    },
    sort: { field: 'starts_at', order: 'ASC' },
    pagination: { page: 1, perPage: MOST },
  });
  if (error) return <PageProblem error={error} />;
  if (!data) return <Loading />;
  const running = data.filter(({ starts_at, ends_at, ended_at }) => weeks.some((week) => runsIn(week, starts_at, ended_at ?? ends_at)));
  if (running.length === 0) return <Alert severity="info">{t('campaigns.noneInWeeks')}</Alert>;
  return (
    <>
      {(total ?? 0) > data.length && <Alert severity="warning">{t('campaigns.tooMany', { shown: data.length })}</Alert>}
      <TableContainer tabIndex={0} role="group" aria-label={t('campaigns.weeks')}>
        <Table size="small" sx={{ '& td, & th': { px: '4px' } }}>
          <Heads weeks={weeks} now={now} />
          <TableBody>
            {running.map((campaign) => (
              <TableRow key={campaign.id} hover>
                <TableCell component="th" scope="row">
                  <CampaignCode id={campaign.id} code={campaign.code} /> <StateChip group="campaignState" value={campaign.state} />
                </TableCell>
                {weeks.map((week) => (
                  <WeekCell key={week.from} campaign={campaign} week={week} />
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  );
}

function Heads({ weeks, now }: { weeks: readonly Week[]; now: string }) {
  const t = useText();
  const written = useWritten();
  return (
    <TableHead>
      <TableRow>
        <TableCell component="th" scope="col">
          {t('campaigns.campaign')}
        </TableCell>
        {weeks.map(({ from, to }) => {
          const current = from <= now && now < to;
          return (
            <TableCell
              key={from}
              component="th"
              scope="col"
              align="center"
              aria-current={current ? 'date' : undefined}
              aria-label={t('campaigns.week', { day: from.slice(0, 10) })}
              sx={current ? { fontWeight: 700, color: 'text.primary', borderBottom: 2, borderColor: 'primary.main' } : {}}
            >
              {written.dayShortly(from.slice(0, 10))}
            </TableCell>
          );
        })}
      </TableRow>
    </TableHead>
  );
}

function WeekCell({ campaign: { code, state, starts_at, ends_at, ended_at }, week }: { campaign: CampaignRow; week: Week }) {
  const t = useText();
  const label = useLabel();
  const tone = toneOf(state);
  if (!runsIn(week, starts_at, ended_at ?? ends_at)) return <TableCell />;
  return (
    <TableCell>
      <Box
        role="img"
        aria-label={t('campaigns.runs', { code, state: label('campaignState', state) })}
        sx={{ height: 16, minWidth: 40, borderRadius: 0.5, bgcolor: tone === 'default' ? 'text.secondary' : `${tone}.main` }}
      />
    </TableCell>
  );
}
