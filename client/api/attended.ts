const UNATTENDED_AFTER_MS = 60_000;
let attended = false;
let leaving: ReturnType<typeof setTimeout> | undefined;

function touched(): void {
  attended = true;
  clearTimeout(leaving);
  leaving = setTimeout(() => { attended = false; }, UNATTENDED_AFTER_MS);
}

for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart']) window.addEventListener(kind, touched, { capture: true, passive: true });

/** Whether somebody has touched the page within the last minute: what it asks otherwise, it asks by itself. */
export function isAttended(): boolean {
  return attended;
}
