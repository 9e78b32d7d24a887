export interface Stroke {
  key: string;
  /** Ctrl, or Cmd on a Mac. */
  mod: boolean;
}

/** The arrow keys as they lie: on the way through a queue, `arrowforward` is where the writing goes. */
export function layKeys(keys: string, direction: 'ltr' | 'rtl'): string {
  const [back, forward] = direction === 'rtl' ? ['arrowright', 'arrowleft'] : ['arrowleft', 'arrowright'];
  return keys.replace('arrowback', back).replace('arrowforward', forward);
}

/** `g h` → two strokes; `mod+k` → one with Ctrl or Cmd. */
export function parseKeys(keys: string): Stroke[] {
  return keys
    .split(' ')
    .map((stroke) => ({ key: stroke.replace('mod+', '').toLowerCase(), mod: stroke.startsWith('mod+') }));
}

/** The key as its Latin letter or digit, also where the keyboard writes another script (`ش` lies on A, `۱` on 1). */
function latinOf({ key, code }: KeyboardEvent): string {
  const lies = /^(?:Key|Digit)(\w)$/.exec(code)?.[1];
  return (/^\P{ASCII}$/u.test(key) && lies ? lies : key).toLowerCase();
}

export function matches(event: KeyboardEvent, stroke: Stroke | undefined): boolean {
  if (!stroke || event.altKey) return false;
  return latinOf(event) === stroke.key && (event.ctrlKey || event.metaKey) === stroke.mod;
}

export function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
