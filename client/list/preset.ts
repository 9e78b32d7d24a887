import type { TextKey } from '../i18n/catalogue.ts';

/** A ready filter of a list, offered above its table. */
export interface Preset {
  name: TextKey;
  filter: Record<string, unknown>;
}
