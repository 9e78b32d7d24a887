import { Loading, Title, useGetRecordId } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { ChecksOfRulebook } from './ChecksOfRulebook.tsx';
import { CountriesSection } from './CountriesSection.tsx';
import { LadderSection } from './LadderSection.tsx';
import { ProductsSection } from './ProductsSection.tsx';
import { RatiosSection } from './RatiosSection.tsx';
import type { Rulebook } from './rulebook.ts';
import { VersionSection } from './VersionSection.tsx';

/** One version of a programme's rules, to read: every value of its document as a table. */
export function RulebookShow() {
  const t = useText();
  const label = useLabel();
  const { data, error } = useRead<Rulebook>(`rulebooks/${encodeURIComponent(String(useGetRecordId()))}`);
  if (error) return <PageProblem error={error} />;
  if (!data) return <Loading />;
  const { document: rules, programme, version } = data;
  return (
    <>
      <Title title={t('rulebooks.title', { programme: label('programme', programme), version: version ?? 0 })} />
      <VersionSection rulebook={data} />
      <LadderSection rules={rules} />
      <RatiosSection rules={rules} />
      <ChecksOfRulebook rules={rules} />
      <ProductsSection rules={rules} />
      <CountriesSection title={t('rulebooks.futuresRestricted')} countries={rules.futures_restricted} />
      <CountriesSection title={t('rulebooks.mica')} countries={rules.mica_countries} />
      <CountriesSection title={t('rulebooks.recallClosed')} countries={rules.recall_closed} />
    </>
  );
}
