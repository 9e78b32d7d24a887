import type { Translated } from '../catalogue.ts';
import type * as english from '../en/decisions.ts';

/** What all requests that two people stand behind have in common. */
export const decisions: Translated<typeof english.decisions> = {
  mine: 'در انتظار تصمیم من',
  comment: 'توضیح',
  commentHint: 'چرا؟ دست‌کم %{min} نویسه؛ تاکنون %{length}.',
  commentChoice: 'می‌تواند خالی بماند؛ وگرنه دست‌کم %{min} نویسه؛ تاکنون %{length}.',
  room: '%{length} نویسه از حداکثر %{max}.',
  tooLong: '%{smart_count} نویسه از متن چسبانده‌شده جا نشد و حذف شد. |||| %{smart_count} نویسه از متن چسبانده‌شده جا نشد و حذف شد.',
  back: 'بازگشت',
  close: 'بستن',
  verb: { approve: 'تأیید', reject: 'رد', cancel: 'لغو درخواست' },
  done: { approve: 'تأیید شد', reject: 'رد شد', cancel: 'لغو شد' },
  results: 'نتیجهٔ هر درخواست',
  resultsSum: 'تصمیم‌گرفته: %{done}. تصمیم‌نگرفته: %{failed}.',
  notDecided: 'دربارهٔ یک درخواست نشد تصمیم گرفت: |||| دربارهٔ %{smart_count} درخواست نشد تصمیم گرفت:',
  numbered: 'درخواست %{id}',
  request: 'درخواست',
  outcome: 'نتیجه',
  previous: 'پیشین',
  next: 'بعدی',
  position: '%{position} از %{length} در انتظار',
  changed: '%{what}: %{from} بود و اکنون %{now} است.',
  enrolmentOver: 'عضویت مورد نظر دیگر برقرار نیست.',
  leave: 'آنچه نوشته‌اید ارسال نشده است. با این حال خارج می‌شوید؟',
  waiting: 'مدت انتظار',
  own: 'درخواست خود شماست. شخص دیگری باید تصمیم بگیرد؛ می‌توانید لغوش کنید.',
  decidedByRoles: 'تصمیم دربارهٔ این با این نقش است: %{roles}.',
  ownDecision: 'درخواست خود شماست. شخص دیگری باید تصمیم بگیرد.',
};
