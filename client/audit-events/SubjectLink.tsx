import { useTranslate } from 'react-admin';
import { isResource } from '#contract/policy';
import { TextLink } from '../fields/TextLink.tsx';

const shown = [
  'affiliates', 'tier-reviews', 'status-changes', 'boosts', 'commissions', 'payouts', 'payout-lines', 'reversals',
  'corrections', 'manifests', 'imports', 'runs', 'rulebooks', 'applications', 'content-reviews', 'campaigns', 'campaign-versions',
  'audit-samples',
];

/** What an event is about, by the name of its kind where the catalogue has one; a link where it has a page. */
export function SubjectLink({ type, id }: { type: string; id: string }) {
  const translate = useTranslate();
  const name = <>{translate(`resources.${type}.name`, { smart_count: 1, _: type })} <bdi>{id}</bdi></>;
  if (!isResource(type) || !shown.includes(type)) return <span>{name}</span>;
  return <TextLink to={`/${type}/${encodeURIComponent(id)}/show`}>{name}</TextLink>;
}
