import { type CampaignVersionPreview, documentFields, type FieldChanges } from '#contract/campaigns';
import { DocumentValue } from '../campaigns/DocumentValue.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

interface DifferenceSectionProps {
  changes: FieldChanges;
  preview: CampaignVersionPreview | null;
}

/** Field by field what a version changes. */
export function DifferenceSection({ changes, preview }: DifferenceSectionProps) {
  const t = useText();
  const label = useLabel();
  const fields = documentFields.filter((field) => field in changes);
  return (
    <Section title={t('campaignVersions.beforeAfter')}>
      {preview && (
        <PlainTable
          caption={t('campaignVersions.beforeAfter')}
          rows={fields}
          keyOf={(field) => field}
          empty={t('campaignVersions.noChanges')}
          columns={[
            { name: t('campaigns.field'), cell: (field) => label('campaignField', field) },
            { name: t('campaigns.before'), cell: (field) => <DocumentValue field={field} document={preview.before} /> },
            { name: t('campaigns.after'), cell: (field) => <DocumentValue field={field} document={preview.after} /> },
          ]}
        />
      )}
    </Section>
  );
}
