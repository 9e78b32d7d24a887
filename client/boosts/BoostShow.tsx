import { Loading, Title, useGetRecordId } from 'react-admin';
import type { BoostRow } from '#contract/boosts';
import { useRead } from '../api/useRead.ts';
import { AuditTrail } from '../audit-events/AuditTrail.tsx';
import { useMay } from '../auth/access.ts';
import { RequestDecision } from '../decisions/RequestDecision.tsx';
import { WaitingField } from '../decisions/WaitingField.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { BoostDialog } from './BoostDialog.tsx';

/** A boost that was asked for, and what became of it. */
export function BoostShow() {
  const t = useText();
  const id = String(useGetRecordId());
  const mayAudit = useMay('audit-events', 'read');
  const { data: boost, error } = useRead<BoostRow>(`boosts/${encodeURIComponent(id)}`);
  if (error) return <PageProblem error={error} />;
  if (!boost) return <Loading />;
  return (
    <>
      <Title title={t('boosts.title', { id })} />
      <RequestDecision
        key={id}
        resource="boosts"
        request={boost}
        dialog={(deciding) => <BoostDialog {...deciding} count={1} />}
      />
      <Summary boost={boost} />
      {mayAudit && (
        <Section title={t('boosts.history')}>
          <AuditTrail subjectType="boosts" subjectId={id} />
        </Section>
      )}
    </>
  );
}

function Summary({ boost }: { boost: BoostRow }) {
  const t = useText();
  const waiting = [{ name: t('decisions.waiting'), value: <WaitingField since={boost.requested_at} waits /> }];
  const decided = [
    { name: t('boosts.decidedBy'), value: boost.decided_by },
    { name: t('boosts.decidedAt'), value: <InstantField at={boost.decided_at} /> },
    { name: t('boosts.comment'), value: boost.comment },
  ];
  return (
    <Section title={t('boosts.summary')} action={<StateChip group="state" value={boost.state} />}>
      <Facts
        facts={[
          {
            name: t('boosts.whom'),
            value: boost.affiliate_uid ? <UidLink uid={boost.affiliate_uid} /> : t('boosts.wholeProgramme'),
          },
          { name: t('boosts.programme'), value: <LabelField group="programme" value={boost.programme} /> },
          { name: t('boosts.begins'), value: <InstantField at={boost.from} /> },
          { name: t('boosts.ends'), value: <InstantField at={boost.to} /> },
          { name: t('boosts.text'), value: boost.text },
          { name: t('boosts.active'), value: t(boost.active ? 'boosts.isActive' : 'boosts.notActive') },
          { name: t('boosts.requestedBy'), value: boost.requested_by },
          { name: t('boosts.requestedAt'), value: <InstantField at={boost.requested_at} /> },
          ...(boost.state === 'pending' ? waiting : decided),
        ]}
      />
    </Section>
  );
}
