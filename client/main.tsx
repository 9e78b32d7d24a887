import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { readSession } from './api/session.ts';
import { bringLanguage } from './i18n/bringLanguage.ts';
import { browserLanguage, isLanguage } from './i18n/languages.ts';
import { loadAhead } from './layout/loadAhead.ts';
import { createConsoleStore } from './preferences/consoleStore.ts';
import './theme/fonts.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// Who is signed in already waits for nothing that could be asked for at once.
void readSession().then(() => loadAhead(window.location.hash.slice(1).split('?')[0] ?? '/'), () => undefined);

const store = createConsoleStore();
const chosen: unknown = store.getItem('locale');
void bringLanguage(isLanguage(chosen) ? chosen : browserLanguage()).then((spoken) => {
  createRoot(root).render(
    <StrictMode>
      <App store={store} spoken={spoken} />
    </StrictMode>,
  );
});
