import type { Language } from '../explanations/contract.ts';
import type { ContentReasonCode } from './contract.ts';

interface Wording {
  locale: string;
  approved: (url: string, day: string) => string;
  rejected: (url: string, day: string) => string;
  reasons: Record<ContentReasonCode, string>;
  /** What can be done after a rejection. */
  again: string;
}

const wordings: Record<Language, Wording> = {
  en: {
    locale: 'en-GB',
    approved: (url, day) => `The promotional content that you submitted on ${day} (${url}) is approved. You may use it as it is; please submit it again before you change it.`,
    rejected: (url, day) => `The promotional content that you submitted on ${day} (${url}) is not approved and may not be used.`,
    reasons: {
      third_party_rights: 'It uses names, marks, pictures or other works of third parties without the right to do so.',
      offensive_or_illegal: 'It is discriminatory, illegal or otherwise inappropriate.',
      quality: 'It does not reach the quality that promotional content must have.',
      look_alike: 'It uses a domain or a handle that can be taken for one of ours.',
      unauthorised_advertising: 'It advertises in search engines or on other platforms without authorisation.',
      fraudulent_or_misleading: 'It promotes in a fraudulent, misleading or illegal way.',
    },
    again: 'You may submit it again once this is put right.',
  },
  fr: {
    locale: 'fr-FR',
    approved: (url, day) => `Le contenu promotionnel que vous avez soumis le ${day} (${url}) est approuvé. Vous pouvez l’utiliser tel quel ; veuillez le soumettre à nouveau avant toute modification.`,
    rejected: (url, day) => `Le contenu promotionnel que vous avez soumis le ${day} (${url}) n’est pas approuvé et ne doit pas être utilisé.`,
    reasons: {
      third_party_rights: 'Il utilise des noms, marques, images ou autres œuvres de tiers sans en avoir le droit.',
      offensive_or_illegal: 'Il est discriminatoire, illégal ou autrement inapproprié.',
      quality: 'Il n’atteint pas la qualité exigée d’un contenu promotionnel.',
      look_alike: 'Il utilise un nom de domaine ou un identifiant qui peut être confondu avec l’un des nôtres.',
      unauthorised_advertising: 'Il fait de la publicité dans des moteurs de recherche ou sur d’autres plateformes sans autorisation.',
      fraudulent_or_misleading: 'Il fait de la promotion de manière frauduleuse, trompeuse ou illégale.',
    },
    again: 'Vous pouvez le soumettre à nouveau une fois ce point corrigé.',
  },
  de: {
    locale: 'de-DE',
    approved: (url, day) => `Der Werbeinhalt, den Sie am ${day} eingereicht haben (${url}), ist freigegeben. Sie dürfen ihn so verwenden; reichen Sie ihn vor einer Änderung bitte erneut ein.`,
    rejected: (url, day) => `Der Werbeinhalt, den Sie am ${day} eingereicht haben (${url}), ist nicht freigegeben und darf nicht verwendet werden.`,
    reasons: {
      third_party_rights: 'Er verwendet Namen, Marken, Bilder oder andere Werke Dritter, ohne dazu berechtigt zu sein.',
      offensive_or_illegal: 'Er ist diskriminierend, rechtswidrig oder auf andere Weise unangemessen.',
      quality: 'Er erreicht nicht die Qualität, die Werbeinhalte haben müssen.',
      look_alike: 'Er verwendet eine Domain oder einen Kontonamen, die mit unseren verwechselt werden können.',
      unauthorised_advertising: 'Er wirbt ohne Erlaubnis in Suchmaschinen oder auf anderen Plattformen.',
      fraudulent_or_misleading: 'Er wirbt auf betrügerische, irreführende oder rechtswidrige Weise.',
    },
    again: 'Sie dürfen ihn erneut einreichen, sobald dies behoben ist.',
  },
  fa: {
    locale: 'fa-IR',
    approved: (url, day) => `محتوای تبلیغاتی‌ای که در ${day} ارسال کردید (${url}) تأیید شد. می‌توانید آن را به همین صورت به کار ببرید؛ پیش از هر تغییری دوباره ارسالش کنید.`,
    rejected: (url, day) => `محتوای تبلیغاتی‌ای که در ${day} ارسال کردید (${url}) تأیید نشد و نباید از آن استفاده شود.`,
    reasons: {
      third_party_rights: 'در آن از نام‌ها، نشان‌ها، تصاویر یا آثار دیگران بدون داشتن حق استفاده شده است.',
      offensive_or_illegal: 'این محتوا تبعیض‌آمیز، غیرقانونی یا به شکل دیگری نامناسب است.',
      quality: 'این محتوا کیفیت لازم برای محتوای تبلیغاتی را ندارد.',
      look_alike: 'در آن از دامنه یا نام کاربری‌ای استفاده شده است که ممکن است با دامنه‌ها یا نام‌های کاربری ما اشتباه گرفته شود.',
      unauthorised_advertising: 'در آن بدون مجوز در موتورهای جست‌وجو یا سکوهای دیگر تبلیغ شده است.',
      fraudulent_or_misleading: 'در آن به شیوه‌ای متقلبانه، گمراه‌کننده یا غیرقانونی تبلیغ شده است.',
    },
    again: 'پس از برطرف شدن این مورد می‌توانید آن را دوباره ارسال کنید.',
  },
};

const days = Object.fromEntries(
  Object.entries(wordings).map(([language, { locale }]) => [language, new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' })]),
) as Record<Language, Intl.DateTimeFormat>;

/** The decision as it is given out (CAM-5), in every language; `reason` null: approved. The comment is for the house alone. */
export function decisionText(content: { url: string; requested_at: number }, reason: ContentReasonCode | null): Record<Language, string> {
  return { en: say('en', content, reason), fr: say('fr', content, reason), de: say('de', content, reason), fa: say('fa', content, reason) };
}

function say(language: Language, { url, requested_at }: { url: string; requested_at: number }, reason: ContentReasonCode | null): string {
  const { approved, rejected, reasons, again } = wordings[language];
  const day = days[language].format(requested_at);
  // Isolated, an address keeps its order in a text from right to left, and leaves that of the text alone.
  const address = `\u2068${url}\u2069`;
  return reason === null ? approved(address, day) : `${rejected(address, day)} ${reasons[reason]} ${again}`;
}
