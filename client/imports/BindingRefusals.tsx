import { Loading } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useLabels, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** An account that was taken in but not bound; several codes are joined by `;`. */
interface BindingRefusal {
  uid: string;
  inviter_code: string;
  inviter_uid: string | null;
  codes: string;
  at: string;
}

/** Accounts of this file that stay without inviter, and why (CONTRACT 1): no rejects. */
export function BindingRefusals({ importId }: { importId: string }) {
  const t = useText();
  const labels = useLabels();
  const { data } = useRead<BindingRefusal[]>(`imports/${encodeURIComponent(importId)}/binding-refusals`);
  return (
    <Section title={t('imports.refusals')}>
      {!data ? (
        <Loading />
      ) : (
        <PlainTable
          caption={t('imports.refusals')}
          rows={data}
          keyOf={({ uid }) => uid}
          columns={[
            { name: t('affiliates.invitee'), cell: ({ uid }) => <UidLink uid={uid} /> },
            { name: t('affiliates.refusedAt'), cell: ({ at }) => <InstantField at={at} /> },
            { name: t('affiliates.code'), cell: ({ inviter_code }) => inviter_code },
            { name: t('affiliates.inviter'), cell: ({ inviter_uid }) => <UidLink uid={inviter_uid} /> },
            {
              name: t('affiliates.why'),
              cell: ({ codes }) => labels('bindingRefusal', codes.split(';')),
            },
          ]}
        />
      )}
    </Section>
  );
}
