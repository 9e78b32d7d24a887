import { useText } from '../i18n/useText.ts';

/** Whether a boost period kept the level (TIE-9). */
export function Boosted({ boosted }: { boosted: boolean }) {
  const t = useText();
  return <span>{boosted ? t('word.yes') : '–'}</span>;
}
