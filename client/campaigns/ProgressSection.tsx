import { Button, Stack, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import type { CampaignProgressRow, CampaignRow } from '#contract/campaigns';
import { useMay } from '../auth/access.ts';
import { bonusesWith } from '../bonuses/bonusesOf.ts';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useErrorText, useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { TaskProgress } from './TaskProgress.tsx';
import { PROGRESS_PAGE, useProgress } from './useProgress.ts';

interface ProgressSectionProps {
  campaign: CampaignRow;
  /** Of which affiliate at first; '' of all. */
  start: string;
}

/** How far each invitee is, task by task, under the version that it was promised under (CAM-4). */
export function ProgressSection({ campaign, start }: ProgressSectionProps) {
  const t = useText();
  const errorText = useErrorText();
  const may = useMay('bonuses', 'read');
  const [typed, setTyped] = useState(start);
  const [asked, setAsked] = useState({ affiliate: start, page: 0 });
  const { data, error } = useProgress(campaign.id, asked.affiliate, asked.page);
  const narrow = (event: FormEvent) => {
    event.preventDefault();
    setAsked({ affiliate: typed.trim(), page: 0 });
  };
  if (!may) return null;
  return (
    <Section title={t('campaigns.progress')}>
      <form onSubmit={narrow} noValidate>
        <TextField
          label={t('campaigns.progressOf')}
          value={typed}
          error={error !== null}
          helperText={error ? errorText(error).replace(/^[\w.]+: /, '') : null}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => setAsked((before) => (before.affiliate === typed.trim() ? before : { affiliate: typed.trim(), page: 0 }))}
          slotProps={{ htmlInput: { maxLength: 64, spellCheck: false } }}
          sx={{ maxWidth: 320 }}
        />
      </form>
      {data && !error && <Rows rows={data.rows} />}
      {data && !error && <Pages page={asked.page} total={data.total} onGo={(page) => setAsked({ ...asked, page })} />}
    </Section>
  );
}

function Rows({ rows }: { rows: readonly CampaignProgressRow[] }) {
  const t = useText();
  return (
    <PlainTable
      caption={t('campaigns.progress')}
      rows={rows}
      keyOf={({ id }) => id}
      empty={t('campaigns.noProgress')}
      columns={[
        { name: t('campaigns.invitee'), cell: ({ invitee_uid }) => <UidLink uid={invitee_uid} /> },
        { name: t('campaigns.inviter'), cell: ({ affiliate_uid }) => <UidLink uid={affiliate_uid} /> },
        {
          name: t('campaigns.promised'),
          cell: ({ promised_at, version }) => (
            <>
              <InstantField at={promised_at} short />
              <Typography variant="body2" color="textSecondary">
                {t('campaigns.underVersion', { version })}
              </Typography>
            </>
          ),
        },
        { name: t('campaigns.tasks'), cell: ({ tasks }) => tasks.map((task) => <TaskProgress key={task.task} task={task} />) },
        { name: t('campaigns.state'), cell: (row) => <State row={row} /> },
        {
          name: t('campaigns.bonuses'),
          cell: ({ bonus_ids }) => (bonus_ids.length === 0 ? '–' : <TextLink to={bonusesWith(bonus_ids)}>{bonus_ids.join(', ')}</TextLink>),
        },
      ]}
    />
  );
}

function State({ row: { state, reason } }: { row: CampaignProgressRow }) {
  const label = useLabel();
  return (
    <>
      <StateChip group="progressState" value={state} />
      {reason && (
        <Typography variant="body2" color="textSecondary">
          {label('waitReason', reason)}
        </Typography>
      )}
    </>
  );
}

interface PagesProps {
  page: number;
  total: number;
  onGo: (page: number) => void;
}

function Pages({ page, total, onGo }: PagesProps) {
  const t = useText();
  const last = Math.min(total, (page + 1) * PROGRESS_PAGE);
  if (total <= PROGRESS_PAGE) return null;
  return (
    <Stack direction="row" spacing={1} sx={{ mt: 1, alignItems: 'center' }}>
      <Button disabled={page === 0} onClick={() => onGo(page - 1)}>
        {t('campaigns.previous')}
      </Button>
      <span>{t('campaigns.range', { from: page * PROGRESS_PAGE + 1, to: last, total })}</span>
      <Button disabled={last >= total} onClick={() => onGo(page + 1)}>
        {t('campaigns.next')}
      </Button>
    </Stack>
  );
}
