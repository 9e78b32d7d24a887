import { Chip, Stack } from '@mui/material';
import { useState } from 'react';
import type { Dossier, DossierInvitee } from '#contract/tier-reviews';
import { InstantField } from '../fields/InstantField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { Met } from './Met.tsx';

const views = {
  all: () => true,
  qualified: ({ qualified }: DossierInvitee) => qualified,
  nearMiss: ({ near_miss }: DossierInvitee) => near_miss,
} as const;
type View = keyof typeof views;

/** Each invitee against each condition of TIE-1, with the margin; those who missed narrowly are marked. */
export function InviteesSection({ dossier: { invitees } }: { dossier: Dossier }) {
  const t = useText();
  const label = useLabel();
  const [view, setView] = useState<View>('all');
  const shown = invitees.filter(views[view]);
  const count = (name: View) => invitees.filter(views[name]).length;
  return (
    <Section
      title={t('reviews.inviteesTitle', { smart_count: invitees.length })}
      action={
        <Stack direction="row" spacing={1} role="group" aria-label={t('reviews.show')}>
          {(Object.keys(views) as View[]).map((name) => (
            <Chip
              key={name}
              clickable
              aria-pressed={view === name}
              onClick={() => setView(name)}
              variant={view === name ? 'filled' : 'outlined'}
              color={view === name ? 'primary' : 'default'}
              label={t(`reviews.view.${name}`, { count: count(name) })}
            />
          ))}
        </Stack>
      }
    >
      <PlainTable
        caption={t('reviews.inviteesCaption')}
        rows={shown}
        keyOf={({ uid }) => uid}
        empty={t('reviews.noInvitees')}
        columns={[
          { name: t('reviews.invitee'), cell: ({ uid }) => <UidLink uid={uid} /> },
          { name: t('reviews.bound'), cell: ({ bound_at }) => <InstantField at={bound_at} short /> },
          { name: t('reviews.bindingKind'), cell: ({ kind }) => label('bindingKind', kind) },
          {
            name: t('reviews.inMonth'),
            cell: ({ registered_in_month }) => t(registered_in_month ? 'word.yes' : 'word.no'),
          },
          {
            name: t('reviews.deposits'),
            figure: true,
            cell: ({ deposits_usdt }) => <MoneyField amount={deposits_usdt} currency="USDT" />,
          },
          {
            name: t('reviews.depositMargin'),
            cell: ({ deposit_met, deposit_margin }) =>
              deposit_met === null || deposit_margin === null ? (
                t('reviews.notAsked')
              ) : (
                <Met met={deposit_met} margin={deposit_margin} />
              ),
          },
          {
            name: t('reviews.volume'),
            figure: true,
            cell: ({ volume_usdt }) => <MoneyField amount={volume_usdt} currency="USDT" />,
          },
          {
            name: t('reviews.volumeMargin'),
            cell: ({ volume_met, volume_margin }) => <Met met={volume_met} margin={volume_margin} />,
          },
          { name: t('reviews.result'), cell: (invitee) => <Result invitee={invitee} /> },
        ]}
      />
    </Section>
  );
}

function Result({ invitee: { qualified, near_miss } }: { invitee: DossierInvitee }) {
  const t = useText();
  if (qualified) return <Chip color="success" label={t('reviews.qualified')} />;
  return (
    <Chip
      color={near_miss ? 'warning' : 'default'}
      label={t(near_miss ? 'reviews.nearMiss' : 'reviews.notQualified')}
    />
  );
}
