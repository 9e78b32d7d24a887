import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { StaffName } from '../fields/StaffName.tsx';
import { useLabel, useLabels, useText } from '../i18n/useText.ts';
import type { Rulebook } from './rulebook.ts';

/** When a version holds, who is admitted, and who made it so. */
export function VersionSection({ rulebook }: { rulebook: Rulebook }) {
  const t = useText();
  const label = useLabel();
  const labels = useLabels();
  const { document: rules } = rulebook;
  return (
    <Section title={t('rulebooks.version')} action={<StateChip group="state" value={rulebook.state} />}>
      <Facts
        facts={[
          { name: t('rulebooks.from'), value: <InstantField at={rulebook.effective_from} /> },
          { name: t('rulebooks.to'), value: <InstantField at={rulebook.effective_to} /> },
          { name: t('rulebooks.status'), value: label('programmeState', rules.status) },
          {
            name: t('rulebooks.accountTypes'),
            value: labels('accountType', rules.account_types),
          },
          { name: t('rulebooks.kyc'), value: label('kyc', rules.kyc_level) },
          { name: t('rulebooks.reporting'), value: rules.reporting_currency },
          { name: t('rulebooks.proposedBy'), value: rulebook.proposed_by && <StaffName name={rulebook.proposed_by} /> },
          { name: t('rulebooks.decidedBy'), value: rulebook.decided_by && <StaffName name={rulebook.decided_by} /> },
        ]}
      />
    </Section>
  );
}
