declare module 'stylis' {
  import type { StylisPlugin } from '@emotion/cache';

  /** Emotion's own, which a list of plugins has to name. */
  export const prefixer: StylisPlugin;
}
