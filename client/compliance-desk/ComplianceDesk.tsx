import { Box } from '@mui/material';
import { Loading, Title } from 'react-admin';
import { ChainSection } from '../audit-checks/ChainSection.tsx';
import { useMay, useRole } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { NotAllowed } from '../layout/NotAllowed.tsx';
import { useServerTime } from '../api/useServerTime.ts';
import { LookingBack } from './LookingBack.tsx';
import { OwedSection } from './OwedSection.tsx';
import { ReasonsSection } from './ReasonsSection.tsx';
import { SamplesSection } from './SamplesSection.tsx';
import { SelfDecidedSection } from './SelfDecidedSection.tsx';

/** What compliance looks after, on one page: each figure leads to its rows. */
export function ComplianceDesk() {
  const role = useRole();
  const may = useMay('decisions', 'read');
  if (role === null) return <Loading />;
  return may ? <Desk /> : <NotAllowed />;
}

function Desk() {
  const t = useText();
  const now = useServerTime();
  if (!now) return <Loading />;
  return (
    <>
      <Title title={t('oversight.title')} />
      <Box
        sx={{
          display: 'grid',
          columnGap: 2,
          gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,7fr) minmax(0,6fr)' },
          alignItems: 'start',
        }}
      >
        <div>
          <SamplesSection />
          <OwedSection today={now.slice(0, 10)} />
          <ReasonsSection thisMonth={now.slice(0, 7)} />
        </div>
        <div>
          <LookingBack now={now} />
          <SelfDecidedSection />
          <ChainSection />
        </div>
      </Box>
    </>
  );
}
