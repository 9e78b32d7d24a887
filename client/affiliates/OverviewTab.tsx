import type { AffiliateDetail } from '#contract/affiliates';
import { ManagerSection } from '../account-managers/ManagerSection.tsx';
import { Count } from '../fields/Count.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';
import { InviteesLink } from '../referrals/InviteesLink.tsx';
import { AffiliateSentencesPanel } from '../sentences/AffiliateSentencesPanel.tsx';
import { AsOfBanner } from './AsOfBanner.tsx';
import { BalanceSection } from './BalanceSection.tsx';
import { EnrolmentSection } from './EnrolmentSection.tsx';
import { InvitationSection } from './InvitationSection.tsx';
import { LinksSection } from './LinksSection.tsx';
import { OutlookSection } from './OutlookSection.tsx';
import { PersonSection } from './PersonSection.tsx';
import { TotalsSection } from './TotalsSection.tsx';
import { useAsOf } from './useAsOf.ts';

export function OverviewTab({ affiliate }: { affiliate: AffiliateDetail }) {
  const t = useText();
  const written = useWritten();
  const { asOf } = useAsOf();
  return (
    <>
      {asOf && <AsOfBanner at={asOf} affiliate={affiliate} />}
      <EnrolmentSection affiliate={affiliate} />
      {!asOf && <InvitationSection uid={affiliate.uid} />}
      {!asOf && <AffiliateSentencesPanel uid={affiliate.uid} />}
      {!asOf && <OutlookSection affiliate={affiliate} />}
      {!asOf && <BalanceSection uid={affiliate.uid} />}
      <Section title={t('affiliates.account')}>
        <Facts
          facts={[
            {
              name: t('affiliates.accountType'),
              value: <LabelField group="accountType" value={affiliate.account_type} />,
            },
            { name: t('affiliates.kyc'), value: <LabelField group="kyc" value={affiliate.kyc_level} /> },
            { name: t('affiliates.vip'), value: <Count value={affiliate.vip_level} /> },
            { name: t('affiliates.country'), value: affiliate.country ? written.countryAndCode(affiliate.country) : '–' },
            { name: t('affiliates.registered'), value: <InstantField at={affiliate.registered_at} /> },
            ...(asOf ? [{ name: t('affiliates.inviter'), value: <UidLink uid={affiliate.inviter_uid} /> }] : []),
            {
              name: t('affiliates.restriction'),
              value: <StateChip group="restriction" value={affiliate.restriction} />,
            },
            {
              name: t('affiliates.referrals'),
              value: <InviteesLink uid={affiliate.uid} count={affiliate.referrals_count} until={asOf} />,
            },
          ]}
        />
      </Section>
      <PersonSection affiliate={affiliate} />
      {!asOf && affiliate.programme !== null && <ManagerSection affiliate={affiliate} />}
      {!asOf && <TotalsSection affiliate={affiliate} />}
      {affiliate.links && affiliate.referral_code && (
        <LinksSection code={affiliate.referral_code} links={affiliate.links} />
      )}
    </>
  );
}
