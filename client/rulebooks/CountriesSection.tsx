import type { DatedCountry } from '#contract/rulebooks';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** A list of countries by the time in which they stand on it. An empty list is left out. */
export function CountriesSection({ title, countries }: { title: string; countries: readonly DatedCountry[] }) {
  const t = useText();
  const written = useWritten();
  if (countries.length === 0) return null;
  const listed = (list: readonly DatedCountry[]) =>
    list.map(({ country }) => written.countryAndCode(country)).join(t('word.comma'));
  return (
    <Section title={title}>
      <PlainTable
        caption={title}
        rows={byTime(countries)}
        keyOf={({ from, to }) => `${from}:${to}`}
        columns={[
          { name: t('rulebooks.country'), cell: (span) => listed(span.countries) },
          { name: t('rulebooks.from'), cell: ({ from }) => <InstantField at={from} /> },
          {
            name: t('rulebooks.to'),
            oneLine: true,
            cell: ({ to }) => (to ? <InstantField at={to} /> : t('rulebooks.noEnd')),
          },
        ]}
      />
    </Section>
  );
}

interface Span {
  from: string;
  to: string | null;
  countries: DatedCountry[];
}

function byTime(countries: readonly DatedCountry[]): Span[] {
  const spans = new Map<string, Span>();
  for (const country of countries) {
    const { from, to } = country;
    const key = `${from}:${to}`;
    const span = spans.get(key) ?? { from, to, countries: [] };
    span.countries.push(country);
    spans.set(key, span);
  }
  return [...spans.values()];
}
