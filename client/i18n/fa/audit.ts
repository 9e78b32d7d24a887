import type { Translated } from '../catalogue.ts';
import type * as english from '../en/audit.ts';

export const audit: Translated<typeof english.audit> = {
  title: 'رویداد ممیزی %{seq}',
  preset: { decisions: 'تصمیم‌ها', reveals: 'آشکارسازی‌ها', signIns: 'ورودها' },
  at: 'زمان',
  actor: 'چه کسی',
  action: 'چه کاری',
  subject: 'روی چه چیزی',
  reason: 'دلیل',
  request: 'درخواست',
  changes: 'تغییرها',
  noChanges: 'هیچ فیلدی تغییر نکرد.',
  field: 'فیلد',
  old: 'پیش',
  new: 'پس',
  chain: 'جایگاه در زنجیره',
  prev: 'هش رویداد پیشین',
  hash: 'هش',
  none: 'هنوز کاری با آن نشده است.',
};
