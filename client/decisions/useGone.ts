import { useState } from 'react';

/** Whether this case waited while it was on the screen, and does so no more. */
export function useGone(id: string, waits: boolean): boolean {
  const [waited, setWaited] = useState<string | null>(null);
  if (waits && waited !== id) setWaited(id);
  return !waits && waited === id;
}
