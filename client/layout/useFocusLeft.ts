import { useEffect } from 'react';
import { focusMain } from './focusMain.ts';

/** When a button goes with the focus on it, as what it was for is done, the page's content has the focus. */
export function useFocusLeft(): void {
  useEffect(
    () => () => {
      if (document.activeElement === document.body) focusMain();
    },
    [],
  );
}
