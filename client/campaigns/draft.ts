import {
  amountFault, codeForm, currencyForm, documentFields, isLandingUrl, MAX_DAYS, sides, taskKinds, textLanguages,
  type CampaignBody, type CampaignDocument, type CampaignReward, type CampaignRow, type CampaignTask, type RewardKind, type Side, type TaskKind,
} from '#contract/campaigns';
import { MIN_WORDS } from '#contract/transitions';
import { sumOf } from '../fields/decimal.ts';

type Language = (typeof textLanguages)[number];
type Programme = CampaignDocument['programmes'][number];

export interface TaskDraft {
  chosen: boolean;
  level: 'basic' | 'advanced';
  amount: string;
  within_days: string;
}

export interface RewardDraft {
  chosen: boolean;
  reward: RewardKind;
  amount: string;
}

/** A campaign as it is being written: everything as text. Instants are UTC, as a field for day and time has them. */
export interface CampaignDraft {
  code: string;
  kind: CampaignRow['kind'];
  audience: CampaignRow['audience'];
  name: string;
  landing_url: string;
  starts_at: string;
  ends_at: string;
  regions: string;
  programmes: readonly Programme[];
  tasks: Readonly<Record<TaskKind, TaskDraft>>;
  rewards: Readonly<Record<Side, RewardDraft>>;
  currency: string;
  budget: string;
  cap_per_affiliate: string;
  texts: Readonly<Record<Language, { title: string; body: string }>>;
  reason: string;
}

/** What a draft lacks: the name of the field, and what stands at it. */
export type Lack =
  | 'code' | 'name' | 'landing_url' | 'starts_at' | 'ends_at' | 'regions' | 'tasks' | 'amount' | 'days' | 'rewards' | 'currency' | 'title' | 'reason';

const noTask: TaskDraft = { chosen: false, level: 'basic', amount: '', within_days: '' };
const noReward: RewardDraft = { chosen: false, reward: 'cash', amount: '' };
const noText = { title: '', body: '' };

export const emptyDraft: CampaignDraft = {
  code: '', kind: 'public', audience: 'all', name: '', landing_url: '', starts_at: '', ends_at: '', regions: '', programmes: [],
  tasks: { register: { ...noTask, chosen: true }, kyc: noTask, deposit: noTask, volume: noTask },
  rewards: { inviter: { ...noReward, chosen: true }, invitee: noReward },
  currency: 'USDT', budget: '', cap_per_affiliate: '', texts: { en: noText, fr: noText, de: noText, fa: noText }, reason: '',
};

/** What a campaign says now, to be written on. */
export function draftOf(campaign: CampaignRow): CampaignDraft {
  const { code, kind, audience, name, landing_url, starts_at, ends_at, regions, programmes, budget, cap_per_affiliate, texts } = campaign;
  const task = (kind: TaskKind): TaskDraft => {
    const found = campaign.tasks.find((one) => one.task === kind);
    if (!found) return noTask;
    return {
      chosen: true,
      level: found.task === 'kyc' ? found.level : 'basic',
      amount: 'amount' in found ? found.amount : '',
      within_days: 'within_days' in found ? String(found.within_days) : '',
    };
  };
  const reward = (side: Side): RewardDraft => {
    const found = campaign.rewards.find((one) => one.side === side);
    return found ? { chosen: true, reward: found.reward, amount: found.amount } : noReward;
  };
  return {
    code, kind, audience, name, landing_url, starts_at: fieldOf(starts_at), ends_at: fieldOf(ends_at), regions: regions.join(', '), programmes,
    tasks: { register: task('register'), kyc: task('kyc'), deposit: task('deposit'), volume: task('volume') },
    rewards: { inviter: reward('inviter'), invitee: reward('invitee') },
    currency: campaign.currency, budget, cap_per_affiliate: cap_per_affiliate ?? '',
    texts: { en: texts.en ?? noText, fr: texts.fr ?? noText, de: texts.de ?? noText, fa: texts.fa ?? noText },
    reason: '',
  };
}

function fieldOf(instant: string): string {
  return instant.replace(/(:00)?(\.000)?Z$/, '');
}

