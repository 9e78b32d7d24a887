import { Box, Tab, Tabs } from '@mui/material';
import { LinkBase, useLocation } from 'react-admin';
import type { AffiliateDetail } from '#contract/affiliates';
import { useText } from '../i18n/useText.ts';
import { CampaignsOfAffiliate } from '../campaigns/CampaignsOfAffiliate.tsx';
import { CommissionList } from '../commissions/CommissionList.tsx';
import { ReferralList } from '../referrals/ReferralList.tsx';
import { useMay } from '../auth/access.ts';
import { KeyTo } from '../keyboard/KeyTo.tsx';
import { NotesPanel } from '../notes/NotesPanel.tsx';
import { SubmissionsSection } from '../content-reviews/SubmissionsSection.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { OversightTab } from './OversightTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { PerformanceTab } from './PerformanceTab.tsx';
import { RecallsTab } from './RecallsTab.tsx';
import { TiersTab } from './TiersTab.tsx';
import { TimelineTab } from './TimelineTab.tsx';

const tabs = [
  'overview', 'oversight', 'performance', 'timeline', 'tiers', 'referrals', 'recalls', 'campaigns', 'commissions', 'content', 'notes', 'history',
] as const;
type TabName = (typeof tabs)[number];

/** So many tabs have a key: the digit of their place. */
const DIGITS = 9;

/** The parts of an affiliate's page, each with an address of its own. */
export function AffiliateTabs({ affiliate }: { affiliate: AffiliateDetail }) {
  const t = useText();
  const { pathname, search } = useLocation();
  const hidden: Partial<Record<TabName, boolean>> = {
    notes: !useMay('notes', 'read'),
    content: !useMay('content-reviews', 'read'),
    campaigns: !useMay('campaigns', 'read'),
    oversight: !useMay('decisions', 'read'),
  };
  const base = `/affiliates/${encodeURIComponent(affiliate.uid)}/show`;
  const asked = pathname.slice(base.length + 1);
  const tab = tabs.find((name) => name === asked) ?? 'overview';
  const shown = tabs.filter((name) => !hidden[name]);
  const pathOf = (name: TabName) => `${name === 'overview' ? base : `${base}/${name}`}${search}`;
  return (
    <>
      {shown.slice(0, DIGITS).map((name, place) => (
        <KeyTo key={name} keys={String(place + 1)} to={pathOf(name)} />
      ))}
      <Tabs
        value={tab}
        aria-label={t('affiliates.tabs')}
        sx={{ mb: 2, borderBottom: 1, borderColor: 'divider', '& .MuiTab-root': { minWidth: 0, px: 1.5 } }}
        variant="scrollable"
      >
        {shown.map((name, place) => (
          <Tab
            key={name}
            value={name}
            id={`tab-${name}`}
            aria-controls={`panel-${name}`}
            label={t(`affiliates.tab.${name}`)}
            component={LinkBase}
            to={pathOf(name)}
            {...(place < DIGITS ? { 'aria-keyshortcuts': String(place + 1) } : {})}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        <Panel tab={tab} affiliate={affiliate} />
      </Box>
    </>
  );
}

function Panel({ tab, affiliate }: { tab: TabName; affiliate: AffiliateDetail }) {
  switch (tab) {
    case 'overview':
      return <OverviewTab affiliate={affiliate} />;
    case 'performance':
      return <PerformanceTab affiliate={affiliate} />;
    case 'timeline':
      return <TimelineTab uid={affiliate.uid} />;
    case 'tiers':
      return <TiersTab affiliate={affiliate} />;
    case 'referrals':
      return <ReferralList only={{ inviter_uid: affiliate.uid }} />;
    case 'recalls':
      return <RecallsTab uid={affiliate.uid} />;
    case 'campaigns':
      return <CampaignsOfAffiliate uid={affiliate.uid} />;
    case 'commissions':
      return <CommissionList only={{ inviter_uid: affiliate.uid }} />;
    case 'content':
      return <SubmissionsSection uid={affiliate.uid} />;
    case 'notes':
      return <NotesPanel subject={{ type: 'affiliates', id: affiliate.uid }} />;
    case 'history':
      return <HistoryTab uid={affiliate.uid} />;
    case 'oversight':
      return <OversightTab uid={affiliate.uid} />;
  }
}
