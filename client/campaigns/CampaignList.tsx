import { Button, Stack } from '@mui/material';
import { LinkBase } from 'react-admin';
import type { CampaignRow } from '#contract/campaigns';
import { useMay } from '../auth/access.ts';
import { bonusesOf } from '../bonuses/bonusesOf.ts';
import { joinsOf } from '../campaign-joins/joinsOf.ts';
import { Clamped } from '../fields/Clamped.tsx';
import { Count } from '../fields/Count.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { StackedInstant } from '../fields/StackedInstant.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { BudgetBar } from './BudgetBar.tsx';
import { CampaignCode } from './CampaignCode.tsx';
import { campaignFilters, campaignPresets } from './CampaignFilters.tsx';

const hidden = ['audience', 'version', 'distributed', 'committed', 'cap_per_affiliate', 'created_by', 'created_at'];

/** Campaigns with their state, period and budget, the newest first (CAM-2). */
export function CampaignList() {
  const t = useText();
  const mayCreate = useMay('campaigns', 'create');
  const tools = (
    <>
      <Button component={LinkBase} to="/campaign-calendar">
        {t('campaigns.calendar')}
      </Button>
      {mayCreate && (
        <Button component={LinkBase} to="/campaigns/create" variant="outlined">
          {t('campaigns.new')}
        </Button>
      )}
    </>
  );
  return (
    <ConsoleList resource="campaigns" filters={campaignFilters} presets={campaignPresets} sort={{ field: 'id', order: 'DESC' }} tools={tools}>
      <ConsoleTable hiddenColumns={hidden}>
        <Col<CampaignRow> source="code" render={({ id, code }) => <CampaignCode id={id} code={code} />} />
        <Col<CampaignRow> source="name" render={({ name }) => <Clamped text={name} />} />
        <Col<CampaignRow> source="kind" render={({ kind }) => <LabelField group="campaignKind" value={kind} />} />
        <Col<CampaignRow> source="audience" render={({ audience }) => <LabelField group="audience" value={audience} />} />
        <Col<CampaignRow> source="state" render={(campaign) => <State campaign={campaign} />} />
        <Col<CampaignRow> source="version" />
        <Col<CampaignRow> source="starts_at" render={({ starts_at }) => <StackedInstant at={starts_at} />} />
        <Col<CampaignRow> source="ends_at" render={({ ends_at }) => <StackedInstant at={ends_at} />} />
        <Col<CampaignRow> source="budget" render={(campaign) => <BudgetBar budget={campaign} dense />} />
        <Col<CampaignRow>
          source="committed"
          figure
          render={({ id, committed, currency }) => (
            <TextLink to={bonusesOf(id, ['pending', 'distributed'])}>
              <MoneyField amount={committed} currency={currency} />
            </TextLink>
          )}
        />
        <Col<CampaignRow>
          source="distributed"
          figure
          render={({ id, distributed, currency }) => (
            <TextLink to={bonusesOf(id, ['distributed'])}>
              <MoneyField amount={distributed} currency={currency} />
            </TextLink>
          )}
        />
        <Col<CampaignRow>
          source="cap_per_affiliate"
          figure
          render={({ cap_per_affiliate, currency }) => <MoneyField amount={cap_per_affiliate} currency={currency} />}
        />
        <Col<CampaignRow> source="joined" figure render={({ id, joined }) => <TextLink to={joinsOf(id)}><Count value={joined} /></TextLink>} />
        <Col<CampaignRow> source="created_by" />
        <Col<CampaignRow> source="created_at" render={({ created_at }) => <InstantField at={created_at} short />} />
      </ConsoleTable>
    </ConsoleList>
  );
}

function State({ campaign: { state, pending_version_id } }: { campaign: CampaignRow }) {
  const t = useText();
  return (
    <Stack spacing={0.5} sx={{ alignItems: 'flex-start' }}>
      <StateChip group="campaignState" value={state} />
      {pending_version_id && <TextLink to={`/campaign-versions/${pending_version_id}/show`}>{t('campaigns.waitsShort')}</TextLink>}
    </Stack>
  );
}
