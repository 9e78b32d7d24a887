import { useState } from 'react';
import { TextInput } from 'react-admin';
import type { ShortfallRow } from '#contract/shortfalls';
import type { VerbResult } from '../api/verbs.ts';
import { useMay } from '../auth/access.ts';
import { BulkFailures } from '../decisions/BulkFailures.tsx';
import { signOf } from '../fields/decimal.ts';
import { InstantField } from '../fields/InstantField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { SearchFilter } from '../list/SearchFilter.tsx';
import { BulkAskCorrection } from './BulkAskCorrection.tsx';

const filters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <TextInput key="affiliate_uid" source="affiliate_uid" />,
  <TextInput key="record_id" source="record_id" />,
  <TextInput key="currency" source="currency" />,
];

/** Records that would come out higher by what became known later, with the engine's own difference (STA-10). */
export function ShortfallList() {
  const t = useText();
  const mayAsk = useMay('corrections', 'create');
  const [failures, setFailures] = useState<readonly VerbResult[]>([]);
  const bulk = <BulkAskCorrection onFailures={setFailures} />;
  const money = (amount: string, currency: string) => <MoneyField amount={amount} currency={currency} exact />;
  return (
    <ConsoleList resource="shortfalls" filters={filters} sort={{ field: 'id', order: 'DESC' }}>
      <BulkFailures
        failures={failures}
        onClose={() => setFailures([])}
        nameOf={(id) => t('recordRequests.shortfallNo', { id })}
        linked={false}
      />
      <ConsoleTable
        {...(mayAsk ? { bulk } : {})}
        isRowSelectable={(row) => signOf((row as ShortfallRow).difference) > 0}
        rowClick={(_id, _resource, row) => `/commissions/${(row as ShortfallRow).record_id}/show`}
        hiddenColumns={['id', 'cause']}
      >
        <Col<ShortfallRow> source="id" />
        <Col<ShortfallRow>
          source="record_id"
          render={({ record_id }) => <TextLink to={`/commissions/${record_id}/show`}>{record_id}</TextLink>}
        />
        <Col<ShortfallRow> source="affiliate_uid" render={({ affiliate_uid }) => <UidLink uid={affiliate_uid} />} />
        <Col<ShortfallRow> source="trade_id" />
        <Col<ShortfallRow> source="executed_at" render={({ executed_at }) => <InstantField at={executed_at} short />} />
        <Col<ShortfallRow> source="decided" figure render={({ decided, currency }) => money(decided, currency)} />
        <Col<ShortfallRow>
          source="as_known_now"
          figure
          render={({ as_known_now, currency }) => money(as_known_now, currency)}
        />
        <Col<ShortfallRow> source="corrected" figure render={({ corrected, currency }) => money(corrected, currency)} />
        <Col<ShortfallRow>
          source="difference"
          figure
          render={({ difference, currency }) => <strong>{money(difference, currency)}</strong>}
        />
        <Col<ShortfallRow> source="found_at" render={({ found_at }) => <InstantField at={found_at} short />} />
        <Col<ShortfallRow> source="cause" />
      </ConsoleTable>
    </ConsoleList>
  );
}
