import { expect, type Locator, type Page } from '@playwright/test';

/** A list with its filters, its table and its pages. */
export class ListPage {
  readonly page: Page;
  readonly table: Locator;
  readonly rows: Locator;
  readonly range: Locator;
  readonly filters: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole('main').getByRole('table');
    this.rows = this.table.locator('tbody tr');
    this.range = page.getByText(/^[\d,]+–[\d,]+ of [\d,]+\+?$/);
    this.filters = page.getByRole('group', { name: 'Saved views' });
  }

  row(id: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('link', { name: id, exact: true }) });
  }

  checkbox(id: string): Locator {
    return this.page.getByRole('checkbox', { name: `Select row ${id}`, exact: true });
  }

  preset(name: string): Locator {
    return this.filters.getByRole('button', { name, exact: true });
  }

  /** Shows every column that is folded away. */
  async showAllColumns(): Promise<void> {
    await this.page.getByRole('button', { name: 'Columns' }).click();
    const boxes = this.page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox');
    await expect(boxes.first()).toBeVisible();
    for (const box of await boxes.all()) await box.check();
    await this.page.keyboard.press('Escape');
  }
}
