import type { Form, Phrases } from '../wording.ts';
import type { RecallCases } from './cases.ts';

const span = (days: number | null, form: Form): string => (days === null ? 'تعداد روزهای مقرر در قواعد' : `${form.count(days)} روز`);

export const persian: Phrases<RecallCases> = {
  possible: ({ at, days }, form) =>
    `در تاریخ ${form.day(at)} می‌توان این حساب را به شما متصل کرد: دارندهٔ آن باید لینک معرفی کنونی شما را باز و با ` +
    `«Bind now» تأیید کند و تا آن زمان بیش از ${span(days, form)} از حساب استفاده نکرده باشد.`,
  impossible: ({ at }, form) => `در تاریخ ${form.day(at)} نمی‌توان این حساب را به شما متصل کرد.`,
  inviter_not_in_programme: () => 'حساب‌های موجود فقط به اعضای برنامهٔ «pro» متصل می‌شوند.',
  inviter_restricted: () => 'در حال حاضر کاربر تازه‌ای به شما متصل نمی‌شود.',
  legacy_link: () => 'شکل قدیمی لینک معرفی حساب موجود را متصل نمی‌کند؛ این کار فقط با لینک کنونی ممکن است.',
  code_not_supported: () => 'کد معرفی به‌تنهایی حساب موجود را متصل نمی‌کند؛ این کار فقط با لینک معرفی کنونی ممکن است.',
  already_bound: () => 'این حساب پیش‌تر به یک دعوت‌کننده متصل شده است و این اتصال تغییر نمی‌کند.',
  account_too_young: ({ days }, form) => `حساب باید بیش از ${span(days, form)} قدمت داشته باشد.`,
  recently_active: ({ days }, form) => `حساب باید بیش از ${span(days, form)} بدون استفاده مانده باشد.`,
  recall_region_closed: () => 'طبق مقررات منطقه‌ای جاری، در اینجا نمی‌توان حساب‌های موجود را متصل کرد.',
  not_confirmed: () => 'دارندهٔ حساب با «Bind now» تأیید نکرده است.',
  later: () => 'این کار ممکن است بعداً امکان‌پذیر شود، به شرط آنکه چیز دیگری تغییر نکند و تا آن زمان از حساب استفاده نشود.',
  never: () => 'گذشت زمان به‌تنهایی چیزی را تغییر نمی‌دهد.',
};
