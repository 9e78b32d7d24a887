import { Alert, Button, Chip, Stack } from '@mui/material';
import { useState } from 'react';
import { Loading } from 'react-admin';
import type { TimelineEntry, TimelineKind } from '#contract/affiliates';
import { SubjectLink } from '../audit-events/SubjectLink.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { StaffName } from '../fields/StaffName.tsx';
import { Section } from '../fields/Section.tsx';
import { useErrorText, useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { EntryWords } from './EntryWords.tsx';
import { useTimelineEntries } from './useTimelineEntries.ts';

/** All that has happened to an affiliate, the latest first: facts, requests, decisions, payouts, notes. */
export function TimelineTab({ uid }: { uid: string }) {
  const t = useText();
  const errorText = useErrorText();
  const [only, setOnly] = useState<TimelineKind | null>(null);
  const { entries, error, more, readMore, busy } = useTimelineEntries(uid);
  if (error) return <Alert severity="error">{errorText(error)}</Alert>;
  if (!entries) return <Loading />;
  const shown = entries.filter(({ kind }) => only === null || kind === only);
  return (
    <Section title={t('affiliates.timeline.title')}>
      <Kinds entries={entries} only={only} onChoose={setOnly} />
      <Entries uid={uid} entries={shown} />
      {more && (
        <Button onClick={readMore} disabled={busy} sx={{ mt: 1 }}>
          {t('affiliates.timeline.more')}
        </Button>
      )}
    </Section>
  );
}

interface KindsProps {
  entries: readonly TimelineEntry[];
  only: TimelineKind | null;
  onChoose: (kind: TimelineKind | null) => void;
}

/** Which kinds of entries to show, of those that there are. */
function Kinds({ entries, only, onChoose }: KindsProps) {
  const t = useText();
  const label = useLabel();
  const kinds = [...new Set(entries.map(({ kind }) => kind))].sort();
  const chip = (kind: TimelineKind | null, name: string) => (
    <Chip
      key={name}
      clickable
      label={name}
      aria-pressed={only === kind}
      onClick={() => onChoose(kind)}
      variant={only === kind ? 'filled' : 'outlined'}
      color={only === kind ? 'primary' : 'default'}
    />
  );
  return (
    <Stack direction="row" role="group" aria-label={t('affiliates.timeline.show')} sx={{ flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
      {chip(null, t('list.all'))}
      {kinds.map((kind) => chip(kind, label('timelineKind', kind)))}
    </Stack>
  );
}

function Entries({ uid, entries }: { uid: string; entries: readonly TimelineEntry[] }) {
  const t = useText();
  const label = useLabel();
  return (
    <PlainTable
      caption={t('affiliates.timeline.title')}
      rows={entries}
      keyOf={({ id }) => id}
      empty={t('affiliates.timeline.none')}
      columns={[
        { name: t('affiliates.timeline.at'), oneLine: true, cell: (entry) => <When entry={entry} /> },
        { name: t('affiliates.timeline.kind'), cell: ({ kind }) => label('timelineKind', kind) },
        { name: t('affiliates.timeline.what'), cell: (entry) => <EntryWords uid={uid} entry={entry} /> },
        { name: t('affiliates.timeline.who'), cell: ({ actor }) => (actor ? <StaffName name={actor} /> : t('changes.byFeed')) },
        {
          name: t('affiliates.timeline.subject'),
          cell: ({ subject: { type, id } }) => (type === 'affiliates' ? '–' : <SubjectLink type={type} id={id} />),
        },
      ]}
    />
  );
}

/** When it held or was done, and when the console came to know of it, where that was on a later day. */
function When({ entry: { at, known_at } }: { entry: TimelineEntry }) {
  const t = useText();
  const late = known_at.slice(0, 10) > at.slice(0, 10);
  return (
    <>
      <InstantField at={at} />
      {late && (
        <div>
          <small>
            {t('affiliates.timeline.known')} <InstantField at={known_at} />
          </small>
        </div>
      )}
    </>
  );
}
