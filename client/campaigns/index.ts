import { lazyPage } from '../layout/lazyPage.ts';

export const campaigns = {
  name: 'campaigns',
  list: lazyPage(() => import('./CampaignList.tsx'), 'CampaignList'),
  show: lazyPage(() => import('./CampaignShow.tsx'), 'CampaignShow'),
  create: lazyPage(() => import('./CampaignCreate.tsx'), 'CampaignCreate'),
  edit: lazyPage(() => import('./CampaignChange.tsx'), 'CampaignChange'),
};

export const CampaignCalendar = lazyPage(() => import('./CampaignCalendar.tsx'), 'CampaignCalendar');
