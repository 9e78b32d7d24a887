/** What a word in the search box can be; nothing is looked up here. */
export interface Meanings {
  /** An id of the exchange: a uid, a trade id, a referral code, a campaign's code; also the beginning of a campaign's name. */
  key: string | null;
  /** The referral code and the campaign that a link carries. */
  code: string | null;
  campaign: string | null;
  /** A record's number only, where it is written as one (`#17`). */
  recordId: number | null;
  /** The number of a record, a batch, a line, a request, a run. */
  number: number | null;
  /** `YYYY-MM-DD`: of a payout. */
  day: string | null;
  email: string | null;
}

const numberForm = /^(#?)([1-9]\d{0,14})$/;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const emailForm = /^[^\s@]+@[^\s@]+$/;

/** A uid, code, trade id, number, day, whole e-mail address, or a link with `ref=` or `campaign=`, also with words around it. */
export function meaningsOf(word: string): Meanings {
  const code = parameterOf(word, 'ref');
  const campaign = parameterOf(word, 'campaign');
  const isLink = code !== null || campaign !== null;
  const email = !isLink && emailForm.test(word) ? word : null;
  const [, mark, digits] = numberForm.exec(word) ?? [];
  const number = digits === undefined ? null : Number(digits);
  return {
    key: isLink || email !== null || mark === '#' ? null : word,
    code, campaign, email, number: mark === '#' ? null : number, recordId: number, day: dayForm.test(word) ? word : null,
  };
}

/** Up to where a link goes that stands in a text: what closes it there is none of it. */
const linkForm = /\?(\S+)/;
const closing = /[)\]}>"'.,;]+$/;

function parameterOf(word: string, name: string): string | null {
  const query = linkForm.exec(word)?.[1]?.split('#')[0]?.replaceAll('&amp;', '&').replace(closing, '');
  const value = query === undefined ? null : new URLSearchParams(query).get(name);
  // A NUL that was written as an escape inside the link is no character of a code.
  return value === null || value === '' || value.includes('\0') ? null : value;
}
