import { domainToASCII, domainToUnicode } from 'node:url';
import { parse } from 'tldts-icann';
import unhomoglyph from 'unhomoglyph';
import { officialDomains, officialHandles, type LookAlike, type LookAlikeKind } from './contract.ts';

/** The longest name that DNS knows: nothing longer is a host. */
const MAX_HOST = 253;
const MAX_FOUND = 20;
/** Of a whole name; a word of one may differ by a single letter. */
const MAX_DISTANCE = 2;

const brands = officialDomains.map((domain) => {
  const name = parse(domain).domainWithoutSuffix ?? domain;
  return { domain, name, skeleton: skeletonOf(name) };
});
type Brand = (typeof brands)[number];
type Found = Omit<LookAlike, 'place'>;

/**
 * CAM-5: what in the content can be taken for an official domain or handle: the URL's host, what stands before its `@`, handles, and the
 * domains and handles that channel and text name. Each once, the URL's first. Official domains and what lies below them never.
 */
export function lookAlikesOf(content: { url: string; channel: string; text: string }): LookAlike[] {
  const all: LookAlike[] = [
    ...inUrl(content.url).map((one) => ({ place: 'url' as const, ...one })),
    ...inWords(content.channel).map((one) => ({ place: 'channel' as const, ...one })),
    ...inWords(content.text).map((one) => ({ place: 'text' as const, ...one })),
  ];
  const known = new Set<string>();
  return all.filter(({ found, kind }) => !known.has(`${kind} ${found}`) && known.add(`${kind} ${found}`)).slice(0, MAX_FOUND);
}

/** UTS #39: two texts with the same skeleton look the same. Marks and case are left out: `ḃ` can be taken for `b`. */
export function skeletonOf(text: string): string {
  return [...stripped(text)].map(alike).join('');
}

/** A letter that looks like a Latin one only as a capital, such as the Greek Beta, is looked up as it stands. */
function alike(letter: string): string {
  const small = stripped(unhomoglyph(letter.toLowerCase())).toLowerCase();
  return /^[ -~]*$/.test(small) ? small : stripped(unhomoglyph(letter)).toLowerCase();
}

function stripped(text: string): string {
  return text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
}

/** How many letters must be changed, left out, put in or swapped with their neighbour (optimal string alignment). */
export function distanceOf(from: string, to: string): number {
  const [a, b] = [[...from], [...to]];
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(changed, (last[j] as number) + 1, (next[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] as number) + 1);
      next.push(least);
    }
    [before, last] = [last, next];
  }
  return last[b.length] as number;
}

function inUrl(url: string): Found[] {
  const { hostname, username, pathname } = new URL(url);
  const handles = pathname.split('/').map(decoded).filter((part) => part.startsWith('@'));
  return [...ofHost(hostname), ...ofCredentials(decoded(username), hostname), ...handles.flatMap((part) => ofHandle(part.slice(1)))];
}

/** What is no text once decoded stands as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Words with a dot under a known top-level domain are domains, words after an `@` handles or the domain of an address. */
function inWords(text: string): Found[] {
  const words = new Set(text.normalize('NFKC').split(/[^\p{L}\p{N}\p{M}.@_-]+/u));
  return [...words].flatMap((word) => {
    if (word.length > MAX_HOST) return [];
    const at = word.lastIndexOf('@');
    if (at === 0) return ofHandle(trimmed(word.slice(1)));
    const host = domainToASCII(trimmed(word.slice(at + 1)));
    return host.includes('.') && parse(host).isIcann === true ? ofHost(host) : [];
  });
}

function trimmed(word: string): string {
  return word.replace(/^[._-]+|[._-]+$/g, '');
}

function isOfficial(host: string): boolean {
  return (officialDomains as readonly (string | null)[]).includes(parse(host).domain);
}

function ofHost(host: string): Found[] {
  const { domainWithoutSuffix, subdomain, isIp } = parse(host);
  if (isIp === true || isOfficial(host)) return [];
  const shown = domainToUnicode(host);
  const name = domainToUnicode(domainWithoutSuffix ?? host);
  const below = subdomain ? domainToUnicode(subdomain) : '';
  return brands.flatMap((brand) => {
    const like = likeness(name, brand) ?? (contains(`${below}.${name}`, brand) ? { kind: 'subdomain' as const, distance: null } : null);
    return like ? [{ found: host, shown, resembles: brand.domain, ...like }] : [];
  });
}

function ofCredentials(username: string, host: string): Found[] {
  if (username === '' || isOfficial(host)) return [];
  const found = brands.filter((brand) => contains(username, brand));
  return found.map(({ domain }) => ({ found: `${username}@${host}`, shown: `${username}@${domainToUnicode(host)}`, resembles: domain, kind: 'credentials', distance: null }));
}

function ofHandle(handle: string): Found[] {
  if (handle === '' || handle.length > MAX_HOST || (officialHandles as readonly string[]).includes(handle.toLowerCase())) return [];
  return brands.flatMap((brand) => {
    const like = likeness(handle, brand);
    return like ? [{ found: `@${handle}`, shown: `@${handle}`, resembles: brand.domain, kind: 'handle' as const, distance: like.distance }] : [];
  });
}

/** How one name resembles the official one; the same name here is one of somebody else: under another top-level domain. */
function likeness(name: string, brand: Brand): { kind: LookAlikeKind; distance: number | null } | null {
  const written = name.toLowerCase();
  if (written === brand.name) return { kind: 'other_tld', distance: null };
  const skeleton = skeletonOf(name);
  if (contains(name, brand)) {
    if (!joined(written).includes(brand.name)) return { kind: 'homoglyph', distance: distanceOf(written, brand.name) };
    const distance = distanceOf(skeleton, brand.skeleton);
    return distance === 1 ? { kind: 'typo', distance } : { kind: 'inserted_words', distance: null };
  }
  const distance = distanceOf(skeleton.slice(0, MAX_HOST), brand.skeleton);
  if (distance <= MAX_DISTANCE) return { kind: 'typo', distance };
  // A word of ours with one letter wrong; most that differ in the first letter are other words.
  const near = skeleton.split(/[-_]/).some((word) => word[0] === brand.skeleton[0] && distanceOf(word, brand.skeleton) === 1);
  return near ? { kind: 'inserted_words', distance: 1 } : null;
}

function contains(text: string, brand: Brand): boolean {
  return joined(skeletonOf(text)).includes(brand.skeleton);
}

function joined(text: string): string {
  return text.replace(/[-_.]/g, '');
}
