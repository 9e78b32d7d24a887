import type { Phrases } from '../wording.ts';
import type { StandingCases } from './cases.ts';

const paid = 'آنچه تا آن زمان به دست آورده‌اید طبق روال پرداخت می‌شود.';

export const persian: Phrases<StandingCases> = {
  moved_to_collaborator: ({ at, programme }, form) =>
    `در ${form.moment(at)} حساب شما به «${form.accountType('collaborator')}» تبدیل شد که برنامهٔ جداگانه‌ای دارد؛ عضویت شما ` +
    `در برنامهٔ «${programme}» در همان لحظه پایان یافت. ${paid}`,
  account_type_changed: ({ at, programme, type }, form) =>
    `در ${form.moment(at)} نوع حساب شما تغییر کرد${type ? ` (اکنون: ${form.accountType(type)})` : ''}. برنامهٔ «${programme}» ` +
    `برای این نوع حساب در دسترس نیست؛ بنابراین عضویت شما در همان لحظه پایان یافت. ${paid}`,
  left: ({ at, programme }, form) =>
    `عضویت شما در برنامهٔ «${programme}» به خواست خودتان در ${form.moment(at)} پایان یافت. ${paid}`,
  leaving: ({ at }, form) => `عضویت شما به خواست خودتان در ${form.moment(at)} پایان می‌یابد. ${paid}`,
  terminated: ({ at, programme }, form) => `عضویت شما در برنامهٔ «${programme}» در ${form.moment(at)} پایان یافت.`,
  programme_ended: ({ at, programme }, form) =>
    `برنامهٔ «${programme}» در ${form.moment(at)} پایان یافت و عضویت شما نیز با آن تمام شد. ${paid}`,
  type_only: ({ at, type }, form) => `در ${form.moment(at)} نوع حساب شما تغییر کرد و اکنون «${form.accountType(type)}» است.`,
  no_new_bindings: ({ at }, form) =>
    `از ${form.moment(at)} کاربر تازه‌ای به شما متصل نمی‌شود و پیوستن به کمپین تازه ممکن نیست. کاربرانی که پیش‌تر متصل ` +
    'شده‌اند متصل می‌مانند و مانند گذشته پورسانت دارند.',
  payout_on_hold: ({ at }, form) =>
    `از ${form.moment(at)} پرداخت‌های شما متوقف است. پورسانت همچنان ثبت می‌شود؛ پس از رفع توقف، آنچه قابل پرداخت باشد با ` +
    'پرداخت روزانهٔ بعدی واریز می‌شود.',
  no_accrual: ({ at }, form) =>
    `از ${form.moment(at)} حساب معرفی شما واجد شرایط دریافت پورسانت نیست و پرداخت‌های شما متوقف است.`,
  lifted: ({ at }, form) =>
    `در ${form.moment(at)} همهٔ محدودیت‌های حساب معرفی شما پایان یافت؛ آنچه متوقف شده بود و قابل پرداخت است با پرداخت روزانهٔ بعدی واریز می‌شود.`,
  no_new_bindings_over: ({ at, until }, form) =>
    `از ${form.moment(at)} تا ${form.moment(until)} اتصال کاربر تازه به شما و پیوستن به کمپین تازه ممکن نبود.`,
  no_accrual_over: ({ at, until }, form) =>
    `از ${form.moment(at)} تا ${form.moment(until)} حساب معرفی شما واجد شرایط دریافت پورسانت نبود و پرداخت‌های شما متوقف بود.`,
  hold_over: ({ at, until }, form) =>
    `پرداخت‌های شما از ${form.moment(at)} تا ${form.moment(until)} متوقف بود. آنچه قابل پرداخت باشد با پرداخت روزانهٔ بعدی واریز می‌شود.`,
  as_asked: ({ at }, form) => `این تغییر بنا به درخواست شما در ${form.day(at)} انجام شده است.`,
};
