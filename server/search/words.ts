/** What a word in the search box can be; nothing is looked up here. */
export interface Meanings {
  /** An id of the exchange: a uid, a trade id, a referral code. */
  key: string | null;
  /** The referral code that a link carries. */
  code: string | null;
  recordId: number | null;
  email: string | null;
}

const recordForm = /^#?([1-9]\d{0,14})$/;
const emailForm = /^[^\s@]+@[^\s@]+$/;

/** A uid, code, trade id, record number, link with `ref=`, or whole e-mail address. */
export function meaningsOf(word: string): Meanings {
  const code = codeOfLink(word);
  const email = code === null && emailForm.test(word) ? word : null;
  const record = recordForm.exec(word);
  return { key: code === null && email === null ? word : null, code, recordId: record ? Number(record[1]) : null, email };
}

function codeOfLink(word: string): string | null {
  const at = word.indexOf('?');
  if (at < 0) return null;
  const code = new URLSearchParams(word.slice(at + 1).split('#')[0]).get('ref');
  // A NUL that was written as an escape inside the link is no character of a code.
  return code === null || code === '' || code.includes('\0') ? null : code;
}
