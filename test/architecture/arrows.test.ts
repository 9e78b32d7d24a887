/** Who may import whom (DESIGN 2), and that nothing stands about that nobody reaches. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOf, FOLDERS, readSource, ROOT, sourcesOf, type Source } from './sources.ts';

const sources = sourcesOf();
const known = new Set(sources.map((source) => source.path));

/** The imports of the sources that match, which `allowed` does not let pass; as `from → to`. */
function offences(from: (path: string) => boolean, allowed: (to: string, typeOnly: boolean, path: string) => boolean): string[] {
  return sources
    .filter(({ path }) => from(path))
    .flatMap(({ path, imports }) =>
      imports.filter((one) => !allowed(one.to, one.typeOnly, path)).map((one) => `${path} → ${one.to}`),
    );
}

const room = (name: string) => (path: string) => new RegExp(`^server/[^/]+/${name}\\.ts$`).test(path);
/** `contract.ts`, or a part of a large one beside it. */
const isContract = room('contract(?:-[a-z]+)?');
const isRules = room('rules');
const isPackage = (to: string): boolean => !/^(client|server|db|seeds|test)\//.test(to);
const within = (...folders: string[]) => (to: string): boolean => folders.some((folder) => to.startsWith(`${folder}/`));

describe('arrows', () => {
  test('every import between files of the project names a file that is there', () => {
    expect(offences(() => true, (to) => isPackage(to) || known.has(to) || existsSync(join(ROOT, to)))).toEqual([]);
  });

  test('the page imports itself, packages and contracts, nothing else', () => {
    expect(offences(within('client'), (to) => isPackage(to) || within('client')(to) || isContract(to))).toEqual([]);
  });

  test('the page names contracts by #contract, the server by their path', () => {
    const wrong = sources.filter(({ path, text }) =>
      path.startsWith('client/') ? /from '[./]+server\//.test(text) : path.startsWith('server/') && text.includes("from '#contract"));
    expect(wrong.map((source) => source.path)).toEqual([]);
  });

  test('the server knows nothing of the page or the tests, and product code nothing of the tests', () => {
    expect(offences(within('server', 'db', 'seeds'), (to) => !within('client', 'test')(to) || to === 'dist/client')).toEqual([]);
    expect(offences(within('client'), (to) => !within('test')(to))).toEqual([]);
  });

  test('a contract imports zod and contracts', () => {
    expect(offences(isContract, (to) => to === 'zod' || isContract(to))).toEqual([]);
  });

  test('rules import contracts, money, calendar and rules: no I/O, no clock', () => {
    const pure = ['server/money.ts', 'server/calendar.ts', 'node:net', 'node:url', 'tldts-icann', 'unhomoglyph'];
    expect(offences(isRules, (to, typeOnly) => typeOnly || isContract(to) || isRules(to) || pure.includes(to))).toEqual([]);
  });

  test('money and calendar import nothing', () => {
    expect(offences((path) => ['server/money.ts', 'server/calendar.ts'].includes(path), () => false)).toEqual([]);
  });

  test('what decides and stores knows nothing of HTTP', () => {
    const inner = (path: string): boolean => /^server\/[^/]+\/(service|store|rules|run|decide)\.ts$/.test(path) || within('db', 'server/engine', 'server/feeds')(path);
    const http = (to: string): boolean => to === 'express' || to.startsWith('server/http/') || room('routes')(to);
    expect(offences(inner, (to, typeOnly) => typeOnly || !http(to))).toEqual([]);
  });

  test('routes are mounted by http alone', () => {
    expect(offences(() => true, (to, _typeOnly, path) => !room('routes')(to) || to === 'server/lists/routes.ts' || path.startsWith('server/http/'))).toEqual([]);
  });

  test('the drivers are named in db/ alone', () => {
    const driver = (to: string): boolean => ['sqlite3', 'pg'].includes(to);
    expect(offences(within('server', 'seeds', 'client'), (to) => !driver(to))).toEqual([]);
  });

  test('no cycles', () => {
    expect(cycles(sources)).toEqual([]);
  });
});

/** Each cycle of imports that remain after compiling, as `a → b → a`. */
function cycles(all: Source[]): string[] {
  const next = new Map(all.map(({ path, imports }) => [path, imports.filter((one) => !one.typeOnly && known.has(one.to)).map((one) => one.to)]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const to of next.get(path) ?? []) walk(to, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) walk(path, []);
  return found;
}

describe('dead files', () => {
  /** Where somebody or something from outside comes in. */
  const entries = [
    'server/main.ts', 'client/main.tsx', 'client/index.html', 'vite.config.ts', 'test/vitest.config.ts', 'test/browser/playwright.config.ts', 'test/run/browser-setup.ts',
    'test/browser/budget-reporter.ts', 'vite.server.config.ts', 'db/knex-parts.d.ts',
  ];
  /** What a package.json script starts, and what those name as text. */
  const started = [...readFileSync(join(ROOT, 'package.json'), 'utf8').matchAll(/[\w/.-]+\.mjs/g)].map(([path]) => path);

  function reached(): Set<string> {
    const seen = new Set<string>();
    const waiting = [...entries, ...started.filter((path) => existsSync(join(ROOT, path))), ...[...known].filter((path) => /\.(test|spec|d)\.ts$/.test(path))];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      // What is built is not read again as a source.
      if (seen.has(path) || path.startsWith('dist/') || !existsSync(join(ROOT, path))) continue;
      seen.add(path);
      const source = readSource(path);
      waiting.push(...source.imports.map((one) => one.to));
      // Files that a script or a setting names by their path from the root.
      waiting.push(...[...source.text.matchAll(/'((?:client|server|db|seeds|test)\/[\w./-]+\.\w+)'/g)].map(([, named]) => named as string));
      // A page names its icon and its script; a statement of several files its parts.
      if (path.endsWith('.html')) waiting.push(...[...source.text.matchAll(/(?:src|href)="[./]*([^"]+)"/g)].map(([, named]) => `client/${named as string}`));
    }
    return seen;
  }

  /** Not code: documents, pictures of the page for them, and those of the schema that a test keeps. */
  const documents = (path: string): boolean => path.endsWith('README.md') || path.startsWith('client/pictures/') || path.startsWith('db/schema.');
  test('each entry is there', () => {
    expect(entries.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('every file is reached from an entry', () => {
    const alive = reached();
    expect(filesOf(FOLDERS).filter((path) => !alive.has(path) && !documents(path))).toEqual([]);
  });
});
