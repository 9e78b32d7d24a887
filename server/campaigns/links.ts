import { row, rows, type Connection } from '../../db/statement.ts';
import { FOREVER, formatInstant } from '../calendar.ts';
import { restrictionAt } from '../commissions/held.ts';
import { Refusal } from '../refusal.ts';
import type { Audience, CampaignDocument, CampaignKind, CampaignLink, CampaignState, NoLinkReason } from './contract.ts';
import { listHolds, shareLink, campaignStateAt } from './rules.ts';

interface Affiliate {
  id: number;
  uid: string;
  referral_code: string | null;
  country: string;
  restriction: string;
  programme: string | null;
  enrolled_from: number | null;
}

interface Offer {
  id: number;
  code: string;
  kind: CampaignKind;
  audience: Audience;
  state: CampaignState;
  document: string;
  starts_at: number;
  ends_at: number;
  regions: string;
  programmes: string;
  joined_at: number | null;
}

/**
 * CAM-1: the links of an affiliate to campaigns as of now, of one or of all that are no drafts and have not ended; where there is none,
 * why. Refuses `not_found`, `bad_value` (no such affiliate).
 */
export async function campaignLinks(connection: Connection, uid: string, campaignId: number | null, now: number): Promise<CampaignLink[]> {
  const affiliate = await theAffiliate(connection, uid, now);
  const offers = await rows<Offer>(
    connection,
    `SELECT c.id, c.code, c.kind, c.audience, c.state, v.document, v.starts_at, v.ends_at, v.regions, v.programmes,
       (SELECT max(j.joined_at) FROM campaign_joins j WHERE j.campaign_id = c.id AND j.affiliate_id = :affiliate AND j.joined_at <= :now) AS joined_at
     FROM campaigns c JOIN campaign_versions v ON v.id = c.version_id
     WHERE c.state <> 'draft' AND ${campaignId === null ? `c.state <> 'ended' AND v.ends_at > :now` : 'c.id = :campaignId'} ORDER BY v.starts_at, c.id`,
    { affiliate: affiliate.id, now, ...(campaignId === null ? {} : { campaignId }) },
  );
  if (campaignId !== null && offers.length === 0) throw new Refusal('not_found', { id: String(campaignId) });
  return offers.map((offer) => linkOf(offer, affiliate, now));
}

async function theAffiliate(connection: Connection, uid: string, at: number): Promise<Affiliate> {
  const found = await row<Affiliate>(
    connection,
    `SELECT a.id, a.uid, a.referral_code, ${restrictionAt('a.id', ':at')} AS restriction, p.programme, p.from_at AS enrolled_from,
       COALESCE((SELECT s.value FROM account_states s WHERE s.account_id = a.id AND s.field = 'country' AND s.known_to = ${FOREVER}
         AND s.from_at <= :at AND :at < s.to_at), a.country) AS country
     FROM accounts a LEFT JOIN enrolment_periods p ON p.account_id = a.id AND p.known_to = ${FOREVER} AND p.from_at <= :at AND :at < p.to_at
     WHERE a.uid = :uid`,
    { uid, at },
  );
  if (!found) throw new Refusal('bad_value', { field: 'affiliate' }, 'affiliate: there is no such account.');
  return found;
}

function linkOf(offer: Offer, affiliate: Affiliate, now: number): CampaignLink {
  const { id, code, kind, audience, regions, programmes } = offer;
  const document = JSON.parse(offer.document) as CampaignDocument;
  const state = campaignStateAt(offer.state, offer, now);
  const joined = affiliate.enrolled_from !== null && offer.joined_at !== null && offer.joined_at >= affiliate.enrolled_from ? offer.joined_at : null;
  const reasons: [NoLinkReason, boolean][] = [
    ['not_open', state !== 'active' && state !== 'scheduled'],
    ['not_enrolled', affiliate.programme === null],
    ['restricted', affiliate.restriction !== 'none'],
    ['programme', !listHolds(programmes, affiliate.programme ?? '')],
    ['region', !listHolds(regions, affiliate.country)],
    ['not_joined', audience === 'joining' && joined === null],
    ['no_code', affiliate.referral_code === null],
  ];
  const why_not = reasons.find(([, applies]) => applies)?.[0] ?? null;
  const own = audience === 'joining' ? code : null;
  return {
    campaign_id: String(id), code, name: document.name, kind, audience, state, affiliate_uid: affiliate.uid,
    joined_at: joined === null ? null : formatInstant(joined),
    link: why_not === null ? shareLink(document.landing_url, affiliate.referral_code as string, own) : null,
    why_not,
  };
}
