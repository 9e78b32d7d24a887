import { Stack } from '@mui/material';
import { useGetList } from 'react-admin';
import type { Resource } from '#contract/policy';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { DAY_MS } from '../fields/times.ts';
import type { TextKey } from '../i18n/catalogue.ts';
import { useText } from '../i18n/useText.ts';
import { listPath } from '../list/listPath.ts';

const DAYS = 30;

/** How much was decided and looked at lately. */
export function LookingBack({ now }: { now: string }) {
  const t = useText();
  const since = new Date(Date.parse(`${now.slice(0, 10)}T00:00:00.000Z`) - DAYS * DAY_MS).toISOString();
  return (
    <Section title={t('oversight.lastDays')}>
      <Stack spacing={0.5}>
        <Count resource="decisions" filter={{ decided_at_gte: since }} words="oversight.decisions.since" />
        <Count resource="reveals" filter={{ at_gte: since }} words="oversight.looks.since" />
      </Stack>
    </Section>
  );
}

function Count({ resource, filter, words }: { resource: Resource; filter: Record<string, string>; words: TextKey }) {
  const t = useText();
  const { total } = useGetList(resource, { filter, pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'DESC' } });
  if (total === undefined) return null;
  return (
    <div>
      <TextLink to={listPath(resource, filter)}>{t(words, { smart_count: total })}</TextLink>
    </div>
  );
}
