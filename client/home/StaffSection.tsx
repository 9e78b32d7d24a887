import { Button } from '@mui/material';
import { LinkBase } from 'react-admin';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { useStaffRows } from './useStaffRows.ts';

/** Who uses the console: what an administrator looks after. */
export function StaffSection() {
  const t = useText();
  const label = useLabel();
  const { data = [] } = useStaffRows();
  return (
    <Section
      title={t('home.staff')}
      action={
        <Button component={LinkBase} to="/staff">
          {t('home.allStaff')}
        </Button>
      }
    >
      <PlainTable
        caption={t('home.staff')}
        rows={data}
        keyOf={({ id }) => id}
        columns={[
          { name: t('home.email'), cell: ({ email }) => email },
          { name: t('home.name'), cell: ({ name }) => name },
          { name: t('home.role'), cell: ({ role }) => label('role', role) },
          { name: t('home.state'), cell: ({ state }) => <StateChip group="state" value={state} /> },
        ]}
      />
    </Section>
  );
}
