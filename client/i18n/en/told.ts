export const told = {
  title: 'For the customer',
  why: 'Why',
  money: 'When the money comes',
  moneyIn: 'When the money comes: %{currency}',
  tier: 'Why this tier or these rates',
  standing: 'Standing',
  recall: 'Whether this account can be linked',
  copy: 'Copy the sentence: %{name}',
  language: 'Language of the answer',
  empty: 'There is nothing to tell at present.',
  nothing: 'Nothing of this may be told to the customer.',
};
