import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Language } from '#contract/explanations';

const FULL_WIDTH = 1280;
/** Of the windows that the console is used in. */
const WIDTHS = [FULL_WIDTH, 1024];
/** Also at a zoom of 200 %: half as many pixels (WCAG 1.4.10). */
export const ZOOMED = [...WIDTHS, 640];
const THEME_BUTTON = 'Toggle light/dark mode';

const AXE = 'axe';
/** Said where axe is in the page already; whoever names it bare is sent all of it, half a megabyte. */
const BROUGHT = `void window.${AXE}`;
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

/** What is looked at: all of the page, what stands in the frame that is the same around every screen, or what opened over it. */
export type Part = keyof typeof parts;

const OPENED = ['[role=dialog]', '[role=menu]', '[role=listbox]'];
const parts = { page: ['html'], main: ['main', ...OPENED], opened: OPENED };

/**
 * What a look at the page as it stands finds: serious and critical faults of accessibility, each with where it is. The
 * dark page is built like the light one: only the contrast of its colours is its own. The rows of a table are built
 * alike: the first eight stand for the rest.
 */
export async function faultsOf(page: Page, theme: Theme, part: Part = 'page'): Promise<string[]> {
  await bringAxe(page);
  const axe = new AxeBuilder({ page, axeSource: BROUGHT }).setLegacyMode().options({ reporter: 'no-passes' }).exclude('tbody tr:nth-of-type(n + 9)');
  for (const one of parts[part]) axe.include(one);
  const { violations } = await (theme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary: why }) => `${id} ${target.join(' ')} ${why}`));
}

/** What a screen showed only when asked: what opened over it, or else where it stands. */
export async function whereRevealed(page: Page): Promise<Part> {
  const opened = page.locator(OPENED.join(', ')).filter({ visible: true });
  return (await opened.count()) > 0 ? 'opened' : 'main';
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
export async function turn(page: Page, theme: Theme, say = (text: string) => text): Promise<void> {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await ground();
  await page.getByRole('button', { name: say(THEME_BUTTON) }).click();
  await expect.poll(ground).not.toBe(before);
  await expect(page.locator('html')).toHaveCSS('color-scheme', theme);
  await page.mouse.move(0, 0);
}

/**
 * The page in another of the four languages, where it stands or on its way to another screen: as if it had been chosen in
 * another tab. Whose page it is keeps their own.
 */
export async function speak(page: Page, language: Language, path?: string): Promise<void> {
  await page.evaluate(async ([key, newValue, hash]) => {
    localStorage.setItem(key, newValue);
    window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    if (hash === undefined) return;
    const gone = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
    location.hash = hash;
    await gone;
  }, ['RaStoreconsole.locale', JSON.stringify(language), path] as const);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** At full width, tables that do not show all of their columns. */
export async function cutTables(page: Page): Promise<string[]> {
  await widen(page);
  return page.evaluate(tablesCut);
}

/** The same, within the page. */
export function tablesCut(): string[] {
  return [...document.querySelectorAll('main table')]
    .map((table) => ({ needed: table.scrollWidth, shown: table.parentElement!.clientWidth, text: table.textContent }))
    .filter(({ needed, shown }) => needed > shown)
    .map(({ needed, shown, text }) => `a table of ${needed} px in ${shown}: ${text.slice(0, 40)}`);
}

/** Where the page is wider than its window. */
export async function widerThan(page: Page, widths: readonly number[] = WIDTHS): Promise<string[]> {
  const wide: string[] = [];
  for (const width of widths) {
    await widen(page, width);
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    if (needed > width && !(await comesToFit(page, width))) wide.push(`${needed} px at ${width}`);
  }
  return wide;
}

/** A window of another width: everything is laid out anew, so it is left alone where it is that wide. */
export async function widen(page: Page, width = FULL_WIDTH): Promise<void> {
  const { width: now, height } = page.viewportSize()!;
  if (now !== width) await page.setViewportSize({ width, height });
}

/** What the page draws anew for its window, such as a chart, it draws after it has heard of it. */
function comesToFit(page: Page, width: number): Promise<boolean> {
  return page.waitForFunction((wanted) => document.documentElement.scrollWidth <= wanted, width, { timeout: 5_000 }).then(
    () => true,
    () => false,
  );
}
