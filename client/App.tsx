import { AdminContext, CustomRoutes, Resource, type Store } from 'react-admin';
import { Route } from 'react-router-dom';
import { dataProvider } from './api/dataProvider.ts';
import { queries } from './api/queries.ts';
import { authProvider } from './auth/authProvider.ts';
import { SetPassword } from './auth/SetPassword.tsx';
import { CampaignCalendar } from './campaigns/index.ts';
import { TradeExplanation } from './commissions/index.ts';
import { ComplianceDesk } from './compliance-desk/index.ts';
import type { Spoken } from './i18n/bringLanguage.ts';
import { InLanguage, withoutTexts } from './i18n/InLanguage.tsx';
import { ConsoleUI } from './layout/ConsoleUI.tsx';
import { MonthsPage, PerformancePage } from './performance/index.ts';
import { Preferences } from './preferences/index.ts';
import { RecallCheck } from './recalls/index.ts';
import { resources } from './resources.ts';
import { darkTheme, lightTheme } from './theme/themes.ts';

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
          {resources.map((resource) => <Resource key={resource.name} {...resource} />)}
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
