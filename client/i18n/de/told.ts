export const told = {
  title: 'Für den Kunden',
  why: 'Warum',
  money: 'Wann das Geld kommt',
  moneyIn: 'Wann das Geld kommt: %{currency}',
  tier: 'Warum diese Stufe oder diese Sätze',
  standing: 'Stand',
  recall: 'Ob dieses Konto zugeordnet werden kann',
  copy: 'Satz kopieren: %{name}',
  language: 'Sprache der Antwort',
  empty: 'Derzeit gibt es nichts mitzuteilen.',
  nothing: 'Hiervon darf der Kunde nichts erfahren.',
};
