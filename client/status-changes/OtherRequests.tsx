import { useGetList } from 'react-admin';
import type { StatusChangeRow } from '#contract/status-changes';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { RequestTable } from './RequestTable.tsx';

/** What else was asked for the same affiliate; rejections and cancellations stay in sight. */
export function OtherRequests({ change: { id, affiliate_uid } }: { change: StatusChangeRow }) {
  const t = useText();
  const { data } = useGetList<StatusChangeRow>('status-changes', {
    filter: { affiliate_uid },
    sort: { field: 'requested_at', order: 'DESC' },
    pagination: { page: 1, perPage: 25 },
  });
  if (!data) return null;
  return (
    <Section title={t('changes.others')}>
      <RequestTable
        caption={t('changes.others')}
        changes={data.filter((other) => other.id !== id)}
        empty={t('changes.noOthers')}
      />
    </Section>
  );
}
