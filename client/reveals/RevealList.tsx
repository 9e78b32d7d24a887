import { Typography } from '@mui/material';
import { TextInput } from 'react-admin';
import { lookKinds, type RevealRow } from '#contract/reveals';
import { LabelField } from '../fields/LabelField.tsx';
import { StackedInstant } from '../fields/StackedInstant.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import type { TextKey } from '../i18n/catalogue.ts';
import { useText } from '../i18n/useText.ts';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { FromDayFilter, ToDayFilter } from '../list/DayFilter.tsx';
import { SearchFilter } from '../list/SearchFilter.tsx';

const filters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <FromDayFilter key="from" source="at_gte" alwaysOn />,
  <ToDayFilter key="to" source="at_lt" alwaysOn />,
  <TextInput key="person" source="person" alwaysOn />,
  <ChoiceFilter key="how" source="how" group="lookKind" values={lookKinds} />,
  <TextInput key="uid" source="uid" />,
];

const names: Readonly<Record<string, TextKey>> = { email: 'oversight.looks.fields.email', name: 'oversight.looks.fields.name' };

interface RevealListProps {
  /** Fixed conditions, where the list stands on a person's page. */
  only?: Partial<Pick<RevealRow, 'uid'>>;
}

/** Who looked at whose personal data, and why. */
export function RevealList({ only }: RevealListProps) {
  const t = useText();
  const nameOf = (field: string) => (names[field] ? t(names[field]) : field);
  return (
    <ConsoleList resource="reveals" sort={{ field: 'at', order: 'DESC' }} {...(only ? { only, within: true } : { filters })}>
      <Typography variant="body2" color="textSecondary" sx={{ p: 1.5 }}>
        {t('oversight.looks.hint')}
      </Typography>
      <ConsoleTable rowClick={false} hiddenColumns={Object.keys(only ?? {})}>
        <Col<RevealRow> source="at" render={({ at }) => <StackedInstant at={at} />} />
        <Col<RevealRow> source="person" />
        <Col<RevealRow> source="how" render={({ how }) => <LabelField group="lookKind" value={how} />} />
        <Col<RevealRow> source="uid" render={({ uid }) => (uid ? <UidLink uid={uid} /> : t('oversight.looks.nobody'))} />
        <Col<RevealRow> source="fields" render={({ fields }) => fields.map(nameOf).join(t('word.comma'))} />
        <Col<RevealRow> source="reason" prose />
      </ConsoleTable>
    </ConsoleList>
  );
}
