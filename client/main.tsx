import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { bringLanguage } from './i18n/bringLanguage.ts';
import { browserLanguage, isLanguage } from './i18n/languages.ts';
import { createConsoleStore } from './preferences/consoleStore.ts';
import './theme/fonts.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const store = createConsoleStore();
const chosen: unknown = store.getItem('locale');
const spoken = await bringLanguage(isLanguage(chosen) ? chosen : browserLanguage());

createRoot(root).render(
  <StrictMode>
    <App store={store} spoken={spoken} />
  </StrictMode>,
);
