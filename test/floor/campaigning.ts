/** A floor on which campaigns run: what staff do with them, and what has come of it. */
import { rows } from '../../db/statement.ts';
import { runBonus } from '../../server/bonuses/run.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { progressPage } from '../../server/bonuses/progress.ts';
import { campaignBody, newCampaignVersion, type CampaignProgressRow, type CampaignVerb, type CampaignVersionPreview } from '../../server/campaigns/contract.ts';
import { joinByStaff } from '../../server/campaigns/join.ts';
import { campaignLinks } from '../../server/campaigns/links.ts';
import { createCampaign, moveByVerb } from '../../server/campaigns/service.ts';
import { approveVersion, closeVersion, previewVersion, proposeVersion } from '../../server/campaigns/versions.ts';
import { formatAmount } from '../../server/money.ts';
import { verify } from '../../server/verify/service.ts';
import { openTestDatabase } from '../database.ts';
import { account, activates, moment, trades, transfers } from '../worlds/story.ts';
import { COMMENT, Floor } from './floor.ts';
import { actorOf, emptyFloor, type Person } from './people.ts';

/** 10 USDT for the inviter once an invitee has deposited 100 USDT within 7 days; January; 100 in all. */
export const plain = {
  code: 'new-year', kind: 'exclusive', audience: 'all', name: 'New year', landing_url: 'https://promo.example/new-year?lang=en',
  starts_at: '2026-01-05T00:00:00.000Z', ends_at: '2026-02-01T00:00:00.000Z',
  tasks: [{ task: 'deposit', amount: '100', within_days: 7 }],
  rewards: [{ side: 'inviter', reward: 'cash', amount: '10', currency: 'USDT' }],
  budget: '100', cap_per_affiliate: null,
};

export class CampaignFloor extends Floor {
  /** Affiliates of `pro`, enrolled on 1 January; it is 5 January. */
  static async with(...affiliates: string[]): Promise<CampaignFloor> {
    const { database, url, close } = await openTestDatabase({ filling: emptyFloor });
    const floor = new CampaignFloor(database, url, close);
    floor.at('2026-01-05');
    await floor.take({ feed: 'accounts', rows: affiliates.flatMap((uid) => [...account(uid).rows]) });
    await floor.take({ feed: 'activations', rows: affiliates.flatMap((uid) => [...activates(uid, 'pro', '2026-01-01 06:00').rows]) });
    return floor;
  }

  /** A draft like `plain`, but for what is said; activated. */
  async campaign(said: object = {}, active = true): Promise<number> {
    const id = await createCampaign(this.database, this.clock, actorOf('ona'), campaignBody.parse({ ...plain, ...said }));
    if (active) await this.move(id, 'activate');
    return id;
  }

  move(id: number, verb: CampaignVerb): Promise<void> {
    return moveByVerb(this.database, this.clock, actorOf('ona'), id, verb, null);
  }

  propose(id: number, changes: object, who: Person = 'ona'): Promise<number> {
    return proposeVersion(this.database, this.clock, actorOf(who), newCampaignVersion.parse({ campaign_id: String(id), reason: COMMENT, ...changes }));
  }

  agree(version: number, who: Person = 'otto'): Promise<void> {
    return approveVersion(this.database, this.clock, actorOf(who), version, {});
  }

  refuse(version: number, who: Person = 'otto'): Promise<void> {
    return closeVersion(this.database, this.clock, actorOf(who), version, 'reject', COMMENT);
  }

  effectOf(version: number): Promise<CampaignVersionPreview> {
    return previewVersion(this.database.read, version, this.clock.now());
  }

  async adjust(id: number, changes: object): Promise<void> {
    await this.agree(await this.propose(id, changes));
  }

  join(id: number, uid: string): Promise<void> {
    return joinByStaff(this.database, this.clock, actorOf('cleo'), id, uid);
  }

  async linkOf(uid: string, id: number): Promise<string | null> {
    const [one] = await campaignLinks(this.database.read, uid, id, this.clock.now());
    return one?.link ?? one?.why_not ?? null;
  }

  /** Registers through an affiliate's link, of a campaign where one is named. */
  async invited(uid: string, by: string, on: string, campaign = '', said: object = {}): Promise<void> {
    await this.take({ feed: 'accounts', rows: account(uid, { on, by, inviter_campaign: campaign, ...said }).rows });
  }

  async deposits(uid: string, amount: string, on: string, said: object = {}): Promise<void> {
    await this.take({ feed: 'transfers', rows: transfers(uid, amount, on, said).rows });
  }

  async trades(id: string, uid: string, volume_usdt: string, on: string, said: object = {}): Promise<void> {
    await this.take({ feed: 'trades', rows: trades(id, uid, on, { volume_usdt, ...said }).rows });
  }

  /** The morning after a day, its bonuses: how many and what they come to. */
  async bonus(day: string): Promise<string> {
    this.after(day);
    const { awarded, totals } = await runBonus(this.database, this.clock, day, systemActor);
    return [awarded, ...totals.map((one) => `${one.amount} ${one.currency}`)].join(': ');
  }

  after(day: string): void {
    this.at(new Date(Date.parse(moment(day)) + 86_400_000 + 7_200_000).toISOString());
  }

  /** Every bonus: `ada guest inviter 10 USDT cash pending v1`. */
  async bonuses(): Promise<string[]> {
    const list = await rows<{ text: string; amount: string; rest: string }>(
      this.database.read,
      `SELECT a.uid || ' ' || i.uid || ' ' || n.side AS text, CAST(n.amount_e8 AS TEXT) AS amount, n.currency || ' ' || n.reward || ' ' || n.state || ' v' || v.version AS rest
       FROM bonuses n JOIN accounts a ON a.id = n.affiliate_id JOIN accounts i ON i.id = n.invitee_id JOIN campaign_versions v ON v.id = n.version_id ORDER BY n.id`,
    );
    return list.map(({ text, amount, rest }) => `${text} ${formatAmount(BigInt(amount))} ${rest}`);
  }

  async progress(id: number): Promise<CampaignProgressRow[]> {
    return (await progressPage(this.database.read, { campaign_id: id, affiliate: null, first: 0, last: 99 }, this.clock.now())).rows;
  }

  /** `guest open`: how far each promise has come. */
  async states(id: number): Promise<string[]> {
    return (await this.progress(id)).map((one) => [one.invitee_uid, one.state, one.reason].filter((part) => part !== null).join(' '));
  }

  async wrong(): Promise<string[]> {
    return (await verify(this.database)).filter((check) => check.wrong > 0).map((check) => `${check.name}: ${check.first}`);
  }
}
