import { expect, type Locator, type Page } from '@playwright/test';
import { credentials, type Who } from './world.ts';

/** The frame around every page, and the ways through it. */
export class ConsolePage {
  readonly page: Page;
  readonly main: Locator;
  readonly navigation: Locator;
  readonly omnibox: Locator;
  readonly title: Locator;
  readonly dialog: Locator;
  readonly signInButton: Locator;

  /** A text of the catalogue, given in English, as this page says it, and the other way round. */
  readonly say: (text: string) => string;
  readonly inEnglish: ((text: string) => string) | null;

  constructor(page: Page, language?: { say: (text: string) => string; inEnglish: (text: string) => string }) {
    this.page = page;
    this.say = language?.say ?? ((text) => text);
    this.inEnglish = language?.inEnglish ?? null;
    this.main = page.getByRole('main');
    this.navigation = page.getByRole('navigation', { name: 'Main navigation' });
    this.omnibox = page.getByRole('banner').getByRole('combobox');
    this.title = page.getByRole('heading', { level: 1 });
    this.dialog = page.getByRole('dialog');
    this.signInButton = page.getByRole('button', { name: 'Sign in', exact: true });
  }

  /** Goes to an address of the console, such as `/tier-reviews`, and waits for the page's name where it is told. */
  async open(path: string, title?: string | RegExp): Promise<void> {
    await this.page.goto(`/#${path}`);
    if (title !== undefined) await this.isNamed(title);
  }

  /** Waits for the page's name, in English. */
  async isNamed(title: string | RegExp): Promise<void> {
    const { inEnglish } = this;
    if (!inEnglish) return expect(this.title).toHaveText(title);
    const named = expect.poll(async () => inEnglish((await this.title.allTextContents()).join()));
    await (typeof title === 'string' ? named.toBe(title) : named.toMatch(title));
  }

  /** Fills the sign-in page that is on the screen, by keyboard. */
  async signIn(who: Who): Promise<void> {
    const { email, password } = credentials(who);
    await this.page.getByLabel(/^E-mail/).fill(email);
    await this.page.getByLabel(/^Password/).fill(password);
    await this.page.keyboard.press('Enter');
    await expect(this.navigation).toBeVisible();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { expanded: false }).last().click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(this.signInButton).toBeVisible();
  }

  /** A card of the page by its heading. */
  section(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** The value beside a name within a card. */
  fact(section: Locator, name: string): Locator {
    return section.locator('dl > div').filter({ has: this.page.getByText(name, { exact: true }) }).locator('dd');
  }

  /** Where the console is, without the host: `/tier-reviews?…`. */
  address(): string {
    return new URL(this.page.url()).hash.slice(1);
  }

  /** What has the focus: its role or tag, and its id. */
  focused(): Promise<{ tag: string; id: string }> {
    return this.page.evaluate(() => {
      const focused = document.activeElement;
      return { tag: focused?.tagName ?? '', id: focused?.id ?? '' };
    });
  }
}
