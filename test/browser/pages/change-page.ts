import { expect, type Locator, type Page } from '@playwright/test';

/** Asking for a status change, and its case with the decision. */
export class ChangePage {
  readonly page: Page;
  readonly dialog: Locator;
  readonly comment: Locator;
  readonly effect: Locator;
  readonly text: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
    this.comment = this.dialog.getByRole('textbox', { name: /^Comment/ });
    this.effect = page.getByRole('region', { name: 'Effect', exact: true });
    this.text = page.getByRole('textbox', { name: /^What has happened/ });
  }

  choice(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }

  /** Opens the decision by its key; the cursor is in the comment then. */
  async ask(key: 'a' | 'r'): Promise<void> {
    await expect(this.page.getByRole('button', { name: key === 'a' ? /^Approve/ : /^Reject/ })).toBeVisible();
    await this.page.keyboard.press(key);
    await expect(this.comment).toBeFocused();
  }

  /** Decides by keys alone. */
  async decide(key: 'a' | 'r', comment: string): Promise<void> {
    await this.ask(key);
    await this.page.keyboard.type(comment);
    await this.page.keyboard.press('Control+Enter');
    await expect(this.dialog).toHaveCount(0);
  }
}
