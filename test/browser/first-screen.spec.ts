import type { Page } from '@playwright/test';
import { ConsolePage } from './pages/console-page.ts';
import { expect, test, type Who } from './pages/world.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** What the parts of the first screen ask beside its figures. */
const LATE = /\/api\/(claims|feeds\/progress|audit-events|staff)(\?|$)/;

interface Stood extends Window {
  /** Each part with where it stood when it was first painted. */
  stood: Map<Element, number>;
}

/** Has the page remember each of its parts, from the banner to the last section, where it first stood. */
async function rememberParts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const stood = ((window as unknown as Stood).stood = new Map());
    const look = () => requestAnimationFrame(() => {
      for (const part of document.querySelectorAll('header, nav, #main-content, #main-content section')) {
        if (!stood.has(part)) stood.set(part, part.getBoundingClientRect().top);
      }
    });
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });
}

/** The parts that have gone or moved since; how many there were. */
function movedParts(page: Page): Promise<{ parts: number; moved: string[] }> {
  return page.evaluate(() => {
    const { stood } = window as unknown as Stood;
    const moved = [...stood].filter(([part, top]) => !part.isConnected || part.getBoundingClientRect().top !== top);
    return { parts: stood.size, moved: moved.map(([part, top]) => `${part.tagName} ${(part.textContent ?? '').slice(0, 40)} from ${top}`) };
  });
}

/** Until the page has painted what it has been told. */
function painted(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}

for (const who of ['operations', 'compliance', 'support', 'admin'] satisfies Who[]) {
  test(`the first screen of ${who} is mounted once after signing in, and stands where it first stood`, async ({ page }) => {
    const screen = new ConsolePage(page);
    await page.setViewportSize({ width: 1280, height: 3000 });
    let release = () => {};
    const letThrough = new Promise<void>((resolve) => { release = resolve; });
    await page.route(LATE, async (route) => {
      await letThrough;
      await route.continue();
    });
    await rememberParts(page);
    await page.goto('/');
    const told = ['home', 'routine'].map((path) => page.waitForResponse((response) => response.url().endsWith(`/api/${path}`)));
    await screen.signIn(who);
    await Promise.all(told);
    await painted(page);
    release();
    await expect(screen.section(/^Today’s routine/)).toBeVisible();
    await page.waitForLoadState('networkidle');
    await painted(page);
    const { parts, moved } = await movedParts(page);
    expect(parts).toBeGreaterThan(5);
    expect(moved).toEqual([]);
  });
}
