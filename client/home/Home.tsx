import { Alert, Box } from '@mui/material';
import { Loading, Title } from 'react-admin';
import type { Role } from '#contract/policy';
import type { Home as HomeAnswer } from '#contract/home';
import { useMay, useRole } from '../auth/access.ts';
import { useErrorText, useText } from '../i18n/useText.ts';
import { AuditSection } from './AuditSection.tsx';
import { ClaimsSection } from './ClaimsSection.tsx';
import { DaySection } from './DaySection.tsx';
import { DeadlinesSection } from './DeadlinesSection.tsx';
import { DecisionsSection } from './DecisionsSection.tsx';
import { FiguresSection } from './FiguresSection.tsx';
import { ImportsSection } from './ImportsSection.tsx';
import { PasteBox } from './PasteBox.tsx';
import { QueueSection } from './QueueSection.tsx';
import { ReasonsSection } from './ReasonsSection.tsx';
import { RunsSection } from './RunsSection.tsx';
import { FeedsSection } from '../routine/FeedsSection.tsx';
import { RoutineSection } from '../routine/RoutineSection.tsx';
import { StaffSection } from './StaffSection.tsx';
import { WaitingSection } from './WaitingSection.tsx';
import { useFirstScreen } from './useFirstScreen.ts';

/** The first screen: one's own queue, then the figures of the day; shown when all of it is there. */
export function Home() {
  const t = useText();
  const role = useRole();
  const errorText = useErrorText();
  const { home: { data, error }, there } = useFirstScreen();
  return (
    <>
      <Title title={t('home.title')} />
      {role === 'support' && <PasteBox />}
      {error && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {errorText(error)}
        </Alert>
      )}
      {!there && <Loading />}
      {there && <RoutineSection nextPayout={data?.next_payout ?? null} />}
      {there && data && role && <Sections home={data} role={role} />}
    </>
  );
}

function Sections({ home, role }: { home: HomeAnswer; role: Role }) {
  const mayReadFeeds = useMay('manifests', 'read');
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 2,
        gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,3fr) minmax(0,2fr)' },
        alignItems: 'start',
      }}
    >
      <div>
        <ClaimsSection />
        {role === 'operations' && <QueueSection queue={home.queue} />}
        {role === 'compliance' && <DecisionsSection />}
        {role === 'admin' && <StaffSection />}
        {mayReadFeeds && <FeedsSection />}
        <FiguresSection days={home.commission_by_day} />
      </div>
      <div>
        <DaySection home={home} />
        {(role === 'operations' || role === 'compliance') && <WaitingSection home={home} />}
        {role === 'operations' && <DeadlinesSection home={home} />}
        {home.audit && <AuditSection audit={home.audit} />}
        <ReasonsSection home={home} />
        {role !== 'support' && <RunsSection runs={home.last_runs} />}
        {home.last_imports && role !== 'support' && <ImportsSection imports={home.last_imports} />}
      </div>
    </Box>
  );
}
