import { Dialog, type DialogProps } from '@mui/material';
import type { MouseEvent } from 'react';
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
  const close = (event: object) => {
    if (busy || isSecondOfDouble(event)) return;
    if (!dirty || window.confirm(t('decisions.leave'))) onClose();
  };
  return (
    <Dialog open onClose={close} onMouseDown={keepFocus} fullWidth maxWidth={maxWidth} {...dialog}>
      <UnsavedGuard dirty={dirty && !busy} />
      {children}
    </Dialog>
  );
}

/** The button that opened the dialog was pressed twice: the second press falls beside the dialog, and means to open it. */
function isSecondOfDouble(event: object): boolean {
  return 'detail' in event && Number(event.detail) > 1;
}

/** Such a press leaves the focus in the dialog's field. */
function keepFocus(event: MouseEvent<HTMLElement>): void {
  const isBeside = (event.target as HTMLElement).closest('[role=dialog]') === null;
  if (isBeside && isSecondOfDouble(event)) event.preventDefault();
}
