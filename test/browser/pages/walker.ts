import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { TextKey } from '../../../client/i18n/catalogue.ts';
import type { Values } from '../../../client/i18n/useText.ts';
import { countActions, recordBudget } from '../actions.ts';
import type { Words } from '../words.ts';
import { ConsolePage } from './console-page.ts';
import { faultsOf } from './look.ts';
import { readsIn, signedIn, type Who } from './world.ts';

/** By which hand the console is worked. */
export type Way = 'mouse' | 'keys';

/** Somebody who does the day's tasks in one language, with the mouse or by keys alone. */
export class Walker {
  readonly page: Page;
  readonly words: Words;
  readonly way: Way;
  readonly screen: ConsolePage;
  readonly dialog: Locator;

  constructor(page: Page, words: Words, way: Way) {
    this.page = page;
    this.words = words;
    this.way = way;
    this.screen = new ConsolePage(page);
    this.dialog = page.getByRole('dialog');
  }

  /** Sits down at the console as somebody who reads this language. */
  async sitDown(context: BrowserContext, url: string, who: Who): Promise<void> {
    await this.page.goto('about:blank');
    await context.clearCookies();
    await signedIn(context, url, who);
    await readsIn(context, url, this.words.language);
  }

  async open(path: string, title: string): Promise<void> {
    await this.screen.open(path, title);
    await expect(this.page.locator('html')).toHaveAttribute('dir', this.words.language === 'fa' ? 'rtl' : 'ltr');
  }

  title(key: TextKey, values?: Values): Promise<void> {
    return expect(this.screen.title).toHaveText(this.words.text(key, values));
  }

  section(key: TextKey, values?: Values): Locator {
    return this.screen.section(this.words.text(key, values));
  }

  fact(section: Locator, key: TextKey): Locator {
    return this.screen.fact(section, this.words.text(key));
  }

  /** A button by what it says; its keys may stand beside it. */
  button(key: TextKey, values?: Values, within: Page | Locator = this.screen.main): Locator {
    const said = this.words.text(key, values).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return within.getByRole('button', { name: new RegExp(`^${said}(\\s*Ctrl\\s*Enter)?$`) });
  }

  link(key: TextKey, within: Locator = this.screen.main): Locator {
    return within.getByRole('link', { name: this.words.text(key), exact: true });
  }

  /** Presses what is on the screen: with the mouse, or by its keys one after the other. */
  async press(target: Locator, ...keys: string[]): Promise<void> {
    await expect(target).toBeVisible();
    await expect(target).toBeEnabled();
    if (this.way === 'mouse') await target.click();
    else for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Writes, or pastes, where the cursor is. */
  async write(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Confirms the dialog or form that is open, once it may be. */
  confirm(button: Locator): Promise<void> {
    return this.press(button, 'Control+Enter');
  }

  /** Finds something by the omnibox. */
  async lookUp(text: string): Promise<void> {
    await this.press(this.screen.omnibox, 'Control+k');
    await this.write(text);
  }

  /** The focus is on something that is on the screen; by keys alone it is seen there, but for the page as a whole. */
  async holdsFocus(): Promise<void> {
    const held = () =>
      this.page.evaluate((byKeys) => {
        const { activeElement: on, body } = document;
        if (!on || on === body) return 'nothing has the focus';
        const { width, height } = on.getBoundingClientRect();
        if (width === 0 || height === 0 || !on.checkVisibility({ visibilityProperty: true })) return `out of sight: ${on.outerHTML.slice(0, 200)}`;
        const seen = on.id === 'main-content' || on.matches('input, textarea, [role=dialog], :focus-visible');
        return seen || !byKeys ? 'held' : `unmarked: ${on.outerHTML.slice(0, 200)}`;
      }, this.way === 'keys');
    await expect.poll(held).toBe('held');
  }

  /** Counts what a task takes from here; `pasted` keys are not seen by the page. */
  async task(who: string, task: string, budget: number, walk: () => Promise<void>, pasted = 0): Promise<void> {
    const actions = await countActions(this.page);
    await walk();
    const done = await actions();
    if (this.way === 'keys') expect(done).not.toContain('click');
    await this.holdsFocus();
    recordBudget({ who, task, form: this.form, counted: done.length + pasted, budget });
  }

  /** What a screen on which a task ends has to be from right to left as well: as wide as its window, and sound to axe. */
  async endsWell(): Promise<void> {
    if (this.words.language !== 'fa') return;
    await expect(this.page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(this.screen.main.locator('.MuiCircularProgress-root')).toHaveCount(0);
    const { needed, shown } = await this.page.evaluate(() => ({ needed: document.documentElement.scrollWidth, shown: innerWidth }));
    expect(needed, 'width of the page').toBeLessThanOrEqual(shown);
    expect(await faultsOf(this.page, 'light')).toEqual([]);
  }

  get form(): string {
    return this.way === 'keys' ? 'keyboard' : this.words.language === 'fa' ? 'Persian' : 'English';
  }
}
