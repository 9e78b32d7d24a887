import { Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useText } from '../i18n/useText.ts';

/** Where react-admin puts the title of a page: the heading of the content, and the name of the browser's tab. */
export function PageTitle() {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const node = heading.current;
    if (!node) return undefined;
    const rename = () => {
      document.title = [node.textContent, t('app.name')].filter(Boolean).join(' · ');
    };
    const observer = new MutationObserver(rename);
    observer.observe(node, { childList: true, characterData: true, subtree: true });
    rename();
    return () => observer.disconnect();
  }, [t]);
  return <Typography ref={heading} variant="h1" id="react-admin-title" sx={{ minHeight: '1.9rem', mb: 1.5 }} />;
}
