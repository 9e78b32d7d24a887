import { useTranslate } from 'react-admin';
import { may, type Role } from '#contract/policy';
import type { SearchResult } from '#contract/search';
import { useRole } from '../auth/access.ts';
import type { TextKey } from '../i18n/catalogue.ts';
import { areasFor } from '../layout/areas.ts';
import { checkPath, readInviter } from '../recalls/question.ts';

/** What the box leads to: what the server found, a screen of the console, or something to do. */
export type Found = Omit<SearchResult, 'kind'> & { kind: SearchResult['kind'] | 'screen' | 'action' };

/** Fewer letters fit almost every name. */
const MIN_LETTERS = 2;

const actions: readonly { name: TextKey; href: string; resource: 'status-changes' | 'boosts' | 'applications' | 'content-reviews' | 'campaigns' }[] = [
  { name: 'changes.request', href: '/status-changes/create', resource: 'status-changes' },
  { name: 'applications.file', href: '/applications/create', resource: 'applications' },
  { name: 'content.submit', href: '/content-reviews/create', resource: 'content-reviews' },
  { name: 'campaigns.new', href: '/campaigns/create', resource: 'campaigns' },
  { name: 'boosts.request', href: '/boosts/create', resource: 'boosts' },
];

/** The screens and actions of this person whose names hold the words, and what can be done with the accounts that were found. */
export function usePlaces(): (text: string, found: readonly SearchResult[]) => Found[] {
  const translate = useTranslate();
  const role = useRole();
  return (text, found) => {
    const words = text.trim().toLowerCase();
    if (!role || words === '') return [];
    const fits = ({ label }: Found) => words.length >= MIN_LETTERS && label.toLowerCase().includes(words);
    const screens = areasFor(role).map(({ to, name }) => placeOf('screen', translate(name), to));
    const asks = actionsOf(role).map(({ name, href }) => placeOf('action', translate(name), href));
    const recall = may(role, 'recalls', 'read') ? recallOf(text, translate('recalls.command')) : null;
    const onAccounts = may(role, 'status-changes', 'create') ? found.filter(({ kind }) => kind === 'account') : [];
    return [
      ...(recall ? [placeOf('action', translate(recall.inviter ? 'recalls.checkBy' : 'recalls.checkOf', recall), checkPath(recall))] : []),
      ...onAccounts.map(({ id }) =>
        placeOf('action', translate('changes.requestFor', { uid: id }), `/status-changes/create?${new URLSearchParams({ affiliate_uid: id })}`),
      ),
      ...[...screens, ...asks].filter(fits),
    ];
  };
}

/** `recall <uid>` and `recall <uid> <inviter>`: whether this user can be recalled. */
function recallOf(text: string, command: string): { uid: string; inviter?: string } | null {
  const [first, uid, inviter, ...more] = text.trim().split(/\s+/);
  if (first?.toLowerCase() !== command || !uid || more.length > 0) return null;
  return inviter ? { uid, inviter: readInviter(inviter).inviter } : { uid };
}

function actionsOf(role: Role) {
  return actions.filter(({ resource }) => may(role, resource, 'create'));
}

function placeOf(kind: 'screen' | 'action', label: string, href: string): Found {
  return { kind, id: href, label, detail: '', href };
}
