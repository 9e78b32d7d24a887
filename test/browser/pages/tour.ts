import { expect } from '@playwright/test';
import type { ConsolePage } from './console-page.ts';
import type { Language } from '#contract/explanations';
import { cutTables, faultsOf, speak, turn, whereRevealed, widen, widerThan, type Theme } from './look.ts';
import type { Screen } from './screens.ts';

/** What is wrong with the page as it stands. */
type Look = () => Promise<string[]>;

/** What was found on which screen, by its path; empty where all is well. */
type Found = Record<string, string[]>;

/** A look at each screen in another language. */
export interface Reading {
  language: Language;
  look: (one: Screen) => Promise<string[]>;
}

/** What else is looked at on each screen. */
interface Further {
  /** What its texts say that they should not, also in what it hid at first. */
  texts: Look;
  /** What does not fit, in windows of other widths as well. */
  fits: Look;
  readings: readonly Reading[];
}

/**
 * Goes from screen to screen within the page and looks at each light and dark, also at what it hid at first, in windows of
 * other widths and in other languages. A visit costs more than turning the page, and that more than nothing: each screen is
 * seen in all of them before the next, and first in the theme in which the one before it was last. The frame is the same around
 * all: it is looked at with the first.
 */
export async function tourInBothThemes(
  screen: ConsolePage, screens: readonly Screen[], { texts, fits, readings }: Further = nothingFurther(screen),
): Promise<Found> {
  const { page } = screen;
  const found: Found = {};
  let themes: readonly [Theme, Theme] = ['light', 'dark'];
  for (const one of screens) {
    const part = one === screens[0] ? 'page' : 'main';
    await arrive(screen, one, one === screens[0]);
    for (const theme of themes) {
      if (theme !== themes[0]) await turn(page, theme, screen.say);
      const unsaid = async () => (theme === 'light' ? texts() : []);
      const look = async () => [...(await unsaid()), ...(await faultsOf(page, theme, part))];
      const again = async () => [...(await unsaid()), ...(await faultsOf(page, theme, await whereRevealed(page)))];
      note(found, `${one.path}, ${theme}`, await lookAt(screen, one, look, again));
    }
    themes = [themes[1], themes[0]];
    note(found, one.path, await fits());
    for (const { language, look } of readings) {
      await speak(page, language);
      note(found, `${one.path}, ${language}`, await look(one));
    }
  }
  return found;
}

const nothingFurther = ({ page }: ConsolePage): Further => ({
  texts: async () => [], fits: async () => [...(await cutTables(page)), ...(await widerThan(page))], readings: [],
});

const tabbed = /\/show\/[a-z]+$/;

/** The first screen is loaded; on the way to another the page speaks English again, in a window of full width. */
async function arrive(screen: ConsolePage, { path, title, drawn }: Screen, isFirst: boolean): Promise<void> {
  const { page } = screen;
  if (isFirst) await screen.open(path);
  else {
    await widen(page);
    await speak(page, 'en', path);
  }
  await screen.isNamed(title);
  await expect(screen.title).toBeVisible();
  if (tabbed.test(path)) await expect(screen.main.getByRole('tab', { selected: true })).toHaveAttribute('href', `#${path}`);
  await expect(page.locator('[role=progressbar]:not([aria-valuenow])')).toHaveCount(0);
  await expect(screen.main.locator('section, table, [role=alert], [role=status]').first()).toBeVisible();
  await drawn?.(screen);
}

async function lookAt(screen: ConsolePage, { reveal, conceal }: Screen, look: Look, again: Look): Promise<string[]> {
  const faults = await look();
  if (!reveal) return faults;
  await reveal(screen);
  faults.push(...(await again()));
  await screen.page.keyboard.press('Escape');
  await conceal?.(screen);
  return faults;
}

function note(found: Found, where: string, faults: readonly string[]): void {
  if (faults.length > 0) found[where] = [...new Set(faults)];
}
