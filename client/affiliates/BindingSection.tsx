import { Stack } from '@mui/material';
import type { AffiliateTimeline } from '#contract/affiliates';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { Section } from '../fields/Section.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useLabels, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** Who invited this account, and which attempts to bind it were refused and why (BIN-5, BIN-7). */
export function BindingSection({ bindings: { inviter, refusals } }: { bindings: AffiliateTimeline['bindings'] }) {
  const t = useText();
  const labels = useLabels();
  return (
    <Section title={t('affiliates.binding')}>
      {inviter ? (
        <Facts
          facts={[
            { name: t('affiliates.inviter'), value: <UidLink uid={inviter.uid} /> },
            { name: t('affiliates.boundBy'), value: <LabelField group="bindingKind" value={inviter.kind} /> },
            { name: t('affiliates.boundAt'), value: <InstantField at={inviter.bound_at} /> },
            { name: t('affiliates.channel'), value: <LabelField group="channel" value={inviter.channel} /> },
            { name: t('affiliates.campaign'), value: inviter.campaign },
          ]}
        />
      ) : (
        t('affiliates.unbound')
      )}
      {refusals.length > 0 && (
        <Stack sx={{ mt: 2 }}>
          <PlainTable
            caption={t('affiliates.refusals')}
            rows={refusals}
            keyOf={({ at, inviter_code }) => `${at}:${inviter_code}`}
            columns={[
              { name: t('affiliates.refusedAt'), cell: ({ at }) => <InstantField at={at} /> },
              { name: t('affiliates.code'), cell: ({ inviter_code }) => inviter_code },
              { name: t('affiliates.inviter'), cell: ({ inviter_uid }) => <UidLink uid={inviter_uid} /> },
              {
                name: t('affiliates.why'),
                cell: ({ codes }) => labels('bindingRefusal', codes),
              },
            ]}
          />
        </Stack>
      )}
    </Section>
  );
}
