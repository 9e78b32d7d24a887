/** Puts the focus on the page's content, from where the next key goes on. */
export function focusMain(): void {
  document.getElementById('main-content')?.focus({ preventScroll: true });
}
