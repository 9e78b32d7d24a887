import { Button } from '@mui/material';
import { LinkBase, useGetList } from 'react-admin';
import type { RecallRow } from '#contract/recalls';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useLabel, useLabels, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { listPath } from '../list/listPath.ts';
import { checkOfAttempt } from './question.ts';

const SHOWN = 10;

/** What has been tried to recall a user, the latest first. */
export function AttemptsSection({ uid }: { uid: string }) {
  const t = useText();
  const label = useLabel();
  const labels = useLabels();
  const { data } = useGetList<RecallRow>('recalls', {
    filter: { uid },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: SHOWN },
  });
  if (!data) return null;
  const all = (
    <Button component={LinkBase} to={listPath('recalls', { uid })}>
      {t('recalls.allAttempts')}
    </Button>
  );
  return (
    <Section title={t('recalls.attempts')} {...(data.length > 0 ? { action: all } : {})}>
      <PlainTable
        caption={t('recalls.attempts')}
        rows={data}
        keyOf={({ id }) => id}
        empty={t('recalls.noAttempts')}
        columns={[
          { name: t('recalls.attempt'), cell: (attempt) => <TextLink to={checkOfAttempt(attempt)}>{attempt.recall_id}</TextLink> },
          { name: t('recalls.by'), cell: ({ inviter_uid, inviter_code }) => (inviter_uid ? <UidLink uid={inviter_uid} /> : <code>{inviter_code}</code>) },
          { name: t('recalls.via'), cell: ({ via }) => label('recallVia', via) },
          { name: t('recalls.attempted'), cell: ({ attempted_at }) => <InstantField at={attempted_at} short /> },
          { name: t('recalls.outcome'), cell: ({ outcome }) => <StateChip group="recallOutcome" value={outcome} /> },
          { name: t('affiliates.why'), cell: ({ refusals }) => labels('recallRefusal', refusals) || '–' },
        ]}
      />
    </Section>
  );
}
