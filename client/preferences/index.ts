import { lazyPage } from '../layout/lazyPage.ts';

export const Preferences = lazyPage(() => import('./Preferences.tsx'), 'Preferences');
