import type { Translated } from '../catalogue.ts';
import type * as english from '../en/campaign-label.ts';

/** The words for values of the closed lists about campaigns and bonuses. */
export const campaignLabel: Translated<typeof english.campaignLabel> = {
  campaignKind: { public: 'publique', exclusive: 'exclusive' },
  audience: { all: 'tous les adhérents', joining: 'ceux qui l’ont rejointe' },
  campaignState: { draft: 'brouillon', scheduled: 'planifiée', active: 'active', paused: 'en pause', ended: 'terminée' },
  campaignVersionState: { draft: 'brouillon', pending: 'en attente', approved: 'approuvée', rejected: 'rejetée', cancelled: 'retirée' },
  campaignField: {
    name: 'Nom',
    landing_url: 'Page d’arrivée',
    texts: 'Textes',
    starts_at: 'Début',
    ends_at: 'Fin',
    regions: 'Régions',
    programmes: 'Programmes',
    tasks: 'Tâches',
    rewards: 'Récompenses',
    budget: 'Budget',
    cap_per_affiliate: 'Plafond par affilié',
  },
  taskKind: { register: 'Inscription', kyc: 'Vérification d’identité', deposit: 'Dépôt', volume: 'Volume négocié' },
  rewardKind: { cash: 'argent', trial_funds: 'fonds d’essai', fee_voucher: 'bon de frais' },
  side: { inviter: 'Parrain', invitee: 'Filleul' },
  bonusState: { pending: 'en attente', distributed: 'distribué', failed: 'échoué', reversed: 'contre-passé' },
  progressState: {
    open: 'en cours',
    reached: 'atteint',
    waiting: 'atteint, en attente',
    awarded: 'attribué',
    missed: 'manqué',
    left: 'adhésion terminée',
  },
  waitReason: { budget_exhausted: 'le budget est épuisé', cap_reached: 'le plafond est atteint' },
  noLinkReason: {
    not_open: 'la campagne n’est pas ouverte',
    not_enrolled: 'sans adhésion',
    restricted: 'l’affilié est restreint',
    programme: 'pas pour ce programme',
    region: 'elle ne vaut pas dans la région de l’affilié',
    not_joined: 'pas encore rejointe',
    no_code: 'l’affilié n’a pas de code de parrainage',
  },
  joinRefusal: {
    not_enrolled: 'sans adhésion',
    inviter_restricted: 'l’affilié est restreint',
    campaign_not_joinable: 'personne ne rejoint cette campagne',
    campaign_not_open: 'la campagne n’est pas ouverte',
    campaign_region: 'elle ne vaut pas dans la région de l’affilié',
    already_joined: 'déjà rejointe',
  },
};
