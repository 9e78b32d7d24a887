import { expect, type Page } from '@playwright/test';
import type { ConsolePage } from './console-page.ts';
import type { Language } from '#contract/explanations';
import { cutTables, faultsOf, speak, turn, whereRevealed, widerThan, type Theme } from './look.ts';
import type { Screen } from './screens.ts';

/** What is wrong with the page as it stands. */
export type Look = () => Promise<string[]>;

/** What was found on which screen, by its path; empty where all is well. */
type Found = Record<string, string[]>;

/**
 * Goes from screen to screen within the page; on each `look` says what is wrong, and `again` of what the screen hid at
 * first.
 */
export async function tour(screen: ConsolePage, screens: readonly Screen[], look: Look, again: Look): Promise<Found> {
  const found: Found = {};
  for (const one of screens) {
    await arrive(screen, one);
    note(found, one.path, await lookAt(screen, one, look, again));
  }
  return found;
}

/** A look at each screen in another language. */
export interface Reading {
  language: Language;
  look: (one: Screen) => Promise<string[]>;
}

/**
 * A tour that looks at each screen light and dark, then in other languages: a visit costs more than turning the page, so each
 * screen is seen in all of them before the next, and first in the theme in which the one before it was last. The frame is the same
 * around all: it is looked at with the first.
 */
export async function tourInBothThemes(
  screen: ConsolePage, screens: readonly Screen[], readings: readonly Reading[] = [],
): Promise<Found> {
  const { page } = screen;
  const found: Found = {};
  let themes: readonly [Theme, Theme] = ['light', 'dark'];
  for (const one of screens) {
    const part = one === screens[0] ? 'page' : 'main';
    await arrive(screen, one);
    for (const theme of themes) {
      if (theme !== themes[0]) await turn(page, theme);
      const look = async () => [...(theme === 'light' ? await layoutFaults(page) : []), ...(await faultsOf(page, theme, part))];
      const again = async () => faultsOf(page, theme, await whereRevealed(page));
      note(found, `${one.path}, ${theme}`, await lookAt(screen, one, look, again));
    }
    themes = [themes[1], themes[0]];
    for (const { language, look } of readings) {
      await speak(page, language);
      note(found, `${one.path}, ${language}`, await look(one));
    }
    if (readings.length > 0) await speak(page, 'en');
  }
  return found;
}

async function layoutFaults(page: Page): Promise<string[]> {
  return [...(await widerThan(page)), ...(await cutTables(page))];
}

async function arrive(screen: ConsolePage, { path, title }: Screen): Promise<void> {
  await screen.open(path, screen.speaksEnglish ? title : undefined);
  await expect(screen.title).toBeVisible();
  await expect(screen.page.locator('[role=progressbar]:not([aria-valuenow])')).toHaveCount(0);
  await expect(screen.main.locator('section, table, [role=alert], [role=status]').first()).toBeVisible();
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
