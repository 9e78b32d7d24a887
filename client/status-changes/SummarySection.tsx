import type { StatusChangeRow } from '#contract/status-changes';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { AgeHours } from '../fields/AgeHours.tsx';
import { Change } from './Change.tsx';
import { EvidenceLinks } from './EvidenceLinks.tsx';
import { HoldsField } from './HoldsField.tsx';

/** What is asked, for whom, why, by whom, and what became of it. */
export function SummarySection({ change }: { change: StatusChangeRow }) {
  const t = useText();
  const label = useLabel();
  const pending = change.state === 'pending';
  const asker = `${change.requested_by} (${label('role', change.requested_role)})`;
  const waiting = [
    { name: t('changes.waiting'), value: <AgeHours hours={change.age_hours} /> },
    ...(change.holds_until ? [{ name: t('changes.holds'), value: <Holds change={change} /> }] : []),
  ];
  const decided = [
    { name: t('changes.decidedBy'), value: change.decided_by },
    { name: t('changes.decidedAt'), value: <InstantField at={change.decided_at} /> },
    { name: t('changes.comment'), value: change.comment },
    ...(change.applied_at ? [{ name: t('changes.appliedAt'), value: <InstantField at={change.applied_at} /> }] : []),
  ];
  return (
    <Section title={t('changes.summary')} action={<StateChip group="state" value={change.state} />}>
      <Facts
        facts={[
          { name: t('changes.affiliate'), value: <UidLink uid={change.affiliate_uid} /> },
          { name: t('changes.kind'), value: <LabelField group="changeKind" value={change.kind} /> },
          { name: t('changes.change'), value: <Change change={change} /> },
          { name: t('changes.effective'), value: <InstantField at={change.effective_at} /> },
          { name: t('changes.reason'), value: <LabelField group="reasonCode" value={change.reason_code} /> },
          { name: t('changes.why'), value: <bdi style={{ whiteSpace: 'pre-wrap' }}>{change.text}</bdi> },
          { name: t('changes.requestedBy'), value: change.source === 'feed' ? t('changes.byFeed') : asker },
          { name: t('changes.requestedAt'), value: <InstantField at={change.requested_at} /> },
          { name: t('changes.evidence'), value: <EvidenceLinks evidence={change.evidence} /> },
          ...(pending ? waiting : decided),
        ]}
      />
    </Section>
  );
}

function Holds({ change }: { change: StatusChangeRow }) {
  return (
    <>
      <InstantField at={change.holds_until} /> · <HoldsField change={change} />
    </>
  );
}
