import type { Home, HomeRequests } from '#contract/home';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import type { TextKey } from '../i18n/catalogue.ts';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { AgeHours } from '../status-changes/AgeHours.tsx';

const HOUR_MS = 3_600_000;

const kinds: readonly { key: keyof HomeRequests; path: string; name: TextKey }[] = [
  { key: 'status_changes', path: '/status-changes', name: 'area.statusChanges' },
  { key: 'reversals', path: '/reversals', name: 'area.reversals' },
  { key: 'corrections', path: '/corrections', name: 'area.corrections' },
];

/** What waits for a second person, and how long the oldest does. */
export function WaitingSection({ home: { requests, now } }: { home: Home }) {
  const t = useText();
  const pendingOf = (path: string) => `${path}?${new URLSearchParams({ filter: JSON.stringify({ state: 'pending' }) })}`;
  const age = (at: string) => Math.floor((Date.parse(now) - Date.parse(at)) / HOUR_MS);
  return (
    <Section title={t('home.secondPerson')}>
      <PlainTable
        caption={t('home.secondPerson')}
        rows={kinds.map((kind) => ({ ...kind, ...requests[kind.key] }))}
        keyOf={({ key }) => key}
        columns={[
          { name: t('home.what'), cell: ({ name }) => t(name) },
          {
            name: t('home.pending'),
            figure: true,
            cell: ({ path, pending }) => <TextLink to={pendingOf(path)}>{pending.toLocaleString()}</TextLink>,
          },
          {
            name: t('home.oldest'),
            figure: true,
            cell: ({ oldest_at }) => (oldest_at ? <AgeHours hours={age(oldest_at)} /> : '–'),
          },
        ]}
      />
    </Section>
  );
}
