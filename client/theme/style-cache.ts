import createCache from '@emotion/cache';
import type { EmotionCache } from '@emotion/cache';

/** Emotion's styles carry the nonce of the answer that brought the page: without it the policy drops them all. */
export function createStyleCache(): EmotionCache {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return createCache({ key: 'c', prepend: true, ...(nonce ? { nonce } : {}) });
}
