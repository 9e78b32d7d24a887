/** What the first page after signing in is made of: brought while the password is being typed, so that nobody waits for it afterwards. */
export function loadAhead(): void {
  const parts = [import('./Layout.tsx'), import('../home/Home.tsx'), import('../list/ConsoleList.tsx'), import('../list/ConsoleTable.tsx')];
  // What does not come now is asked for again, and missed, by the page that needs it.
  void Promise.allSettled(parts);
}
