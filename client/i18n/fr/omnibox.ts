export const omnibox = {
  name: 'Trouver par uid, code, lien, identifiant de transaction, numéro, campagne, adresse e-mail, page ou action',
  hint: 'uid, code, lien, transaction, e-mail…',
  results: 'Trouvé',
  nothing: 'Rien ne porte exactement cet identifiant, ce code ou cette adresse.',
  recent: 'Récents',
  closed: 'Non recherché, votre rôle ne le permet pas : %{kinds}.',
  addresses: 'comptes par leur adresse e-mail',
  suspend: 'Demander la suspension de %{uid}',
  freeze: 'Demander le gel de %{uid}',
  run: 'Lancer : %{kind}',
  language: 'Langue : %{name}',
  theme: 'Passer du clair au sombre',
};
