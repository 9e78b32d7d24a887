import type { ReactNode } from 'react';
import type { AffiliateDetail } from '#contract/affiliates';
import type { ApplicationRow } from '#contract/applications';
import { useRead } from '../api/useRead.ts';
import { useFields } from '../auth/access.ts';
import { Count } from '../fields/Count.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useLabel, useText } from '../i18n/useText.ts';

/** What the console knows about the applicant now. `reveal`: asks for what is masked. */
export function ApplicantSection({ application, reveal }: { application: ApplicationRow; reveal: ReactNode }) {
  const t = useText();
  const written = useWritten();
  const { readable } = useFields('applications');
  const { data: account } = useRead<AffiliateDetail>(`affiliates/${encodeURIComponent(application.uid)}`);
  const person = [
    { name: t('applications.name'), value: application.name ?? '–' },
    { name: t('applications.email'), value: application.email ?? '–' },
  ];
  const standing = account
    ? [
        { name: t('applications.enrolment'), value: <Enrolment account={account} /> },
        { name: t('applications.restriction'), value: <StateChip group="restriction" value={account.restriction} /> },
        { name: t('applications.referrals'), value: <Count value={account.referrals_count} /> },
        { name: t('applications.inviter'), value: <UidLink uid={account.inviter_uid} /> },
      ]
    : [];
  return (
    <Section title={t('applications.known')} action={reveal}>
      <Facts
        columns={1}
        facts={[
          ...(readable.includes('name') ? person : []),
          { name: t('applications.country'), value: application.country && written.countryAndCode(application.country) },
          { name: t('applications.accountType'), value: <LabelField group="accountType" value={application.account_type} /> },
          { name: t('applications.kyc'), value: <LabelField group="kyc" value={application.kyc_level} /> },
          { name: t('applications.registered'), value: <InstantField at={application.registered_at} /> },
          ...standing,
        ]}
      />
    </Section>
  );
}

function Enrolment({ account: { programme: name, ended_at, end_reason } }: { account: AffiliateDetail }) {
  const t = useText();
  const label = useLabel();
  if (!name) return <span>{t('applications.neverEnrolled')}</span>;
  const programme = label('programme', name);
  return (
    <span>
      {ended_at
        ? t('applications.endedAs', { programme, reason: label('endReason', end_reason) })
        : t('applications.openSince', { programme })}
    </span>
  );
}
