import { useTheme } from 'react-admin';
import { may, type Resource, type Role } from '#contract/policy';
import type { SearchResult, SearchWord } from '#contract/search';
import { runKinds } from '#contract/runs';
import { useRole } from '../auth/access.ts';
import type { TextKey } from '../i18n/catalogue.ts';
import { languages } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { areasFor } from '../layout/areas.ts';
import { checkPath, readInviter } from '../recalls/question.ts';
import { startRunPath } from '../runs/startRunPath.ts';
import { requestPath } from '../status-changes/requestPath.ts';

/** What the box leads to: what the server found, a screen of the console, or something to do. */
export interface Found {
  kind: SearchResult['kind'] | 'screen' | 'action';
  id: string;
  label: string;
  words: readonly SearchWord[];
  href: string;
  /** Done on the spot instead of leading somewhere. */
  act?: () => void;
}

/** Fewer letters fit almost every name. */
const MIN_LETTERS = 2;

const actions: readonly { name: TextKey; href: string; resource: Resource }[] = [
  { name: 'changes.request', href: '/status-changes/create', resource: 'status-changes' },
  { name: 'applications.file', href: '/applications/create', resource: 'applications' },
  { name: 'content.submit', href: '/content-reviews/create', resource: 'content-reviews' },
  { name: 'campaigns.new', href: '/campaigns/create', resource: 'campaigns' },
  { name: 'boosts.request', href: '/boosts/create', resource: 'boosts' },
];

/** The screens and actions of this person whose names hold the words, and what can be done with the accounts that were found. */
export function usePlaces(): (text: string, found: readonly SearchResult[]) => Found[] {
  const t = useText();
  const role = useRole();
  const runs = useRunActions();
  const settings = useSettings();
  return (text, found) => {
    const words = text.trim().toLowerCase();
    if (!role || words === '') return [];
    const fits = ({ label }: Found) => words.length >= MIN_LETTERS && label.toLowerCase().includes(words);
    const screens = areasFor(role).map(({ to, name }) => placeOf('screen', t(name), to));
    screens.push(placeOf('screen', t('preferences.title'), '/preferences'));
    const asks = actions.filter(({ resource }) => may(role, resource, 'create')).map(({ name, href }) => placeOf('action', t(name), href));
    const recall = may(role, 'recalls', 'read') ? recallOf(text, t('recalls.command')) : null;
    const accounts = found.filter(({ kind }) => kind === 'account');
    return [
      ...(recall ? [placeOf('action', t(recall.inviter ? 'recalls.checkBy' : 'recalls.checkOf', recall), checkPath(recall))] : []),
      ...accounts.flatMap(({ id }) => requestsOf(role, id, t)),
      ...[...screens, ...asks, ...runs(role), ...settings].filter(fits),
    ];
  };
}

/** What can be asked for about an account; the request is looked at before it is sent. */
function requestsOf(role: Role, uid: string, t: ReturnType<typeof useText>): Found[] {
  if (!may(role, 'status-changes', 'create')) return [];
  return [
    placeOf('action', t('changes.requestFor', { uid }), requestPath({ affiliate_uid: uid })),
    placeOf('action', t('omnibox.suspend', { uid }), requestPath({ affiliate_uid: uid, kind: 'suspend' })),
    placeOf('action', t('omnibox.freeze', { uid }), requestPath({ affiliate_uid: uid, kind: 'freeze' })),
  ];
}

function useRunActions(): (role: Role) => Found[] {
  const t = useText();
  const label = useLabel();
  return (role) => (may(role, 'runs', 'create') ? runKinds : []).map((kind) =>
    placeOf('action', t('omnibox.run', { kind: label('runKind', kind) }), startRunPath(kind)));
}

/** The reader's own settings, changed on the spot. */
function useSettings(): Found[] {
  const t = useText();
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useTheme();
  const others = languages.filter(({ locale }) => locale !== language);
  return [
    ...others.map((one) => ({
      ...placeOf('action', t('omnibox.language', { name: one.name }), `language:${one.locale}`),
      act: () => void choose(one.locale),
    })),
    { ...placeOf('action', t('omnibox.theme'), 'theme'), act: () => setTheme(theme === 'dark' ? 'light' : 'dark') },
  ];
}

/** `recall <uid>` and `recall <uid> <inviter>`: whether this user can be recalled. */
function recallOf(text: string, command: string): { uid: string; inviter?: string } | null {
  const [first, uid, inviter, ...more] = text.trim().split(/\s+/);
  if (first?.toLowerCase() !== command || !uid || more.length > 0) return null;
  return inviter ? { uid, inviter: readInviter(inviter).inviter } : { uid };
}

function placeOf(kind: 'screen' | 'action', label: string, href: string): Found {
  return { kind, id: href, label, words: [], href };
}
