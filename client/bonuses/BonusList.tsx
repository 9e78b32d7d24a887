import { Chip, Stack } from '@mui/material';
import type { BonusRow } from '#contract/bonuses';
import { CampaignCode } from '../campaigns/CampaignCode.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { bonusFilters, bonusPresets } from './BonusFilters.tsx';

const hidden = ['version', 'awarded_at', 'run_id', 'record_id', 'confirmed_at', 'reference'];

interface BonusListProps {
  /** Fixed conditions, where the list stands on another page. */
  only?: Partial<Pick<BonusRow, 'affiliate_uid' | 'campaign_id'>>;
}

/** The list of all bonuses. */
export function BonusPage() {
  return <BonusList />;
}

/** What was awarded, with its status (CAM-4); each figure leads to the rows behind it. The newest first. */
export function BonusList({ only }: BonusListProps) {
  return (
    <ConsoleList
      resource="bonuses"
      filters={bonusFilters}
      presets={bonusPresets}
      sort={{ field: 'id', order: 'DESC' }}
      {...(only ? { only, within: true } : {})}
    >
      <ConsoleTable rowClick={false} hiddenColumns={[...hidden, ...Object.keys(only ?? {})]}>
        <Col<BonusRow> source="id" />
        <Col<BonusRow>
          source="campaign_code"
          render={({ campaign_id, campaign_code }) => <CampaignCode id={campaign_id} code={campaign_code} />}
        />
        <Col<BonusRow> source="version" />
        <Col<BonusRow> source="affiliate_uid" render={({ affiliate_uid }) => <UidLink uid={affiliate_uid} />} />
        <Col<BonusRow> source="invitee_uid" render={({ invitee_uid }) => <UidLink uid={invitee_uid} />} />
        <Col<BonusRow> source="side" render={({ side }) => <LabelField group="side" value={side} />} />
        <Col<BonusRow> source="reward" render={({ reward }) => <LabelField group="rewardKind" value={reward} />} />
        <Col<BonusRow> source="amount" figure render={(bonus) => <Amount bonus={bonus} />} />
        <Col<BonusRow> source="state" render={(bonus) => <State bonus={bonus} />} />
        <Col<BonusRow> source="earned_at" render={({ earned_at }) => <InstantField at={earned_at} short />} />
        <Col<BonusRow> source="awarded_at" render={({ awarded_at }) => <InstantField at={awarded_at} short />} />
        <Col<BonusRow> source="run_id" render={({ run_id }) => <TextLink to={`/runs/${run_id}/show`}>{run_id}</TextLink>} />
        <Col<BonusRow>
          source="record_id"
          render={({ record_id }) => (record_id ? <TextLink to={`/commissions/${record_id}/show`}>{record_id}</TextLink> : '–')}
        />
        <Col<BonusRow> source="distributed_at" render={({ distributed_at }) => <InstantField at={distributed_at} short />} />
        <Col<BonusRow> source="confirmed_at" render={({ confirmed_at }) => <InstantField at={confirmed_at} short />} />
        <Col<BonusRow> source="reference" />
      </ConsoleTable>
    </ConsoleList>
  );
}

/** Of cash, it leads to the record that it became. */
function Amount({ bonus: { amount, currency, record_id } }: { bonus: BonusRow }) {
  const money = <MoneyField amount={amount} currency={currency} />;
  return record_id ? <TextLink to={`/commissions/${record_id}/show`}>{money}</TextLink> : money;
}

function State({ bonus: { state, held } }: { bonus: BonusRow }) {
  const t = useText();
  return (
    <Stack direction="row" spacing={0.5}>
      <StateChip group="bonusState" value={state} />
      {held && <Chip color="warning" label={t('bonuses.held')} />}
    </Stack>
  );
}
