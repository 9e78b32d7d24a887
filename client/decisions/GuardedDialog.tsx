import { Dialog, type DialogProps } from '@mui/material';
import { useText } from '../i18n/useText.ts';
import { UnsavedGuard } from './UnsavedGuard.tsx';

interface GuardedDialogProps extends Pick<DialogProps, 'maxWidth' | 'onKeyDown' | 'aria-labelledby' | 'children'> {
  /** Whether something is typed or chosen that closing would lose. */
  dirty: boolean;
  /** While it is sent it neither closes nor asks: what follows may lead to another page. */
  busy: boolean;
  onClose: () => void;
}

/** A dialog with fields: Escape, a press beside it and the way to another page ask first where something is typed. Its own button to go back means it. */
export function GuardedDialog({ dirty, busy, onClose, maxWidth = 'sm', children, ...dialog }: GuardedDialogProps) {
  const t = useText();
  const close = () => {
    if (busy) return;
    if (!dirty || window.confirm(t('decisions.leave'))) onClose();
  };
  return (
    <Dialog open onClose={close} fullWidth maxWidth={maxWidth} {...dialog}>
      <UnsavedGuard dirty={dirty && !busy} />
      {children}
    </Dialog>
  );
}
