import { formatInstant, parseInstant } from '../calendar.ts';
import { formatAmount, parseAmount } from '../money.ts';
import { kycRank, type DatedCountry } from '../rulebooks/contract.ts';
import {
  documentFields, freeFields, type CampaignDocument, type CampaignState, type FieldChanges, type JoinRefusal, type TaskKind,
} from './contract.ts';

/** What is wrong with a document, and where. */
export interface DocumentFault {
  field: string;
  message: string;
}

/** What a document is checked against beside itself. */
export interface DocumentSurroundings {
  countries: readonly string[];
  currencies: ReadonlySet<string>;
  /** Of the version of `pro` in force at the campaign's start (BIN-7). */
  mica: DatedCountry[];
}

/** The first fault of a document whose fields are well-formed each by itself; null where there is none. */
export function faultOf(document: CampaignDocument, { countries, currencies, mica }: DocumentSurroundings): DocumentFault | null {
  const starts = parseInstant(document.starts_at);
  const ends = parseInstant(document.ends_at);
  if (starts === null || starts < 0) return { field: 'starts_at', message: 'is no instant' };
  if (ends === null) return { field: 'ends_at', message: 'is no instant' };
  if (ends <= starts) return { field: 'ends_at', message: 'lies not after starts_at' };
  return regionFault(document, ends, countries, mica) ?? twice('tasks', document.tasks.map((one) => one.task))
    ?? twice('rewards', document.rewards.map((one) => one.side)) ?? moneyFault(document, currencies);
}

function regionFault({ regions, programmes }: CampaignDocument, ends: number, countries: readonly string[], mica: DatedCountry[]): DocumentFault | null {
  for (const [place, country] of regions.entries()) {
    if (!countries.includes(country)) return { field: `regions.${place}`, message: 'is no country' };
    // A campaign that is for everybody may name it: an invitee there is bound to no `pro` affiliate (BIN-7).
    const listed = mica.some((one) => one.country === country && Date.parse(one.from) < ends && (one.to === null || Date.parse(one.to) > ends));
    if (programmes.includes('pro') && listed) return { field: `regions.${place}`, message: 'is a MiCA country, which a campaign of pro cannot name (BIN-7)' };
  }
  return null;
}

function twice(field: string, list: string[]): DocumentFault | null {
  const place = list.findIndex((one, index) => list.indexOf(one) < index);
  return place < 0 ? null : { field: `${field}.${place}`, message: `${list[place]} stands there twice` };
}

function moneyFault({ rewards, budget, cap_per_affiliate }: CampaignDocument, currencies: ReadonlySet<string>): DocumentFault | null {
  for (const [place, { currency }] of rewards.entries()) {
    if (!currencies.has(currency)) return { field: `rewards.${place}.currency`, message: 'is an unknown currency' };
    if (currency !== rewards[0]?.currency) return { field: `rewards.${place}.currency`, message: 'differs from the others: budget and cap are in one' };
  }
  const cost = rewards.reduce((sum, one) => sum + amountOf(one.amount), 0n);
  if (cost > amountOf(budget)) return { field: 'budget', message: 'is less than the rewards of one invitee' };
  if (cap_per_affiliate !== null && cost > amountOf(cap_per_affiliate)) return { field: 'cap_per_affiliate', message: 'is less than the rewards of one invitee' };
  return null;
}

/** Of an amount that the contract let through. */
export function amountOf(text: string): bigint {
  return parseAmount(text) as bigint;
}

/** The same document in one spelling, so that equal ones are equal as text. */
export function normalised(document: CampaignDocument): CampaignDocument {
  const amount = (text: string): string => formatAmount(amountOf(text));
  const instant = (text: string): string => formatInstant(parseInstant(text) as number);
  return {
    name: document.name,
    landing_url: document.landing_url,
    texts: document.texts,
    starts_at: instant(document.starts_at),
    ends_at: instant(document.ends_at),
    regions: [...new Set(document.regions)].sort(),
    programmes: [...new Set(document.programmes)].sort(),
    tasks: document.tasks.map((task) => ('amount' in task ? { ...task, amount: amount(task.amount) } : task)),
    rewards: document.rewards.map((reward) => ({ ...reward, amount: amount(reward.amount) })),
    budget: amount(document.budget),
    cap_per_affiliate: document.cap_per_affiliate === null ? null : amount(document.cap_per_affiliate),
  };
}

