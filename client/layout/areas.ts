import ApplicationIcon from '@mui/icons-material/AssignmentIndOutlined';
import ContentIcon from '@mui/icons-material/RateReviewOutlined';
import RecallIcon from '@mui/icons-material/ReplayOutlined';
import RecallCheckIcon from '@mui/icons-material/PersonSearchOutlined';
import SignalIcon from '@mui/icons-material/RadarOutlined';
import BonusIcon from '@mui/icons-material/CardGiftcardOutlined';
import CampaignIcon from '@mui/icons-material/CampaignOutlined';
import CampaignVersionIcon from '@mui/icons-material/RuleOutlined';
import AccountTreeIcon from '@mui/icons-material/AccountTreeOutlined';
import InsightsIcon from '@mui/icons-material/InsightsOutlined';
import PaymentsIcon from '@mui/icons-material/AccountBalanceWalletOutlined';
import AssessmentIcon from '@mui/icons-material/AssessmentOutlined';
import BoltIcon from '@mui/icons-material/BoltOutlined';
import GavelIcon from '@mui/icons-material/GavelOutlined';
import GroupIcon from '@mui/icons-material/GroupOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import HomeIcon from '@mui/icons-material/HomeOutlined';
import MenuBookIcon from '@mui/icons-material/MenuBookOutlined';
import PaidIcon from '@mui/icons-material/PaidOutlined';
import PeopleIcon from '@mui/icons-material/PeopleOutlined';
import PlayIcon from '@mui/icons-material/PlayCircleOutlined';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import TrendingDownIcon from '@mui/icons-material/TrendingDownOutlined';
import UndoIcon from '@mui/icons-material/UndoOutlined';
import DeskIcon from '@mui/icons-material/PolicyOutlined';
import DecisionsIcon from '@mui/icons-material/HowToRegOutlined';
import SamplesIcon from '@mui/icons-material/BiotechOutlined';
import AddBoxIcon from '@mui/icons-material/AddBoxOutlined';
import FactCheckIcon from '@mui/icons-material/FactCheckOutlined';
import ManageAccountsIcon from '@mui/icons-material/ManageAccountsOutlined';
import SwapIcon from '@mui/icons-material/SwapHorizOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import { may, type Resource, type Role } from '#contract/policy';
import type { TextKey } from '../i18n/catalogue.ts';

export interface Area {
  to: string;
  name: TextKey;
  icon: SvgIconComponent;
  resource: Resource | null;
}

export interface AreaGroup {
  name: 'queues' | 'people' | 'growth' | 'money' | 'daily' | 'oversight' | 'administration';
  areas: readonly Area[];
}

export const home: Area = { to: '/', name: 'area.home', icon: HomeIcon, resource: null };

const groups: readonly AreaGroup[] = [
  {
    name: 'queues',
    areas: [
      { to: '/tier-reviews', name: 'area.tierReviews', icon: GavelIcon, resource: 'tier-reviews' },
      { to: '/status-changes', name: 'area.statusChanges', icon: SwapIcon, resource: 'status-changes' },
      { to: '/applications', name: 'area.applications', icon: ApplicationIcon, resource: 'applications' },
      { to: '/content-reviews', name: 'area.content', icon: ContentIcon, resource: 'content-reviews' },
      { to: '/campaign-versions', name: 'area.campaignVersions', icon: CampaignVersionIcon, resource: 'campaign-versions' },
      { to: '/reversals', name: 'area.reversals', icon: UndoIcon, resource: 'reversals' },
      { to: '/corrections', name: 'area.corrections', icon: AddBoxIcon, resource: 'corrections' },
      { to: '/boosts', name: 'area.boosts', icon: BoltIcon, resource: 'boosts' },
    ],
  },
  {
    name: 'people',
    areas: [
      { to: '/affiliates', name: 'area.affiliates', icon: PeopleIcon, resource: 'affiliates' },
      { to: '/referrals', name: 'area.referrals', icon: AccountTreeIcon, resource: 'referrals' },
      { to: '/recall-check', name: 'area.recallCheck', icon: RecallCheckIcon, resource: 'recalls' },
      { to: '/recalls', name: 'area.recalls', icon: RecallIcon, resource: 'recalls' },
      { to: '/signals', name: 'area.signals', icon: SignalIcon, resource: 'signals' },
    ],
  },
  {
    name: 'growth',
    areas: [
      { to: '/performance', name: 'area.performance', icon: InsightsIcon, resource: 'commissions' },
      { to: '/campaigns', name: 'area.campaigns', icon: CampaignIcon, resource: 'campaigns' },
      { to: '/bonuses', name: 'area.bonuses', icon: BonusIcon, resource: 'bonuses' },
    ],
  },
  {
    name: 'money',
    areas: [
      { to: '/commissions', name: 'area.commissions', icon: PaidIcon, resource: 'commissions' },
      { to: '/payouts', name: 'area.payouts', icon: PaymentsIcon, resource: 'payouts' },
      { to: '/shortfalls', name: 'area.shortfalls', icon: TrendingDownIcon, resource: 'shortfalls' },
    ],
  },
  {
    name: 'daily',
    areas: [
      { to: '/imports', name: 'area.imports', icon: UploadIcon, resource: 'imports' },
      { to: '/manifests', name: 'area.manifests', icon: FactCheckIcon, resource: 'manifests' },
      { to: '/runs', name: 'area.runs', icon: PlayIcon, resource: 'runs' },
      { to: '/evaluations', name: 'area.evaluations', icon: AssessmentIcon, resource: 'evaluations' },
      { to: '/rulebooks', name: 'area.rulebooks', icon: MenuBookIcon, resource: 'rulebooks' },
    ],
  },
  {
    name: 'oversight',
    areas: [
      { to: '/compliance-desk', name: 'area.desk', icon: DeskIcon, resource: 'decisions' },
      { to: '/decisions', name: 'area.allDecisions', icon: DecisionsIcon, resource: 'decisions' },
      { to: '/audit-samples', name: 'area.samples', icon: SamplesIcon, resource: 'audit-samples' },
      { to: '/audit-events', name: 'area.audit', icon: HistoryIcon, resource: 'audit-events' },
    ],
  },
  {
    name: 'administration',
    areas: [
      { to: '/staff', name: 'area.staff', icon: GroupIcon, resource: 'staff' },
      { to: '/staff-changes', name: 'area.staffChanges', icon: ManageAccountsIcon, resource: 'staff-changes' },
    ],
  },
];

/** What a role is at all day stands first. */
const foremost: Record<Role, AreaGroup['name']> = { operations: 'queues', compliance: 'oversight', support: 'people', admin: 'administration' };

/** The parts of the console that a role may read, by what they are for. */
export function areaGroupsFor(role: Role): AreaGroup[] {
  const open = groups
    .map(({ name, areas }) => ({ name, areas: areas.filter(({ resource }) => resource === null || may(role, resource, 'read')) }))
    .filter(({ areas }) => areas.length > 0);
  const isForemost = ({ name }: AreaGroup) => name === foremost[role];
  return [...open.filter(isForemost), ...open.filter((group) => !isForemost(group))];
}

/** All of them, the first screen before the others. */
export function areasFor(role: Role): Area[] {
  return [home, ...areaGroupsFor(role).flatMap(({ areas }) => areas)];
}
