import type { Translated } from '../catalogue.ts';
import type * as english from '../en/staff.ts';

/** Changes among the staff: asked for by an administrator, agreed by compliance. */
export const staff: Translated<typeof english.staff> = {
  preset: { all: 'همه', pending: 'در انتظار' },
  pending: 'منتظر واحد انطباق',
  allRequests: 'همهٔ درخواست‌ها',
  add: 'افزودن همکار',
  send: 'ارسال درخواست',
  asked: 'درخواست ارسال شد. واحد انطباق تصمیم می‌گیرد.',
  disabled: 'غیرفعال: دیگر کسی آنجا وارد نیست.',
  email: 'نشانی ایمیل',
  name: 'نام',
  role: 'نقش',
  newRole: 'نقش تازه',
  fromTo: 'از %{from} به %{to}',
  wish: { role: 'تغییر نقش', disable: 'غیرفعال کردن', enable: 'فعال کردن' },
  wishOf: { role: 'تغییر نقش %{name}', disable: '%{name} غیرفعال شود؟', enable: 'فعال کردن دوبارهٔ %{name}' },
  atOnce: 'بی‌درنگ برقرار است و همهٔ نشست‌ها را می‌بندد. فعال کردن دوباره موافقت واحد انطباق می‌خواهد.',
  onceAgreed: 'با موافقت واحد انطباق برقرار می‌شود.',
  ask: { approve: 'با این تغییر موافقت می‌شود؟', reject: 'این تغییر رد شود؟', cancel: 'درخواست پس گرفته شود؟' },
  endsSessions: 'این همکار خارج می‌شود و با نقش تازه دوباره وارد می‌شود.',
  what: 'چه',
  whom: 'چه کسی',
  why: 'چرا',
  askedBy: 'درخواست‌کننده',
  askedAt: 'زمان درخواست',
  decision: 'تصمیم',
  invitation: 'دعوت‌نامهٔ %{email}',
  once: 'این توکن فقط اکنون نشان داده می‌شود. آن را به همکار تازه بدهید تا با آن گذرواژه انتخاب کند.',
  copyToken: 'کپی توکن',
  until: 'قابل استفاده تا',
};
