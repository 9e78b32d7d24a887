export const omnibox = {
  name: 'Find by uid, code, link, trade id, number, campaign, e-mail address, screen or action',
  hint: 'uid, code, link, trade id, e-mail…',
  results: 'Found',
  nothing: 'Nothing has exactly this id, code or address.',
  recent: 'Recent',
  closed: 'Not looked for, as your role may not: %{kinds}.',
  addresses: 'accounts by their e-mail address',
  suspend: 'Request suspension for %{uid}',
  freeze: 'Request a freeze for %{uid}',
  run: 'Run: %{kind}',
  language: 'Language: %{name}',
  theme: 'Switch between light and dark',
};
