import { QueryClient } from '@tanstack/react-query';
import { AdminContext, CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { affiliates } from './affiliates/index.ts';
import { dataProvider } from './api/dataProvider.ts';
import { auditEvents } from './audit-events/index.ts';
import { authProvider } from './auth/authProvider.ts';
import { SetPassword } from './auth/SetPassword.tsx';
import { commissions, TradeExplanation } from './commissions/index.ts';
import { evaluations } from './evaluations/index.ts';
import { i18nProvider } from './i18n/i18nProvider.ts';
import { imports } from './imports/index.ts';
import { ConsoleUI } from './layout/ConsoleUI.tsx';
import { createConsoleStore } from './preferences/consoleStore.ts';
import { Preferences } from './preferences/index.ts';
import { referrals } from './referrals/index.ts';
import { rulebooks } from './rulebooks/index.ts';
import { runs } from './runs/index.ts';
import { staff } from './staff/index.ts';
import { darkTheme, lightTheme } from './theme/themes.ts';
import { tierReviews } from './tier-reviews/index.ts';

const providers = {
  dataProvider,
  authProvider,
  i18nProvider,
  lightTheme,
  darkTheme,
  store: createConsoleStore(),
  queryClient: new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 2000 } } }),
};

/** The console: its providers, its resources, its pages. */
export function App() {
  return (
    <AdminContext {...providers}>
      <ConsoleUI>
        <Resource {...tierReviews} />
        <Resource {...affiliates} />
        <Resource {...referrals} />
        <Resource {...commissions} />
        <Resource {...evaluations} />
        <Resource {...rulebooks} />
        <Resource {...imports} />
        <Resource {...runs} />
        <Resource {...auditEvents} />
        <Resource {...staff} />
        <CustomRoutes>
          <Route path="/explain/trade/:tradeId" element={<TradeExplanation />} />
          <Route path="/preferences" element={<Preferences />} />
        </CustomRoutes>
        <CustomRoutes noLayout>
          <Route path="/set-password" element={<SetPassword />} />
        </CustomRoutes>
      </ConsoleUI>
    </AdminContext>
  );
}
