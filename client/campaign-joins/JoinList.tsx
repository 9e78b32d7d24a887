import { Typography } from '@mui/material';
import { BooleanInput, TextInput } from 'react-admin';
import type { CampaignJoinRow, JoinBonuses } from '#contract/campaigns';
import { CampaignCode } from '../campaigns/CampaignCode.tsx';
import { FigureLink } from '../fields/FigureLink.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { FromDayFilter, ToDayFilter } from '../list/DayFilter.tsx';
import { listPath } from '../list/listPath.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

const joinFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <TextInput key="campaign_code" source="campaign_code" />,
  <TextInput key="campaign_id" source="campaign_id" />,
  <TextInput key="affiliate_uid" source="affiliate_uid" />,
  <BooleanInput key="current" source="current" />,
  <FromDayFilter key="joined_at_gte" source="joined_at_gte" />,
  <ToDayFilter key="joined_at_lt" source="joined_at_lt" />,
];

/** The list of all joins. */
export function JoinPage() {
  return <JoinList />;
}

interface JoinListProps {
  /** Fixed conditions, where the list stands on another page. */
  only?: Partial<Pick<CampaignJoinRow, 'campaign_id' | 'affiliate_uid'>>;
}

/** Who joined which campaign, until when, and what it has brought (CAM-1, CAM-6). The newest first. */
export function JoinList({ only }: JoinListProps) {
  return (
    <ConsoleList
      resource="campaign-joins"
      filters={joinFilters}
      sort={{ field: 'id', order: 'DESC' }}
      {...(only ? { only, within: true } : {})}
    >
      <ConsoleTable rowClick={false} hiddenColumns={['id', 'requested_by', ...Object.keys(only ?? {}), ...(only?.campaign_id ? ['campaign_code'] : [])]}>
        <Col<CampaignJoinRow> source="id" />
        <Col<CampaignJoinRow> source="campaign_code" render={({ campaign_id, campaign_code }) => <CampaignCode id={campaign_id} code={campaign_code} />} />
        <Col<CampaignJoinRow> source="affiliate_uid" render={({ affiliate_uid }) => <UidLink uid={affiliate_uid} />} />
        <Col<CampaignJoinRow> source="joined_at" render={({ joined_at }) => <InstantField at={joined_at} short />} />
        <Col<CampaignJoinRow> source="ended_at" render={({ ended_at }) => <InstantField at={ended_at} short />} />
        <Col<CampaignJoinRow> source="bonuses" render={(join) => <Bonuses join={join} />} />
        <Col<CampaignJoinRow> source="requested_by" />
      </ConsoleTable>
    </ConsoleList>
  );
}

function Bonuses({ join }: { join: CampaignJoinRow }) {
  const t = useText();
  if (join.bonuses.length === 0) return <>{t('campaigns.noBonuses')}</>;
  return (
    <>
      {join.bonuses.map((group) => (
        <Typography key={`${group.state} ${group.currency}`} variant="body2" component="div">
          <StateChip group="bonusState" value={group.state} />{' '}
          <FigureLink to={bonusesBehind(join, group)} rows={group.bonuses} sum={group.amount}>
            {t('campaigns.bonusCount', { smart_count: group.bonuses })} <MoneyField amount={group.amount} currency={group.currency} />
          </FigureLink>
        </Typography>
      ))}
    </>
  );
}

/** The bonuses that make up a figure: of this join, in this state and currency. */
function bonusesBehind({ campaign_id, affiliate_uid, joined_at, ended_at }: CampaignJoinRow, { state, currency }: JoinBonuses): string {
  const filter = { campaign_id, affiliate_uid, state, currency, earned_at_gte: joined_at, ...(ended_at ? { earned_at_lt: ended_at } : {}) };
  return listPath('bonuses', filter);
}
