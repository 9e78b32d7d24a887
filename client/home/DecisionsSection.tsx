import { Button, Typography } from '@mui/material';
import { LinkBase } from 'react-admin';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StaffName } from '../fields/StaffName.tsx';
import { SubjectLink } from '../audit-events/SubjectLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { useLatestDecisions } from './useLatestDecisions.ts';

/** What others decided lately, and whose personal data was looked at. */
export function DecisionsSection() {
  const t = useText();
  const label = useLabel();
  const { data = [] } = useLatestDecisions();
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
                  <StaffName name={actor} />
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
