import type { ContentReasonCode } from '../content-reviews/contract.ts';
import type { Sentence } from './contract.ts';
import { speaker } from './form.ts';
import type { Phrases } from './wording.ts';

interface ContentCases {
  approved: { url: string; at: number };
  rejected: { url: string; at: number; reason: ContentReasonCode };
}

type Reasons = Record<ContentReasonCode, string>;

const englishReasons: Reasons = {
  third_party_rights: 'It uses names, marks, pictures or other works of third parties without the right to do so.',
  offensive_or_illegal: 'It is discriminatory, illegal or otherwise inappropriate.',
  quality: 'It does not reach the quality that promotional content must have.',
  look_alike: 'It uses a domain or a handle that can be taken for one of ours.',
  unauthorised_advertising: 'It advertises in search engines or on other platforms without authorisation.',
  fraudulent_or_misleading: 'It promotes in a fraudulent, misleading or illegal way.',
};

const english: Phrases<ContentCases> = {
  approved: ({ url, at }, form) =>
    `The promotional content that you submitted on ${form.day(at)} (${form.address(url)}) is approved. You may use it as it is; please submit it again before you change it.`,
  rejected: ({ url, at, reason }, form) =>
    `The promotional content that you submitted on ${form.day(at)} (${form.address(url)}) is not approved and may not be used. ` +
    `${englishReasons[reason]} You may submit it again once this is put right.`,
};

const frenchReasons: Reasons = {
  third_party_rights: 'Il utilise des noms, marques, images ou autres œuvres de tiers sans en avoir le droit.',
  offensive_or_illegal: 'Il est discriminatoire, illégal ou autrement inapproprié.',
  quality: 'Il n’atteint pas la qualité exigée d’un contenu promotionnel.',
  look_alike: 'Il utilise un nom de domaine ou un identifiant qui peut être confondu avec l’un des nôtres.',
  unauthorised_advertising: 'Il fait de la publicité dans des moteurs de recherche ou sur d’autres plateformes sans autorisation.',
  fraudulent_or_misleading: 'Il fait de la promotion de manière frauduleuse, trompeuse ou illégale.',
};

const french: Phrases<ContentCases> = {
  approved: ({ url, at }, form) =>
    `Le contenu promotionnel que vous avez soumis le ${form.day(at)} (${form.address(url)}) est approuvé. Vous pouvez l’utiliser tel quel ; veuillez le soumettre à nouveau avant toute modification.`,
  rejected: ({ url, at, reason }, form) =>
    `Le contenu promotionnel que vous avez soumis le ${form.day(at)} (${form.address(url)}) n’est pas approuvé et ne doit pas être utilisé. ` +
    `${frenchReasons[reason]} Vous pouvez le soumettre à nouveau une fois ce point corrigé.`,
};

const germanReasons: Reasons = {
  third_party_rights: 'Er verwendet Namen, Marken, Bilder oder andere Werke Dritter, ohne dazu berechtigt zu sein.',
  offensive_or_illegal: 'Er ist diskriminierend, rechtswidrig oder auf andere Weise unangemessen.',
  quality: 'Er erreicht nicht die Qualität, die Werbeinhalte haben müssen.',
  look_alike: 'Er verwendet eine Domain oder einen Kontonamen, die mit unseren verwechselt werden können.',
  unauthorised_advertising: 'Er wirbt ohne Erlaubnis in Suchmaschinen oder auf anderen Plattformen.',
  fraudulent_or_misleading: 'Er wirbt auf betrügerische, irreführende oder rechtswidrige Weise.',
};

const german: Phrases<ContentCases> = {
  approved: ({ url, at }, form) =>
    `Der Werbeinhalt, den Sie am ${form.day(at)} eingereicht haben (${form.address(url)}), ist freigegeben. Sie dürfen ihn so verwenden; reichen Sie ihn vor einer Änderung bitte erneut ein.`,
  rejected: ({ url, at, reason }, form) =>
    `Der Werbeinhalt, den Sie am ${form.day(at)} eingereicht haben (${form.address(url)}), ist nicht freigegeben und darf nicht verwendet werden. ` +
    `${germanReasons[reason]} Sie dürfen ihn erneut einreichen, sobald dies behoben ist.`,
};

const persianReasons: Reasons = {
  third_party_rights: 'در آن از نام‌ها، نشان‌ها، تصاویر یا آثار دیگران بدون داشتن حق استفاده شده است.',
  offensive_or_illegal: 'این محتوا تبعیض‌آمیز، غیرقانونی یا به شکل دیگری نامناسب است.',
  quality: 'این محتوا کیفیت لازم برای محتوای تبلیغاتی را ندارد.',
  look_alike: 'در آن از دامنه یا نام کاربری‌ای استفاده شده است که ممکن است با دامنه‌ها یا نام‌های کاربری ما اشتباه گرفته شود.',
  unauthorised_advertising: 'در آن بدون مجوز در موتورهای جست‌وجو یا سکوهای دیگر تبلیغ شده است.',
  fraudulent_or_misleading: 'در آن به شیوه‌ای متقلبانه، گمراه‌کننده یا غیرقانونی تبلیغ شده است.',
};

const persian: Phrases<ContentCases> = {
  approved: ({ url, at }, form) =>
    `محتوای تبلیغاتی‌ای که در ${form.day(at)} ارسال کردید (${form.address(url)}) تأیید شد. می‌توانید آن را به همین صورت به کار ببرید؛ پیش از هر تغییری دوباره ارسالش کنید.`,
  rejected: ({ url, at, reason }, form) =>
    `محتوای تبلیغاتی‌ای که در ${form.day(at)} ارسال کردید (${form.address(url)}) تأیید نشد و نباید از آن استفاده شود. ` +
    `${persianReasons[reason]} پس از برطرف شدن این مورد می‌توانید آن را دوباره ارسال کنید.`,
};

const say = speaker<ContentCases>({ en: english, fr: french, de: german, fa: persian });

/** The decision as it is given out (CAM-5), in every language; `reason` null: approved. The comment is for the house alone. */
export function decisionText({ url, requested_at: at }: { url: string; requested_at: number }, reason: ContentReasonCode | null): Sentence {
  return say(reason === null ? { tells: 'approved', facts: { url, at } } : { tells: 'rejected', facts: { url, at, reason } });
}
