import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

/** What takes a minute goes first, so that no worker is left alone with it at the end. */
const LONG = ['**/screens.spec.ts', '**/walk.spec.ts'];

/** Everybody's clock starts here, the demo world's and each console's: midnight may come while the tests run. */
process.env.OPS_NOW ??= new Date().toISOString();

const results = fileURLToPath(new URL('../../test-results/', import.meta.url));

/** `npx playwright test --config test/browser/playwright.config.ts [file]`, after a build. */
export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'short', testMatch: '**/*.spec.ts', testIgnore: LONG },
  ],
  globalSetup: '../run/browser-setup.ts',
  outputDir: `${results}browser`,
  reporter: [['list'], ['./budget-reporter.ts'], ['json', { outputFile: `${results}browser.json` }]],
  // A test waits for its page a third of the time: on two cores a third worker fills that.
  workers: 3,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // What moves is drawn again and again: only what is about moving lets it move.
  use: { locale: 'en-US', timezoneId: 'UTC', trace: 'off', screenshot: 'only-on-failure', contextOptions: { reducedMotion: 'reduce' } },
});
