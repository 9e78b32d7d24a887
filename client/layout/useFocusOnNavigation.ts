import { useEffect, useRef } from 'react';
import { useLocation } from 'react-admin';

/** The key of every address that was typed, or followed into the console. */
const TYPED = 'default';

/**
 * Another page is read from its top, unless the reader comes back to where they were: that place the browser knows. The focus is on the
 * page's content, unless the page has put it into a field or a choice already.
 */
export function useFocusOnNavigation(): void {
  const { pathname, key = TYPED } = useLocation();
  const before = useRef(pathname);
  const seen = useRef(new Set<string>());
  useEffect(() => {
    const isBack = key !== TYPED && seen.current.has(key);
    seen.current.add(key);
    if (before.current === pathname) return;
    before.current = pathname;
    if (!isBack) window.scrollTo(0, 0);
    const main = document.getElementById('main-content');
    if (main && !(main.contains(document.activeElement) && document.activeElement?.matches('input, textarea, [data-first]'))) {
      main.focus({ preventScroll: true });
    }
  }, [pathname, key]);
}
