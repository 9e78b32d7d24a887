import { expect, type Locator, type Page } from '@playwright/test';

/** Importing a file, from the list's button to the figures of the import. */
export class UploadPage {
  readonly page: Page;
  readonly dialog: Locator;
  readonly start: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Import a file' });
    this.start = this.dialog.getByRole('button', { name: 'Import', exact: true });
  }

  async choose(name: string, csv: string, { dryRun = false } = {}): Promise<void> {
    await this.page.getByRole('button', { name: 'Import a file' }).click();
    const choosing = this.page.waitForEvent('filechooser');
    await this.dialog.getByRole('button', { name: 'Choose a CSV file' }).click();
    await (await choosing).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await expect(this.dialog.getByRole('status')).toContainText(name);
    if (dryRun) await this.dialog.getByRole('switch', { name: /^Dry run/ }).check();
  }

  /** Sends the chosen file and waits for the import's own page. */
  async send(): Promise<void> {
    await this.start.click();
    await expect(this.page).toHaveURL(/#\/imports\/\d+\/show$/);
  }
}
