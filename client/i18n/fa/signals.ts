import type { Translated } from '../catalogue.ts';
import type * as english from '../en/signals.ts';

export const signals: Translated<typeof english.signals> = {
  title: '%{kind}: %{uid}',
  monthHint: 'اگر ماهی ذکر نشود، همین ماه است.',
  ofAffiliate: 'نشانه‌ها',
  hint: 'نشانه تصمیمی نمی‌گیرد: واقعیت‌هایی را نام می‌برد که ارزش نگاه کردن دارد. دربارهٔ ثبت‌نام‌شدگان همان ماه است.',
  summary: 'نشانه',
  month: 'ماه',
  kind: 'نوع',
  affiliate: 'معرف',
  invitees: 'دعوت‌شدگان',
  first: 'نخستین',
  last: 'آخرین',
  facts: 'واقعیت‌ها',
  accounts: '%{smart_count} حساب |||| %{smart_count} حساب',
  cut: '%{shown} مورد نخست از %{count}.',
  rows: 'ردیف‌های پشت آن',
  toRows: { affiliates: 'معرف در فهرست', referrals: 'دعوت‌شدگان در فهرست' },
  request: 'درخواست تغییر',
  others: 'درخواست‌های در انتظار دربارهٔ این معرف',
  noOthers: 'درخواستی در انتظار نیست.',
};
