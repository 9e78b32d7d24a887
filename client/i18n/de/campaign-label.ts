import type { Translated } from '../catalogue.ts';
import type * as english from '../en/campaign-label.ts';

/** The words for values of the closed lists about campaigns and bonuses. */
export const campaignLabel: Translated<typeof english.campaignLabel> = {
  campaignKind: { public: 'öffentlich', exclusive: 'exklusiv' },
  audience: { all: 'alle Teilnehmenden', joining: 'wer beigetreten ist' },
  campaignState: { draft: 'Entwurf', scheduled: 'geplant', active: 'aktiv', paused: 'pausiert', ended: 'beendet' },
  campaignVersionState: { draft: 'Entwurf', pending: 'offen', approved: 'genehmigt', rejected: 'abgelehnt', cancelled: 'zurückgezogen' },
  campaignField: {
    name: 'Name',
    landing_url: 'Zielseite',
    texts: 'Texte',
    starts_at: 'Beginn',
    ends_at: 'Ende',
    regions: 'Regionen',
    programmes: 'Programme',
    tasks: 'Aufgaben',
    rewards: 'Prämien',
    budget: 'Budget',
    cap_per_affiliate: 'Obergrenze je Affiliate',
  },
  taskKind: { register: 'Registrieren', kyc: 'Identitätsprüfung', deposit: 'Einzahlen', volume: 'Handelsvolumen' },
  rewardKind: { cash: 'Geld', trial_funds: 'Testguthaben', fee_voucher: 'Gebührengutschein' },
  side: { inviter: 'Werber', invitee: 'Geworbener' },
  bonusState: { pending: 'offen', distributed: 'ausgegeben', failed: 'gescheitert', reversed: 'zurückgebucht' },
  progressState: {
    open: 'läuft',
    reached: 'erreicht',
    waiting: 'erreicht, wartet',
    awarded: 'zuerkannt',
    missed: 'verpasst',
    left: 'Teilnahme beendet',
  },
  waitReason: { budget_exhausted: 'das Budget ist aufgebraucht', cap_reached: 'die Obergrenze ist erreicht' },
  noLinkReason: {
    not_open: 'die Kampagne ist nicht offen',
    not_enrolled: 'keine Teilnahme',
    restricted: 'der Affiliate ist eingeschränkt',
    programme: 'nicht für dieses Programm',
    region: 'sie gilt nicht in der Region des Affiliates',
    not_joined: 'noch nicht beigetreten',
    no_code: 'der Affiliate hat keinen Empfehlungscode',
  },
  joinRefusal: {
    not_enrolled: 'keine Teilnahme',
    inviter_restricted: 'der Affiliate ist eingeschränkt',
    campaign_not_joinable: 'dieser Kampagne tritt niemand bei',
    campaign_not_open: 'die Kampagne ist nicht offen',
    campaign_region: 'sie gilt nicht in der Region des Affiliates',
    already_joined: 'schon beigetreten',
  },
};
