import { Button, Typography } from '@mui/material';
import { LinkBase, useGetList } from 'react-admin';
import type { AuditRow } from '#contract/audit';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { SubjectLink } from '../audit-events/SubjectLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

const decisions = [
  'tier_review.approved', 'tier_review.rejected', 'status_change.approved', 'status_change.rejected', 'reversal.approved',
  'reversal.rejected', 'correction.approved', 'correction.rejected', 'payouts.stopped', 'payouts.resumed',
  'manifest.override_approved', 'account.revealed', 'application.approved', 'application.rejected', 'content_review.approved',
  'content_review.rejected', 'campaign_version.approved', 'campaign_version.rejected',
];

/** What others decided lately, and whose personal data was looked at. */
export function DecisionsSection() {
  const t = useText();
  const label = useLabel();
  const { data = [] } = useGetList<AuditRow>('audit-events', {
    filter: { action: decisions },
    sort: { field: 'seq', order: 'DESC' },
    pagination: { page: 1, perPage: 10 },
  });
  const all = (
    <Button component={LinkBase} to="/audit-events">
      {t('home.allEvents')}
    </Button>
  );
  return (
    <Section title={t('home.decisions')} action={all}>
      <PlainTable
        caption={t('home.decisions')}
        rows={data}
        keyOf={({ id }) => id}
        empty={t('home.noDecisions')}
        columns={[
          { name: t('audit.at'), cell: ({ at }) => <InstantField at={at} short /> },
          {
            name: t('audit.action'),
            cell: ({ action, actor }) => (
              <>
                {label('action', action.replace('.', '_'))}
                <Typography variant="body2" color="textSecondary">
                  {actor}
                </Typography>
              </>
            ),
          },
          {
            name: t('audit.subject'),
            cell: ({ subject_type, subject_id }) => <SubjectLink type={subject_type} id={subject_id} />,
          },
          { name: t('audit.reason'), cell: ({ reason }) => <bdi>{reason}</bdi> },
        ]}
      />
    </Section>
  );
}
