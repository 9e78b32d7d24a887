import createCache, { type EmotionCache, type Options } from '@emotion/cache';

/** Emotion's styles carry the nonce of the answer that brought the page: without it the policy drops them all. */
export function createStyleCache(options: Options): EmotionCache {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return createCache({ ...options, prepend: true, ...(nonce ? { nonce } : {}) });
}
