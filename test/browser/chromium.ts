import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

const PROBE_TIMEOUT_MS = 30_000;
const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const require = createRequire(import.meta.url);

interface Candidate {
  name: string;
  options(): Promise<LaunchOptions | null> | LaunchOptions | null;
}

/**
 * A browser that really shows our pages: CHROME_PATH, else Playwright's own, else an installed one, else the one that
 * comes with the packages. Throws with what was tried: tests without a browser have failed, they are not skipped.
 */
export async function findChromium(): Promise<LaunchOptions> {
  const named = process.env.CHROME_PATH;
  const candidates: Candidate[] = named
    ? [{ name: `CHROME_PATH ${named}`, options: () => fromFile(named) }]
    : [
        { name: "Playwright's own", options: () => fromFile(chromium.executablePath()) },
        { name: 'an installed one', options: () => fromFile(installedPath()) },
        { name: '@sparticuz/chromium', options: () => fromPackage() },
      ];
  const tried: string[] = [];
  for (const { name, options } of candidates) {
    try {
      const launch = await options();
      if (launch) await probe(launch);
      if (launch) return launch;
      tried.push(`${name}: not there`);
    } catch (error) {
      tried.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`No browser works for the tests; name one in CHROME_PATH.\n${tried.join('\n')}`);
}

function fromFile(path: string | undefined): LaunchOptions | null {
  return path && existsSync(path) ? { executablePath: path, chromiumSandbox: false } : null;
}

function installedPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...INSTALLED.flatMap((name) => folders.map((folder) => join(folder, name))), MAC_CHROME].find(existsSync);
}

/** The package's browser is unpacked once and kept for the next run. */
async function fromPackage(): Promise<LaunchOptions | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const home = join(dirname(require.resolve('@sparticuz/chromium')), '../..');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `ops-chromium-${version}-${process.getuid?.()}`);
  if (!existsSync(folder)) await unpack(folder);
  const { uid, mode } = statSync(folder);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0) throw new Error(`${folder} is not ours: remove it`);
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: join(folder, 'chromium'),
    chromiumSandbox: false,
    env: { ...definedEnvironment(), LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fontconfig') },
  };
}

/** The package unpacks into TMPDIR, its libraries only where it believes to be on Lambda, and changes our environment. */
async function unpack(folder: string): Promise<void> {
  const unfinished = mkdtempSync(`${folder}-`);
  const before = { ...process.env };
  try {
    process.env.TMPDIR = unfinished;
    process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
    const packed = await import('@sparticuz/chromium');
    await packed.default.executablePath();
    writeFontSettings(unfinished, folder);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another run was faster: what it unpacked is as good.
    if (!existsSync(join(folder, 'chromium'))) throw error;
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'FONTCONFIG_PATH', 'LD_LIBRARY_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** The package's own fonts.conf looks for fonts in /tmp; a browser without any font crashes at the first input. */
function writeFontSettings(unfinished: string, folder: string): void {
  mkdirSync(join(unfinished, 'fontconfig'));
  writeFileSync(
    join(unfinished, 'fontconfig/fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fontconfig/cache')}</cachedir>
</fontconfig>
`,
  );
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]));
}

/** A browser may start, and fall over the first field or the first letters that no font has. */
async function probe(options: LaunchOptions): Promise<void> {
  const browser = await chromium.launch({ ...options, timeout: PROBE_TIMEOUT_MS });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(PROBE_TIMEOUT_MS);
    await page.setContent(
      '<input aria-label="text"><select aria-label="choice"><option>a</option><option>b</option></select>' +
        '<p lang="fa" dir="rtl">همکاری در فروش</p>',
    );
    await page.getByLabel('text').fill('typed');
    await page.getByLabel('choice').selectOption('b');
    const shown = await page.evaluate(
      "document.querySelector('input').value + document.querySelector('select').value + document.querySelector('p').offsetWidth",
    );
    const picture = await page.screenshot();
    if (!/^typedb[1-9]/.test(String(shown)) || picture.length === 0) throw new Error(`shows ${String(shown)}`);
  } finally {
    await browser.close();
  }
}
