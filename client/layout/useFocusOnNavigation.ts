import { useEffect, useRef } from 'react';
import { useLocation } from 'react-admin';

/** After going to another page the focus is on its content, unless the page has put it into a field or a choice already. */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const main = document.getElementById('main-content');
    if (main && !(main.contains(document.activeElement) && document.activeElement?.matches('input, textarea, [data-first]'))) {
      main.focus({ preventScroll: true });
    }
  }, [pathname]);
}
