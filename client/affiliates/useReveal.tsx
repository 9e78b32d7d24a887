import VisibilityIcon from '@mui/icons-material/VisibilityOutlined';
import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import type { Revealable, Revealed, RevealField } from '#contract/reveals';
import { useFields, useMay } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { RevealDialog } from './RevealDialog.tsx';

interface Reveal {
  /** What was revealed; gone with the page. */
  revealed: Revealed['fields'];
  /** Asks for it, where this role sees it masked; undefined where there is nothing to ask for. */
  button: ReactNode;
  dialog: ReactNode;
}

/** The masked personal data of one row, for a stated reason (DESIGN 6). */
export function useReveal(resource: Revealable, id: string, uid: string): Reveal {
  const t = useText();
  const { masked } = useFields(resource);
  const mayReveal = useMay('reveals', 'create') && masked.length > 0;
  const [asking, setAsking] = useState(false);
  const [revealed, setRevealed] = useState<Revealed['fields'] | null>(null);
  const button = (
    <Button startIcon={<VisibilityIcon />} variant="outlined" onClick={() => setAsking(true)}>
      {t('affiliates.reveal')}
    </Button>
  );
  const dialog = (
    <RevealDialog
      uid={uid}
      asked={{ resource, id, fields: masked as RevealField[] }}
      onClose={() => setAsking(false)}
      onRevealed={(fields) => {
        setRevealed(fields);
        setAsking(false);
      }}
    />
  );
  return { revealed: revealed ?? {}, button: mayReveal && !revealed ? button : undefined, dialog: asking ? dialog : null };
}
