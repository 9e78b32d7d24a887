import { Typography } from '@mui/material';
import { TextInput } from 'react-admin';
import type { LiabilityRow } from '#contract/liabilities';
import { DayField } from '../fields/DayField.tsx';
import { FigureLink } from '../fields/FigureLink.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { DayFilter } from '../list/DayFilter.tsx';
import { SearchFilter } from '../list/SearchFilter.tsx';
import { recordsOwed } from './recordsOwed.ts';

const filters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <DayFilter key="day" source="day" alwaysOn />,
  <TextInput key="currency" source="currency" alwaysOn />,
  <TextInput key="affiliate_uid" source="affiliate_uid" />,
];

/** What is owed to whom at a day's end, today where none is chosen; each figure leads to its records. */
export function LiabilityList() {
  const t = useText();
  return (
    <ConsoleList resource="liabilities" filters={filters} sort={{ field: 'owed', order: 'DESC' }}>
      <Typography variant="body2" color="textSecondary" sx={{ p: 1.5 }}>
        {t('oversight.owed.hint')}
      </Typography>
      <ConsoleTable rowClick={false}>
        <Col<LiabilityRow> source="affiliate_uid" render={({ affiliate_uid }) => <UidLink uid={affiliate_uid} />} />
        <Col<LiabilityRow> source="currency" />
        <Col<LiabilityRow> source="day" render={({ day }) => <DayField day={day} />} />
        <Col<LiabilityRow> source="restriction" render={({ restriction }) => <LabelField group="restriction" value={restriction} />} />
        <Col<LiabilityRow> source="open" figure render={(row) => <Figure row={row} name="open" />} />
        <Col<LiabilityRow> source="held" figure render={(row) => <Figure row={row} name="held" />} />
        <Col<LiabilityRow> source="in_batch" figure render={(row) => <Figure row={row} name="in_batch" />} />
        <Col<LiabilityRow> source="owed" figure render={(row) => <Figure row={row} name="owed" />} />
      </ConsoleTable>
    </ConsoleList>
  );
}

const behind = { open: 'open_on', held: 'open_on', in_batch: 'in_batch_on', owed: 'owed_on' } as const;

function Figure({ row, name }: { row: LiabilityRow; name: keyof typeof behind }) {
  const amount = row[name];
  if (amount === '0') return <span>–</span>;
  return (
    <FigureLink to={recordsOwed(row, behind[name])} sum={amount}>
      <MoneyField amount={amount} currency={row.currency} />
    </FigureLink>
  );
}
