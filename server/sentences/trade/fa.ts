import type { Phrases } from '../wording.ts';
import type { TradeCases } from './cases.ts';

export const persian: Phrases<TradeCases> = {
  earned: ({ at, base, rate_bps, currency, amount, cut }, form) =>
    `برای معاملهٔ کاربر دعوت‌شدهٔ شما در ${form.moment(at)} مبلغ ${form.money(base, currency)} کارمزد پرداخت ` +
    `شد. با نرخ ${form.rate(rate_bps)}، پورسانت شما ${form.money(amount, currency)} ` +
    `است${cut ? ' (رقم‌های پس از هشتمین رقم اعشار حذف می‌شوند)' : ''}.`,
  earned_below_unit: ({ at, base, rate_bps, currency }, form) =>
    `برای معاملهٔ کاربر دعوت‌شدهٔ شما در ${form.moment(at)} مبلغ ${form.money(base, currency)} کارمزد پرداخت ` +
    `شد. با نرخ ${form.rate(rate_bps)}، پورسانت کمتر از ${form.money(1n, currency)} می‌شود که کوچک‌ترین مبلغ ` +
    'قابل پرداخت است؛ بنابراین مبلغی واریز نمی‌شود.',
  earned_at_no_rate: ({ at, base, rate_bps, currency }, form) =>
    `برای معاملهٔ کاربر دعوت‌شدهٔ شما در ${form.moment(at)} مبلغ ${form.money(base, currency)} کارمزد پرداخت ` +
    `شد. نرخ شما برای آن ${form.rate(rate_bps)} بود؛ بنابراین پورسانتی تعلق نمی‌گیرد.`,
  not_activated: ({ at }, form) =>
    `وقتی کاربر دعوت‌شدهٔ شما این معامله را در ${form.moment(at)} انجام داد، شما هنوز برنامه را فعال نکرده ` +
    'بودید. پورسانت به معامله‌هایی تعلق می‌گیرد که از زمان فعال‌سازی به بعد انجام شوند.',
  enrolment_ended: ({ at, first_activated_at }, form) =>
    `شما نخستین بار در ${form.day(first_activated_at)} به برنامه پیوستید، اما هنگام انجام این معامله در ` +
    `${form.moment(at)} عضو هیچ برنامه‌ای نبودید. پورسانت به معامله‌هایی تعلق می‌گیرد که در زمان عضویت شما ` +
    'انجام شوند.',
  suspended: ({ at }, form) =>
    `هنگام انجام این معامله در ${form.moment(at)}، حساب معرفی واجد شرایط دریافت پورسانت نبود.`,
  window_after_opening: ({ at, start_at, last_at }, form) =>
    `حساب کاربر دعوت‌شدهٔ شما در ${form.day(start_at)} باز شد و پورسانت به معامله‌های آن تا پایان روز ` +
    `${form.day(last_at)} تعلق می‌گیرد. این معامله در ${form.day(at)} انجام شده است (تاریخ‌ها به وقت UTC).`,
  window_after_recall: ({ at, start_at, last_at }, form) =>
    `کاربر دعوت‌شدهٔ شما در ${form.day(start_at)} به شما متصل شد و پورسانت به معامله‌های او تا پایان روز ` +
    `${form.day(last_at)} تعلق می‌گیرد. این معامله در ${form.day(at)} انجام شده است (تاریخ‌ها به وقت UTC).`,
  product_not_covered: ({ at, product }, form) =>
    `این معامله که در ${form.moment(at)} انجام شده، مربوط به «${form.product(product)}» است و برنامهٔ شما برای ` +
    'این محصول پورسانت نمی‌پردازد.',
  recall_not_covered: ({ at, product }, form) =>
    `این معامله که در ${form.moment(at)} انجام شده، مربوط به «${form.product(product)}» است. اگر کاربر پیش از ` +
    'اتصال به شما حساب داشته باشد، برنامهٔ شما برای این محصول پورسانت نمی‌پردازد.',
  api_trade: ({ at }, form) =>
    `این معامله در ${form.moment(at)} از طریق API انجام شده است. برنامهٔ شما برای معامله‌های API پورسانت ` +
    'نمی‌پردازد.',
  vip_excluded: ({ at }, form) =>
    `هنگام انجام این معامله در ${form.moment(at)}، حساب کاربر دعوت‌شدهٔ شما در سطحی از مشتریان بود که برنامهٔ ` +
    'شما برای آن پورسانت نمی‌پردازد.',
  region_restricted: ({ at, product }, form) =>
    `این معامله (${form.product(product)}) در ${form.moment(at)} انجام شده است. طبق مقررات منطقه‌ای آن زمان، ` +
    'پورسانتی به آن تعلق نمی‌گیرد.',
  fee_offset: ({ at, fee, currency }, form) =>
    `کارمزد این معامله در ${form.moment(at)} به مبلغ ${form.money(fee, currency)} به‌طور کامل با بونوس یا کوپن ` +
    'کارمزد پوشش داده شد. پورسانت تنها از کارمزدی محاسبه می‌شود که واقعاً پرداخت شده باشد.',
  no_fee: ({ at, currency }, form) =>
    `کارمزد این معامله در ${form.moment(at)} برابر با ${form.money(0n, currency)} بود؛ بنابراین مبنایی برای ` +
    'محاسبهٔ پورسانت وجود ندارد.',
  no_inviter: ({ at }, form) =>
    `حسابی که این معامله را در ${form.moment(at)} انجام داده، به هیچ دعوت‌کننده‌ای متصل نیست؛ بنابراین ` +
    'پورسانتی به آن تعلق نمی‌گیرد.',
  before_binding: ({ at, bound_at, same_second }, form) =>
    `کاربر دعوت‌شدهٔ شما در ${form.moment(bound_at, same_second)} به شما متصل شد و این معامله پیش از آن، در ` +
    `${form.moment(at, same_second)}، انجام شده است. پورسانت به معامله‌هایی تعلق می‌گیرد که از زمان اتصال به ` +
    'بعد انجام شوند.',
  not_yet_run: ({ at }, form) =>
    `پورسانت این معامله که در ${form.moment(at)} انجام شده، هنوز محاسبه نشده است. محاسبهٔ روزانهٔ بعدی، پس از ` +
    'پایان روز (به وقت UTC)، آن را در بر می‌گیرد.',
};
