export const omnibox = {
  name: 'Finden nach UID, Code, Link, Trade-ID, Nummer, Kampagne, E-Mail-Adresse, Seite oder Aktion',
  hint: 'UID, Code, Link, Trade-ID, E-Mail …',
  results: 'Gefunden',
  nothing: 'Nichts hat genau diese ID, diesen Code oder diese Adresse.',
  recent: 'Zuletzt',
  closed: 'Nicht gesucht, da die Rolle es nicht darf: %{kinds}.',
  addresses: 'Konten nach ihrer E-Mail-Adresse',
  suspend: 'Aussetzung für %{uid} beantragen',
  freeze: 'Sperrung der Auszahlung für %{uid} beantragen',
  run: 'Lauf starten: %{kind}',
  language: 'Sprache: %{name}',
  theme: 'Zwischen hell und dunkel wechseln',
};
