export const told = {
  title: 'Pour le client',
  why: 'Pourquoi',
  money: 'Quand l’argent arrive',
  moneyIn: 'Quand l’argent arrive : %{currency}',
  tier: 'Pourquoi ce palier ou ces taux',
  standing: 'Situation',
  recall: 'Si ce compte peut être rattaché',
  copy: 'Copier la phrase : %{name}',
  language: 'Langue de la réponse',
  empty: 'Il n’y a rien à communiquer actuellement.',
  nothing: 'Rien de ceci ne peut être communiqué au client.',
};
