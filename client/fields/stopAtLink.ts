import type { MouseEvent } from 'react';

/** Pressing a link does not also press the row in which it stands. */
export function stopAtLink(event: MouseEvent): void {
  event.stopPropagation();
}
