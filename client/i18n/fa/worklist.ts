import type { Translated } from '../catalogue.ts';
import type * as english from '../en/worklist.ts';

export const worklist: Translated<typeof english.worklist> = {
  waiting: 'در انتظار: %{count}',
  waitingCapped: 'در انتظار: بیش از %{count}',
  decidedMeanwhile: '%{who} در این میان تصمیم گرفته است: %{state}.',
  theConsole: 'کنسول',
  undo: 'بازگردانی',
  undone: 'بازگردانده شد.',
  views: 'نماهای ذخیره‌شده',
  saveView: 'ذخیرهٔ این نما',
  viewName: 'نام نما',
  viewKeeps: 'فیلترها، ترتیب، ستون‌ها و بلندی سطرها را نگه می‌دارد.',
  writtenOver: 'نمای خودتان با همین نام جایگزین می‌شود.',
  share: 'اشتراک با همهٔ کسانی که می‌توانند این فهرست را ببینند',
  save: 'ذخیره',
  sharedView: '%{name} (مشترک)',
  viewOf: '%{name} (%{who})',
  viewDeleted: 'نمای «%{name}» حذف شد.',
  noSuchView: 'این نما دیگر وجود ندارد یا با شما به اشتراک گذاشته نشده است.',
  copyLink: 'رونوشت پیوند «%{name}»',
  roomy: 'سطرهای بلند',
};
