import { useGetList } from 'react-admin';
import type { ApplicationRow } from '#contract/applications';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

const SHOWN = 25;

/** What else the same person has applied for, and why that was decided as it was. */
export function OtherApplications({ application: { id, uid } }: { application: ApplicationRow }) {
  const t = useText();
  const { data } = useGetList<ApplicationRow>('applications', {
    filter: { uid },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: SHOWN },
  });
  if (!data) return null;
  return (
    <Section title={t('applications.others')}>
      <PlainTable
        caption={t('applications.others')}
        rows={data.filter((other) => other.id !== id)}
        keyOf={(other) => other.id}
        empty={t('applications.noOthers')}
        columns={[
          {
            name: t('decisions.request'),
            cell: (other) => <TextLink to={`/applications/${other.id}/show`}>{t('applications.title', { id: other.id })}</TextLink>,
          },
          { name: t('applications.applied'), cell: ({ applied_at }) => <InstantField at={applied_at} short /> },
          { name: t('applications.decidedBy'), cell: ({ decided_by }) => decided_by ?? '–' },
          { name: t('applications.comment'), cell: ({ comment }) => comment ?? '–' },
          { name: '', cell: ({ state }) => <StateChip group="state" value={state} /> },
        ]}
      />
    </Section>
  );
}
