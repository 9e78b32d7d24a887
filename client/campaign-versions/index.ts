import { lazyPage } from '../layout/lazyPage.ts';

export const campaignVersions = {
  name: 'campaign-versions',
  list: lazyPage(() => import('./CampaignVersionList.tsx'), 'CampaignVersionList'),
  show: lazyPage(() => import('./CampaignVersionShow.tsx'), 'CampaignVersionShow'),
};