/** The instant in a field for day and time, taken as UTC; null where there is none. */
function instantOf(field: string): string | null {
  const at = Date.parse(`${field}Z`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** Codes as they were typed, apart by commas or blanks. */
export function regionsOf({ regions }: Pick<CampaignDraft, 'regions'>): string[] {
  return [...new Set(regions.toUpperCase().split(/[\s,;]+/).filter((code) => code !== ''))].sort();
}

/** What the draft says, in the order in which the server keeps it. */
export function documentOf(draft: CampaignDraft): CampaignDocument {
  const written = (language: Language) => draft.texts[language].title.trim() !== '' || draft.texts[language].body.trim() !== '';
  return {
    name: draft.name.trim(),
    landing_url: draft.landing_url.trim(),
    texts: Object.fromEntries(textLanguages.filter(written).map((language) => [language, {
      title: draft.texts[language].title.trim(), body: draft.texts[language].body.trim(),
    }])),
    starts_at: instantOf(draft.starts_at) ?? '',
    ends_at: instantOf(draft.ends_at) ?? '',
    regions: regionsOf(draft),
    programmes: [...draft.programmes].sort(),
    tasks: chosenTasks(draft).map((kind) => taskOf(kind, draft.tasks[kind])),
    rewards: chosenSides(draft).map((side): CampaignReward => ({
      side, reward: draft.rewards[side].reward, amount: spelt(draft.rewards[side].amount), currency: draft.currency.trim(),
    })),
    budget: spelt(draft.budget),
    cap_per_affiliate: spelt(draft.cap_per_affiliate) || null,
  };
}

/** The tasks in the order in which they are sent. */
function chosenTasks({ tasks }: CampaignDraft): TaskKind[] {
  return taskKinds.filter((kind) => tasks[kind].chosen);
}

/** The sides with a reward in the order in which they are sent. */
function chosenSides({ rewards }: CampaignDraft): Side[] {
  return sides.filter((side) => rewards[side].chosen);
}

function taskOf(task: TaskKind, { level, amount, within_days }: TaskDraft): CampaignTask {
  const days = Number(within_days);
  if (task === 'register') return { task };
  if (task === 'kyc') return { task, level, within_days: days };
  return { task, amount: spelt(amount), within_days: days };
}

export function bodyOf(draft: CampaignDraft): CampaignBody {
  return { code: draft.code.trim(), kind: draft.kind, audience: draft.kind === 'public' ? 'all' : draft.audience, ...documentOf(draft) };
}

/** The parts of a campaign that a draft would change, each as it would be. */
export function changesOf(before: CampaignDraft, after: CampaignDraft): Partial<CampaignDocument> {
  const [old, next] = [documentOf(before), documentOf(after)];
  return Object.fromEntries(
    documentFields.filter((field) => JSON.stringify(old[field]) !== JSON.stringify(next[field])).map((field) => [field, next[field]]),
  );
}

/** What the draft lacks, by the name of the field. */
export function lacksOf(draft: CampaignDraft, adjusting: boolean): Record<string, Lack> {
  const lacks: Record<string, Lack> = {};
  const need = (holds: boolean, field: string, lack: Lack) => {
    if (!holds) lacks[field] = lack;
  };
  const { name, landing_url, starts_at, ends_at, regions } = documentOf(draft);
  need(adjusting || codeForm.test(draft.code.trim()), 'code', 'code');
  need(name !== '', 'name', 'name');
  need(isLandingUrl(landing_url), 'landing_url', 'landing_url');
  need(starts_at !== '', 'starts_at', 'starts_at');
  need(ends_at !== '' && ends_at > starts_at, 'ends_at', 'ends_at');
  need(regions.every((code) => /^[A-Z]{2}$/.test(code)), 'regions', 'regions');
  for (const kind of chosenTasks(draft)) {
    const { amount, within_days } = draft.tasks[kind];
    need(kind === 'register' || kind === 'kyc' || isAmount(amount), `tasks.${kind}.amount`, 'amount');
    need(kind === 'register' || isDays(within_days), `tasks.${kind}.within_days`, 'days');
  }
  need(chosenTasks(draft).length > 0, 'tasks', 'tasks');
  for (const side of chosenSides(draft)) need(isAmount(draft.rewards[side].amount), `rewards.${side}.amount`, 'amount');
  need(chosenSides(draft).length > 0, 'rewards', 'rewards');
  need(currencyForm.test(draft.currency.trim()), 'currency', 'currency');
  need(isAmount(draft.budget), 'budget', 'amount');
  need(draft.cap_per_affiliate.trim() === '' || isAmount(draft.cap_per_affiliate), 'cap_per_affiliate', 'amount');
  for (const language of textLanguages) {
    const { title, body } = draft.texts[language];
    need(title.trim() !== '' || body.trim() === '', `texts.${language}.title`, 'title');
  }
  need(!adjusting || draft.reason.trim().length >= MIN_WORDS, 'reason', 'reason');
  return lacks;
}

export function isAmount(text: string): boolean {
  return amountFault(text.trim()) === null;
}

/** An amount as the server keeps it, so that 100.0 is no change of 100; what is none stays as it was typed. */
function spelt(amount: string): string {
  return isAmount(amount) ? sumOf([amount.trim()]) : amount.trim();
}

function isDays(text: string): boolean {
  return /^[1-9]\d{0,2}$/.test(text.trim()) && Number(text) <= MAX_DAYS;
}

/** The field of the form that a field of the body stands in: `tasks.1.amount` is the amount of the second task that was chosen. */
export function formField(field: string, draft: CampaignDraft): string {
  const [part, place, ...rest] = field.split('.');
  const index = Number(place);
  if (part === 'rewards' && rest[0] === 'currency') return 'currency';
  if (part === 'tasks' && place !== undefined) return ['tasks', chosenTasks(draft)[index], ...rest].join('.');
  if (part === 'rewards' && place !== undefined) return ['rewards', chosenSides(draft)[index], ...rest].join('.');
  if (part === 'regions' || part === 'programmes') return part;
  return field;
}
