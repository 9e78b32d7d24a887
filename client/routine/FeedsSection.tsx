import { Chip, Stack } from '@mui/material';
import type { FeedProgress } from '#contract/manifests';
import { DayField } from '../fields/DayField.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useErrorText, useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { AgeHours } from '../fields/AgeHours.tsx';
import { useFeeds } from './useFeeds.ts';

/** PAY-8: up to when each feed has come, its last day against its manifest, and how late it is. */
export function FeedsSection() {
  const t = useText();
  const label = useLabel();
  const errorText = useErrorText();
  const { data, error } = useFeeds();
  return (
    <Section title={t('routine.feeds')}>
      {error && errorText(error)}
      {data && (
        <PlainTable
          caption={t('routine.feeds')}
          rows={data}
          keyOf={({ feed }) => feed}
          columns={[
            { name: t('routine.feed'), cell: ({ feed }) => label('feed', feed) },
            { name: t('routine.cameUntil'), cell: ({ came_until }) => <InstantField at={came_until} short /> },
            { name: t('routine.late'), oneLine: true, cell: ({ late_hours }) => <Late hours={late_hours} /> },
            { name: t('routine.manifest'), cell: ({ manifests }) => <Manifest last={manifests[0]} /> },
          ]}
        />
      )}
    </Section>
  );
}

function Late({ hours }: { hours: number }) {
  const t = useText();
  if (hours === 0) return <span>{t('routine.onTime')}</span>;
  return <Chip color="warning" label={<AgeHours hours={hours} />} />;
}

function Manifest({ last }: { last: FeedProgress['manifests'][number] | undefined }) {
  const t = useText();
  if (!last) return <span>{t('routine.noManifest')}</span>;
  const { id, day, rows, rows_found, state } = last;
  return (
    <Stack direction="row" sx={{ columnGap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
      <TextLink to={`/manifests/${id}/show`}><DayField day={day} /></TextLink>
      <span>{t('routine.rowsOf', { found: rows_found, rows })}</span>
      <StateChip group="manifestState" value={state} />
    </Stack>
  );
}
