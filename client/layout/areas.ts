import AccountTreeIcon from '@mui/icons-material/AccountTreeOutlined';
import AssessmentIcon from '@mui/icons-material/AssessmentOutlined';
import GavelIcon from '@mui/icons-material/GavelOutlined';
import GroupIcon from '@mui/icons-material/GroupOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import HomeIcon from '@mui/icons-material/HomeOutlined';
import MenuBookIcon from '@mui/icons-material/MenuBookOutlined';
import PaidIcon from '@mui/icons-material/PaidOutlined';
import PeopleIcon from '@mui/icons-material/PeopleOutlined';
import PlayIcon from '@mui/icons-material/PlayCircleOutlined';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import { may, type Resource, type Role } from '#contract/policy';
import type { TextKey } from '../i18n/catalogue.ts';

export interface Area {
  to: string;
  name: TextKey;
  icon: SvgIconComponent;
  resource: Resource | null;
}

const areas: readonly Area[] = [
  { to: '/', name: 'area.home', icon: HomeIcon, resource: null },
  { to: '/tier-reviews', name: 'area.tierReviews', icon: GavelIcon, resource: 'tier-reviews' },
  { to: '/affiliates', name: 'area.affiliates', icon: PeopleIcon, resource: 'affiliates' },
  { to: '/referrals', name: 'area.referrals', icon: AccountTreeIcon, resource: 'referrals' },
  { to: '/commissions', name: 'area.commissions', icon: PaidIcon, resource: 'commissions' },
  { to: '/evaluations', name: 'area.evaluations', icon: AssessmentIcon, resource: 'evaluations' },
  { to: '/rulebooks', name: 'area.rulebooks', icon: MenuBookIcon, resource: 'rulebooks' },
  { to: '/imports', name: 'area.imports', icon: UploadIcon, resource: 'imports' },
  { to: '/runs', name: 'area.runs', icon: PlayIcon, resource: 'runs' },
  { to: '/audit-events', name: 'area.audit', icon: HistoryIcon, resource: 'audit-events' },
  { to: '/staff', name: 'area.staff', icon: GroupIcon, resource: 'staff' },
];

/** The parts of the console that a role may read. */
export function areasFor(role: Role): Area[] {
  return areas.filter(({ resource }) => resource === null || may(role, resource, 'read'));
}
