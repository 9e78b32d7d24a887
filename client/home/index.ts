import { lazyPage } from '../layout/lazyPage.ts';

export const Home = lazyPage(() => import('./Home.tsx'), 'Home');
