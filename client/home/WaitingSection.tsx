import { waitingKinds, type Home, type WaitingKind } from '#contract/home';
import { mineToDecide, waitingFilter } from '#contract/live';
import { useDecider } from '../auth/useDecider.ts';
import { Count } from '../fields/Count.tsx';
import { FigureLink } from '../fields/FigureLink.tsx';
import { Section } from '../fields/Section.tsx';
import { hoursBetween } from '../fields/times.ts';
import type { TextKey } from '../i18n/catalogue.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { listPath } from '../list/listPath.ts';
import { AgeHours } from '../fields/AgeHours.tsx';

const names: Record<Exclude<WaitingKind, 'payout-stops'>, TextKey> = {
  'status-changes': 'area.statusChanges',
  reversals: 'area.reversals',
  corrections: 'area.corrections',
  boosts: 'area.boosts',
  applications: 'area.applications',
  'content-reviews': 'area.content',
  'campaign-versions': 'area.campaignVersions',
  manifests: 'area.manifests',
  'staff-changes': 'area.staffChanges',
};

/** What waits for a second person, what of it this person may decide, and how long the oldest does. */
export function WaitingSection({ home: { requests, now } }: { home: Home }) {
  const t = useText();
  const label = useLabel();
  const me = useDecider();
  const pendingOf = (kind: WaitingKind) => listPath(kind, waitingFilter(kind));
  const mineOf = (kind: WaitingKind) => listPath(kind, (me && mineToDecide(kind, me)) ?? {});
  return (
    <Section title={t('home.secondPerson')}>
      <PlainTable
        caption={t('home.secondPerson')}
        rows={waitingKinds.flatMap((kind) => (requests[kind] ? [{ kind, ...requests[kind] }] : []))}
        keyOf={({ kind }) => kind}
        columns={[
          { name: t('home.what'), cell: ({ kind }) => (kind === 'payout-stops' ? label('decisionKind', 'payout-resumptions') : t(names[kind])) },
          {
            name: t('home.pending'),
            figure: true,
            cell: ({ kind, pending }) => <FigureLink to={pendingOf(kind)} rows={pending}><Count value={pending} /></FigureLink>,
          },
          {
            name: t('home.mine'),
            figure: true,
            cell: ({ kind, mine }) => (mine === null ? '–' : <FigureLink to={mineOf(kind)} rows={mine}><Count value={mine} /></FigureLink>),
          },
          {
            name: t('home.oldest'),
            figure: true,
            oneLine: true,
            cell: ({ oldest_at }) => (oldest_at ? <AgeHours hours={hoursBetween(oldest_at, now)} /> : '–'),
          },
        ]}
      />
    </Section>
  );
}
