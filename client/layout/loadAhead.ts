import { pageAt } from '../resources.ts';

/**
 * What the first page after signing in is made of, the one at the address that was come with: brought while the password is being
 * typed, so that nobody waits for it afterwards.
 */
export function loadAhead(address: string): void {
  const parts = [
    import('./Layout.tsx'), import('../payouts/StopBanner.tsx'), import('../list/ConsoleList.tsx'), import('../list/ConsoleTable.tsx'),
    pageAt(address)?.ahead() ?? import('../home/Home.tsx'),
  ];
  // What does not come now is asked for again, and missed, by the page that needs it.
  void Promise.allSettled(parts);
}
