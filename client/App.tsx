import { AdminContext, CustomRoutes, Resource, type Store } from 'react-admin';
import { Route } from 'react-router-dom';
import { affiliates } from './affiliates/index.ts';
import { applications } from './applications/index.ts';
import { dataProvider } from './api/dataProvider.ts';
import { queries } from './api/queries.ts';
import { auditChecks } from './audit-checks/index.ts';
import { auditSamples } from './audit-samples/index.ts';
import { auditEvents } from './audit-events/index.ts';
import { authProvider } from './auth/authProvider.ts';
import { SetPassword } from './auth/SetPassword.tsx';
import { bonuses } from './bonuses/index.ts';
import { boosts } from './boosts/index.ts';
import { CampaignCalendar, campaigns } from './campaigns/index.ts';
import { campaignJoins } from './campaign-joins/index.ts';
import { campaignVersions } from './campaign-versions/index.ts';
import { commissions, TradeExplanation } from './commissions/index.ts';
import { contentReviews } from './content-reviews/index.ts';
import { corrections } from './corrections/index.ts';
import { ComplianceDesk } from './compliance-desk/index.ts';
import { decisions } from './decisions/index.ts';
import { evaluations } from './evaluations/index.ts';
import type { Spoken } from './i18n/bringLanguage.ts';
import { InLanguage, withoutTexts } from './i18n/InLanguage.tsx';
import { imports } from './imports/index.ts';
import { ConsoleUI } from './layout/ConsoleUI.tsx';
import { liabilities } from './liabilities/index.ts';
import { manifests } from './manifests/index.ts';
import { payoutLines } from './payout-lines/index.ts';
import { payouts, payoutStops } from './payouts/index.ts';
import { MonthsPage, PerformancePage } from './performance/index.ts';
import { Preferences } from './preferences/index.ts';
import { RecallCheck, recalls } from './recalls/index.ts';
import { referrals } from './referrals/index.ts';
import { reveals } from './reveals/index.ts';
import { reversals } from './reversals/index.ts';
import { rulebooks } from './rulebooks/index.ts';
import { runs } from './runs/index.ts';
import { shortfalls } from './shortfalls/index.ts';
import { signals } from './signals/index.ts';
import { staff } from './staff/index.ts';
import { staffChanges } from './staff-changes/index.ts';
import { statusChanges } from './status-changes/index.ts';
import { darkTheme, lightTheme } from './theme/themes.ts';
import { tierReviews } from './tier-reviews/index.ts';

const providers = {
  dataProvider,
  authProvider,
  lightTheme,
  darkTheme,
  queryClient: queries,
};

/** The console: its providers, its resources, its pages. */
export function App({ store, spoken }: { store: Store; spoken: Spoken }) {
  return (
    <AdminContext {...providers} store={store} i18nProvider={withoutTexts(store)}>
      <InLanguage first={spoken}>
        <ConsoleUI>
          <Resource {...tierReviews} />
          <Resource {...statusChanges} />
          <Resource {...affiliates} />
          <Resource {...referrals} />
          <Resource {...recalls} />
          <Resource {...applications} />
          <Resource {...contentReviews} />
          <Resource {...campaigns} />
          <Resource {...campaignVersions} />
          <Resource {...campaignJoins} />
          <Resource {...bonuses} />
          <Resource {...signals} />
          <Resource {...commissions} />
          <Resource {...payouts} />
          <Resource {...payoutLines} />
          <Resource {...payoutStops} />
          <Resource {...reversals} />
          <Resource {...corrections} />
          <Resource {...shortfalls} />
          <Resource {...evaluations} />
          <Resource {...boosts} />
          <Resource {...rulebooks} />
          <Resource {...imports} />
          <Resource {...manifests} />
          <Resource {...runs} />
          <Resource {...decisions} />
          <Resource {...reveals} />
          <Resource {...liabilities} />
          <Resource {...auditSamples} />
          <Resource {...auditChecks} />
          <Resource {...auditEvents} />
          <Resource {...staff} />
          <Resource {...staffChanges} />
          <CustomRoutes>
            <Route path="/explain/trade/:tradeId" element={<TradeExplanation />} />
            <Route path="/campaign-calendar" element={<CampaignCalendar />} />
            <Route path="/performance" element={<PerformancePage />} />
            <Route path="/performance/months" element={<MonthsPage />} />
            <Route path="/recall-check" element={<RecallCheck />} />
            <Route path="/compliance-desk" element={<ComplianceDesk />} />
            <Route path="/preferences" element={<Preferences />} />
          </CustomRoutes>
          <CustomRoutes noLayout>
            <Route path="/set-password" element={<SetPassword />} />
          </CustomRoutes>
        </ConsoleUI>
      </InLanguage>
    </AdminContext>
  );
}
