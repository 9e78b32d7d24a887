import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import type { NoteRow, NoteSubject } from '#contract/notes';
import { useMay } from '../auth/access.ts';
import { Choice } from '../fields/Choice.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { NoteForm } from './NoteForm.tsx';
import { useSubject } from './useSubject.ts';

const SHOWN = 100;

/** Everything, or only what the affiliate told us (ENR-8). */
type ShownKind = 'all' | 'feedback';

interface NotesPanelProps {
  subject: { type: NoteSubject; id: string };
}

/**
 * What staff have written beside one thing, the latest first; beside an affiliate also what stands beside its requests
 * and records. Not there for who may not read notes.
 */
export function NotesPanel({ subject }: NotesPanelProps) {
  const t = useText();
  const mayRead = useMay('notes', 'read');
  const mayWrite = useMay('notes', 'create');
  const label = useLabel();
  const [kind, setKind] = useState<ShownKind>('all');
  const { data } = useNotes(subject, kind, mayRead);
  if (!mayRead) return null;
  return (
    <Section title={t('notes.title')}>
      {mayWrite && <NoteForm subject={subject} />}
      {subject.type === 'affiliates' && (
        <Choice
          label={t('notes.show')}
          value={kind}
          values={['all', 'feedback']}
          word={(one) => (one === 'all' ? t('notes.showAll') : label('noteKind', one))}
          onChoose={setKind}
        />
      )}
      {data?.length === 0 && (
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          {t(kind === 'all' ? 'notes.none' : 'notes.noFeedback')}
        </Typography>
      )}
      {data?.map((note) => (
        <Note key={note.id} note={note} elsewhere={note.subject_type !== subject.type} />
      ))}
    </Section>
  );
}

function useNotes({ type, id }: NotesPanelProps['subject'], kind: ShownKind, enabled: boolean) {
  const subject = type === 'affiliates' ? { affiliate_uid: id } : { subject_type: type, subject_id: id };
  const filter = { ...subject, ...(kind === 'all' ? {} : { kind }) };
  return useGetList<NoteRow>(
    'notes',
    { filter, sort: { field: 'id', order: 'DESC' }, pagination: { page: 1, perPage: SHOWN } },
    { enabled },
  );
}

function Note({ note: { text, author, at, kind, subject_type, subject_id }, elsewhere }: { note: NoteRow; elsewhere: boolean }) {
  const t = useText();
  const { name, path } = useSubject(subject_type, subject_id);
  return (
    <Box component="article" sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Typography variant="body2" color="textSecondary" sx={{ '& a': { textDecoration: 'underline' } }}>
        <InstantField at={at} /> · {author}
        {kind === 'feedback' && ` · ${t('notes.feedback')}`}
        {elsewhere && ' · '}
        {elsewhere && <TextLink to={path}>{name}</TextLink>}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Typography>
    </Box>
  );
}
