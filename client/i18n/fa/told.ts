export const told = {
  title: 'برای مشتری',
  why: 'علت',
  money: 'زمان دریافت پول',
  moneyIn: 'زمان دریافت پول: %{currency}',
  tier: 'علت این سطح یا این نرخ‌ها',
  standing: 'وضعیت',
  recall: 'امکان اتصال این حساب',
  copy: 'رونوشت از جمله: %{name}',
  language: 'زبان پاسخ',
  nothing: 'هیچ بخشی از این موضوع نباید به مشتری گفته شود.',
};
