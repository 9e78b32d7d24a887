import { Typography } from '@mui/material';
import type { SignalRow } from '#contract/signals';
import { useFactText } from '../facts/useFactText.ts';
import { Count } from '../fields/Count.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { signalFilters } from './SignalFilters.tsx';

/** What may be worth a look, by affiliate, with its facts (RSK-1): those about most invitees first. */
export function SignalList() {
  const t = useText();
  const label = useLabel();
  return (
    <ConsoleList resource="signals" filters={signalFilters} sort={{ field: 'invitees', order: 'DESC' }}>
      <Typography variant="body2" color="textSecondary" sx={{ p: 1.5 }}>
        {`${t('signals.hint')} ${t('signals.monthHint')}`}
      </Typography>
      <ConsoleTable>
        <Col<SignalRow>
          source="kind"
          render={({ id, kind }) => <TextLink to={`/signals/${encodeURIComponent(id)}/show`}>{label('signalKind', kind)}</TextLink>}
        />
        <Col<SignalRow> source="affiliate_uid" render={({ affiliate_uid }) => <UidLink uid={affiliate_uid} />} />
        <Col<SignalRow> source="month" />
        <Col<SignalRow> source="invitees" figure render={({ invitees }) => <Count value={invitees} />} />
        <Col<SignalRow> source="facts" prose render={({ facts }) => <Facts facts={facts} />} />
        <Col<SignalRow> source="first_at" render={({ first_at }) => <InstantField at={first_at} short />} />
        <Col<SignalRow> source="last_at" render={({ last_at }) => <InstantField at={last_at} short />} />
      </ConsoleTable>
    </ConsoleList>
  );
}

function Facts({ facts }: Pick<SignalRow, 'facts'>) {
  const factText = useFactText();
  return facts.map(({ fact, fact_key, fact_values }, index) => (
    <div key={`${index}:${fact}`}>{factText('signal', fact_key, fact_values, fact)}</div>
  ));
}
