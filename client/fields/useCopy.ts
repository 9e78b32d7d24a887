import { useNotify } from 'react-admin';
import { useText } from '../i18n/useText.ts';

/** Puts a text on the clipboard, exactly as it is, and says so; answers whether the browser allowed it. */
export function useCopy(): (text: string) => Promise<boolean> {
  const t = useText();
  const notify = useNotify();
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      notify(t('copy.done'), { type: 'info', autoHideDuration: 1500 });
      return true;
    } catch {
      notify(t('copy.failed'), { type: 'warning' });
      return false;
    }
  };
}