/** CAM-3: field by field what differs. */
export function changesBetween(before: CampaignDocument, after: CampaignDocument): FieldChanges {
  return Object.fromEntries(documentFields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => [field, { old: before[field], new: after[field] }]));
}

/** CAM-3: whether one of the changes waits for a second person. */
export function needsSecondPerson(changes: FieldChanges): boolean {
  return Object.keys(changes).some((field) => !(freeFields as readonly string[]).includes(field));
}

/** What a period cannot become any more: what has begun has begun, and what is over is ended, not shortened. */
export function periodFault(before: CampaignDocument, after: CampaignDocument, now: number): DocumentFault | null {
  const [old, next] = [Date.parse(before.starts_at), Date.parse(after.starts_at)];
  if (old !== next && old <= now) return { field: 'starts_at', message: 'cannot move: the campaign has begun' };
  if (old !== next && next <= now) return { field: 'starts_at', message: 'lies in the past' };
  if (before.ends_at !== after.ends_at && Date.parse(after.ends_at) <= now) return { field: 'ends_at', message: 'lies in the past; to stop the campaign, end it' };
  if (before.rewards[0]?.currency !== after.rewards[0]?.currency) return { field: 'rewards.0.currency', message: 'cannot change: what is committed is in another' };
  return null;
}

/** A task's measure and days, as statements ask them; null: no such task. */
export function measuresOf({ tasks, rewards }: CampaignDocument): {
  kyc_rank: number | null; kyc_days: number | null; deposit_e8: bigint | null; deposit_days: number | null; volume_e8: bigint | null;
  volume_days: number | null; reward_e8: bigint;
} {
  const task = <Kind extends TaskKind>(kind: Kind) => tasks.find((one): one is Extract<typeof one, { task: Kind }> => one.task === kind);
  const [kyc, deposit, volume] = [task('kyc'), task('deposit'), task('volume')];
  return {
    kyc_rank: kyc ? kycRank(kyc.level) : null,
    kyc_days: kyc?.within_days ?? null,
    deposit_e8: deposit ? amountOf(deposit.amount) : null,
    deposit_days: deposit?.within_days ?? null,
    volume_e8: volume ? amountOf(volume.amount) : null,
    volume_days: volume?.within_days ?? null,
    reward_e8: rewards.reduce((sum, one) => sum + amountOf(one.amount), 0n),
  };
}

/** What the period makes of a stored state; the source says the same in SQL. */
export function campaignStateAt(stored: CampaignState, { starts_at, ends_at }: { starts_at: number; ends_at: number }, now: number): CampaignState {
  if (stored === 'draft' || stored === 'ended') return stored;
  if (ends_at <= now) return 'ended';
  return stored === 'scheduled' && starts_at <= now ? 'active' : stored;
}

/** CAM-1: the landing URL with the code as `ref`, and of a campaign that was joined with its own; every other parameter stays as it is. */
export function shareLink(landingUrl: string, ref: string, campaign: string | null): string {
  const own: Record<string, string> = campaign === null ? { ref } : { ref, campaign };
  const url = new URL(landingUrl);
  const kept = url.search.slice(1).split('&').filter((pair) => pair !== '' && !Object.hasOwn(own, nameOf(pair)));
  const added = Object.entries(own).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  url.search = [...kept, ...added].join('&');
  return url.href;
}

function nameOf(pair: string): string {
  return [...new URLSearchParams(pair).keys()][0] ?? '';
}

/** What is asked when an affiliate joins, of the instant. */
export interface JoinFacts {
  joinable: boolean;
  open: boolean;
  regionFits: boolean;
  enrolled: boolean;
  restriction: string;
  joined: boolean;
}

/** CAM-1, CAM-6, STA-7: all refusals that apply, in the order of the contract. */
export function joinRefusals(facts: JoinFacts): JoinRefusal[] {
  const refusals: JoinRefusal[] = [];
  if (!facts.enrolled) refusals.push('not_enrolled');
  if (facts.restriction !== 'none') refusals.push('inviter_restricted');
  if (!facts.joinable) refusals.push('campaign_not_joinable');
  if (!facts.open) refusals.push('campaign_not_open');
  if (!facts.regionFits) refusals.push('campaign_region');
  if (facts.joined) refusals.push('already_joined');
  return refusals;
}

/** `,DE,FR,` as statements look through it; '' for every one. */
export function listText(list: readonly string[]): string {
  return list.length === 0 ? '' : `,${list.join(',')},`;
}

export function listHolds(text: string, one: string): boolean {
  return text === '' || text.includes(`,${one},`);
}
