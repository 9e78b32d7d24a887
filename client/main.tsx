import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createI18nProvider } from './i18n/i18nProvider.ts';
import { createConsoleStore } from './preferences/consoleStore.ts';
import './theme/fonts.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const store = createConsoleStore();
const i18nProvider = await createI18nProvider(store.getItem('locale'));

createRoot(root).render(
  <StrictMode>
    <App store={store} i18nProvider={i18nProvider} />
  </StrictMode>,
);
