import { z } from 'zod';

/** No script, data or blank hides in an address (ATTACKS 22). */
export function isHttpUrl(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || /[\s\p{Cc}\p{Cf}]/u.test(text)) return false;
  try {
    const { protocol, hostname } = new URL(text);
    return (protocol === 'http:' || protocol === 'https:') && hostname !== '';
  } catch {
    return false;
  }
}

/** An address that staff hand in; nothing of the console ever opens it by itself. */
export const httpUrl = z.string().max(2_000).refine(isHttpUrl, 'is no http(s) URL');
