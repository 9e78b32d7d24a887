import type { Translated } from '../catalogue.ts';
import type * as english from '../en/managers.ts';

export const managers: Translated<typeof english.managers> = {
  title: 'مدیر حساب',
  none: 'کسی مسئول این معرف نیست.',
  assign: 'تعیین',
  change: 'تغییر',
  ask: 'چه کسی مسئول %{uid} است؟',
  manager: 'مدیر حساب',
  nobody: 'هیچ‌کس',
  submit: 'ذخیره',
  assigned: 'مدیر حساب تغییر کرد.',
  mine: 'تحت مسئولیت من',
};
