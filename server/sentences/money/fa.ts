import type { Form, Phrases } from '../wording.ts';
import type { Due, MoneyCases } from './cases.ts';

function owed(due: Due, form: Form): string {
  const money = form.money(due.amount, due.currency);
  switch (due.kind) {
    case 'commission':
      return `مبلغ ${money} (پورسانت شما برای معاملهٔ ${form.moment(due.at)})`;
    case 'correction':
      return `مبلغ ${money} (پورسانت تکمیلی برای معاملهٔ ${form.moment(due.at)})`;
    case 'bonus':
      return `مبلغ ${money} (پاداش شما)`;
    case 'sum':
      return `مبلغ ${money} (ماندهٔ پرداخت‌نشدهٔ شما)`;
  }
}

export const persian: Phrases<MoneyCases> = {
  nothing_due: ({ at }, form) =>
    `بابت معاملهٔ ${form.moment(at)} مبلغی بدهکار نیستیم؛ بنابراین پرداختی از آن حاصل نمی‌شود.`,
  next: ({ due, day_at, deadline_at }, form) =>
    `${owed(due, form)} همراه با پرداخت روز ${form.day(day_at)} واریز می‌شود که مهلت آن ${form.moment(deadline_at)} است.`,
  next_undated: ({ due }, form) => `${owed(due, form)} ثبت شده است و با پرداخت روزانهٔ بعدی واریز می‌شود.`,
  held: ({ due }, form) =>
    `${owed(due, form)} ثبت شده است. پرداخت آن در حال حاضر متوقف است؛ پس از رفع توقف، آنچه قابل پرداخت باشد با ` +
    'پرداخت روزانهٔ بعدی واریز می‌شود.',
  batched: ({ due, day_at, deadline_at }, form) =>
    `${owed(due, form)} در پرداخت روز ${form.day(day_at)} قرار دارد که مهلت آن ${form.moment(deadline_at)} است.`,
  late: ({ due, day_at, deadline_at }, form) =>
    `${owed(due, form)} در پرداخت روز ${form.day(day_at)} قرار دارد که مهلت آن ${form.moment(deadline_at)} بود؛ واریز ` +
    'آن هنوز تأیید نشده است.',
  paid: ({ due, day_at, paid_at }, form) =>
    `${owed(due, form)} در ${form.moment(paid_at)} همراه با پرداخت روز ${form.day(day_at)} به کیف پول اسپات شما واریز شد.`,
  carried_over: ({ due, sum }, form) =>
    `${owed(due, form)} ثبت شده است. پس از برگشت پورسانت‌های پیشین، ماندهٔ باز شما ${form.money(sum, due.currency)} ` +
    'است؛ این مانده به بعد منتقل و هرگاه بیش از صفر شود پرداخت می‌شود.',
  tried_before: ({ day_at, failed_at }, form) =>
    `تلاش پیشین، همراه با پرداخت روز ${form.day(day_at)}، در ${form.moment(failed_at)} ناموفق بود.`,
  reversed: ({ at }, form) => `این مبلغ در ${form.day(at)} برگشت خورد و از یکی از پرداخت‌های بعدی کسر می‌شود.`,
  cancelled_out: ({ due, at }, form) => `${owed(due, form)} در ${form.day(at)} برگشت خورد و چیزی از آن پرداخت نمی‌شود.`,
  deducted_next: ({ due }, form) => `${owed(due, form)} برگشت خورد و از پرداخت بعدی شما کسر می‌شود.`,
  deducted: ({ due, day_at }, form) => `${owed(due, form)} برگشت خورد و در پرداخت روز ${form.day(day_at)} کسر می‌شود.`,
  balance_carried: ({ sum, currency }, form) =>
    `پس از برگشت پورسانت‌های پیشین، ماندهٔ باز شما ${form.money(sum, currency)} است؛ این مانده به بعد منتقل و از ` +
    'درآمد بعدی شما کسر می‌شود.',
  line_batched: ({ amount, currency, day_at, deadline_at }, form) =>
    `مبلغ ${form.money(amount, currency)} در پرداخت روز ${form.day(day_at)} قرار دارد که مهلت آن ${form.moment(deadline_at)} است.`,
  line_late: ({ amount, currency, day_at, deadline_at }, form) =>
    `مبلغ ${form.money(amount, currency)} در پرداخت روز ${form.day(day_at)} قرار دارد که مهلت آن ` +
    `${form.moment(deadline_at)} بود؛ واریز آن هنوز تأیید نشده است.`,
  line_held: ({ amount, currency, day_at }, form) =>
    `مبلغ ${form.money(amount, currency)} برای پرداخت روز ${form.day(day_at)} در نظر گرفته شده بود. پرداخت آن در حال ` +
    'حاضر متوقف است؛ پس از رفع توقف، آنچه قابل پرداخت باشد با پرداخت روزانهٔ بعدی واریز می‌شود.',
  line_paid: ({ amount, currency, day_at, paid_at }, form) =>
    `مبلغ ${form.money(amount, currency)} در ${form.moment(paid_at)} همراه با پرداخت روز ${form.day(day_at)} به کیف پول ` +
    'اسپات شما واریز شد.',
  line_failed: ({ amount, currency, day_at, failed_at }, form) =>
    `واریز ${form.money(amount, currency)} همراه با پرداخت روز ${form.day(day_at)} در ${form.moment(failed_at)} ناموفق ` +
    'بود. آنچه قابل پرداخت باشد با پرداخت روزانهٔ بعدی دوباره واریز می‌شود.',
  line_failed_held: ({ amount, currency, day_at, failed_at }, form) =>
    `واریز ${form.money(amount, currency)} همراه با پرداخت روز ${form.day(day_at)} در ${form.moment(failed_at)} ناموفق ` +
    'بود. پرداخت آن در حال حاضر متوقف است؛ پس از رفع توقف، آنچه قابل پرداخت باشد با پرداخت روزانهٔ بعدی دوباره واریز ' +
    'می‌شود.',
  line_not_sent: ({ amount, currency, day_at }, form) =>
    `مبلغ ${form.money(amount, currency)} با پرداخت روز ${form.day(day_at)} ارسال نشد. آنچه از آن قابل پرداخت باشد با ` +
    'پرداختی دیگر واریز می‌شود.',
};
