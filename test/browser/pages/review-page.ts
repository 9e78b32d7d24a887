import { expect, type Locator, type Page } from '@playwright/test';

/** The dossier of a tier review with its decision. */
export class ReviewPage {
  readonly page: Page;
  readonly dialog: Locator;
  readonly comment: Locator;
  readonly position: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
    this.comment = this.dialog.getByRole('textbox', { name: /^Comment/ });
    this.position = page.getByText(/^\d+ of \d+ pending$/);
  }

  /** Opens the decision by its key; the cursor is in the comment then. */
  async ask(key: 'a' | 'r'): Promise<void> {
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
