import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const FULL_WIDTH = 1280;
const WIDTHS = [FULL_WIDTH, 1024];
/** Also at a zoom of 200 %: half as many pixels (WCAG 1.4.10). */
export const ZOOMED = [640, 1024, FULL_WIDTH];
const THEME_BUTTON = 'Toggle light/dark mode';

const AXE = 'axe';
/** Said where axe is in the page already. */
const BROUGHT = `window.${AXE}`;
const { source } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))('axe-core') as { source: string };

interface Colour {
  r: number;
  g: number;
  b: number;
  alpha: number;
}

interface WithAxe {
  axe: { commons: { color: { Color: { prototype: Colour & { parseString(text: string): Colour } } } } };
}

export type Theme = 'light' | 'dark';

/**
 * What a look at the page as it stands finds: serious and critical faults of accessibility, each with where it is. The
 * dark page is built like the light one: only the contrast of its colours is its own. The rows of a table are built
 * alike: the first eight stand for the rest.
 */
export async function faultsOf(page: Page, theme: Theme): Promise<string[]> {
  await bringAxe(page);
  const axe = new AxeBuilder({ page, axeSource: BROUGHT }).setLegacyMode().exclude('tbody tr:nth-of-type(n + 9)');
  const { violations } = await (theme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary: why }) => `${id} ${target.join(' ')} ${why}`));
}

/** Axe is half a megabyte: a page reads it once, not twice for each look at it. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate((name) => name in window, AXE)) return;
  await page.evaluate(source);
  await page.evaluate(rememberColours);
}

/** Half of what axe takes for the contrast of a page is reading the same few colours again for every text. */
function rememberColours(): void {
  const { prototype } = (window as unknown as WithAxe).axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Colour>();
  prototype.parseString = function (text) {
    const colour = known.get(text) ?? pick(read.call(this, text));
    known.set(text, colour);
    return Object.assign(this, colour);
  };
  function pick({ r, g, b, alpha }: Colour): Colour {
    return { r, g, b, alpha };
  }
}

/** Turns the page light or dark by the button in the banner, where it is the other; the pointer leaves the button again. */
export async function turn(page: Page, theme: Theme): Promise<void> {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await ground();
  await page.getByRole('button', { name: THEME_BUTTON }).click();
  await expect.poll(ground).not.toBe(before);
  await expect(page.locator('html')).toHaveCSS('color-scheme', theme);
  await page.mouse.move(0, 0);
}

/** At full width, tables that do not show all of their columns. */
export async function cutTables(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: FULL_WIDTH, height: 800 });
  return page.locator('main table').evaluateAll((tables) =>
    tables
      .map((table) => ({ needed: table.scrollWidth, shown: table.parentElement!.clientWidth, text: table.textContent }))
      .filter(({ needed, shown }) => needed > shown)
      .map(({ needed, shown, text }) => `a table of ${needed} px in ${shown}: ${text.slice(0, 40)}`),
  );
}

/** Where the page is wider than its window. */
export async function widerThan(page: Page, widths: readonly number[] = WIDTHS): Promise<string[]> {
  const wide: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    if (needed > width) wide.push(`${needed} px at ${width}`);
  }
  return wide;
}
