/** Limits and words: sizes, names of folders, and what nobody may write. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOf, FOLDERS, readSource, ROOT, sourcesOf, withoutComments } from './sources.ts';

const MAX_FILE = 400;
const MAX_FUNCTION = 70;

const sources = sourcesOf();
const code = sources.map((source) => ({ ...source, text: withoutComments(source.text) }));
const product = code.filter(({ path }) => !path.startsWith('test/'));
const statements = filesOf(['server', 'db', 'seeds']).filter((path) => path.endsWith('.sql')).map(readSource);

/** `path:line` of each match, but for those in files that `except` names with a reason. */
function hits(list: { path: string; text: string }[], pattern: RegExp, except: Record<string, string> = {}): string[] {
  return list
    .filter(({ path }) => !(path in except))
    .flatMap(({ path, text }) =>
      [...text.matchAll(new RegExp(pattern, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`))].map(
        (match) => `${path}: ${match[0]}`,
      ),
    );
}

describe('sizes', () => {
  test(`no file has more than ${MAX_FILE} lines`, () => {
    const long = filesOf(FOLDERS).filter((path) => /\.(ts|tsx|mjs|sql)$/.test(path) && !path.startsWith('db/schema.'));
    expect(long.filter((path) => readSource(path).text.split('\n').length - 1 > MAX_FILE)).toEqual([]);
  });

  /** Pure data: the columns of tables, one below the other. */
  const tables = ['db/migrations/0003_bindings_and_enrolments.ts', 'db/migrations/0006_runs_and_commission_records.ts'];

  test(`no function has more than ${MAX_FUNCTION} lines`, () => {
    expect(functionsOver(MAX_FUNCTION).filter((path) => !tables.includes(path))).toEqual([]);
  });

  test('the exceptions are needed', () => {
    expect(functionsOver(MAX_FUNCTION)).toEqual(tables);
  });
});

/** Files of the product with a longer function, as the linter counts it. */
function functionsOver(max: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  try {
    const config = join(folder, 'oxlintrc.json');
    writeFileSync(config, JSON.stringify({ plugins: ['eslint'], categories: { correctness: 'off' }, rules: { 'max-lines-per-function': ['error', { max }] } }));
    const linter = join(ROOT, 'node_modules/oxlint/bin/oxlint');
    const { stdout, stderr } = spawnSync(process.execPath, [linter, '-c', config, '--format', 'json', 'client', 'server', 'db', 'seeds'], { cwd: ROOT, encoding: 'utf8' });
    const start = stdout.indexOf('{');
    if (start < 0) throw new Error(`the linter answered nothing: ${stderr}`);
    const { diagnostics, number_of_files } = JSON.parse(stdout.slice(start)) as { diagnostics: { filename: string }[]; number_of_files: number };
    expect(number_of_files).toBeGreaterThan(100);
    return [...new Set(diagnostics.map((one) => one.filename))].sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('names', () => {
  test('no folder or file is a dumping ground', () => {
    const banned = /(^|\/)(utils?|helpers?|common|misc|shared|lib|stuff)(\/|\.\w+$)/i;
    expect(filesOf(FOLDERS).filter((path) => banned.test(path))).toEqual([]);
  });
});

describe('words', () => {
  test('no test is left out, none runs alone', () => {
    const tests = code.filter(({ path }) => /\.(test|spec)\.ts$/.test(path));
    expect(hits(tests, /\b(?:describe|test|it|suite)(?:\.\w+)*\.(?:only|skip|todo|fails|skipIf|runIf|fixme)\b|\b(?:xit|xdescribe|fit|fdescribe)\(/)).toEqual([]);
  });

  test('nothing is left to do', () => {
    const self = { 'test/architecture/style.test.ts': 'names the words' };
    expect(hits([...sources, ...statements], /\b(?:TODO|FIXME|XXX|HACK)\b/, self)).toEqual([]);
  });

  test('nothing is printed by the way', () => {
    expect(hits(product.filter(({ path }) => !path.startsWith('server/start/')), /\bconsole\.\w+\(/)).toEqual([]);
  });

  test('nobody reads the time but the clock', () => {
    const except = {
      'server/clock.ts': 'the clock',
      'server/start/build.mjs': 'tells how long building took',
      'db/connection.ts': 'how long to wait for a lock, not what time it is',
      'db/sqlite.ts': 'how long to wait for a lock, not what time it is',
      'db/driver/ensure.mjs': 'tells how long compiling took',
      'db/driver/one-at-a-time.mjs': 'the age of a lock file',
    };
    expect(hits(product, /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(/, except)).toEqual([]);
  });

  test('no statement reads the time', () => {
    const self = { 'test/architecture/style.test.ts': 'names the words' };
    const inSql = /\bnow\(\)|\bCURRENT_(?:TIMESTAMP|DATE|TIME)\b|\bclock_timestamp\b|'now'/i;
    expect(hits(statements, inSql)).toEqual([]);
    const strings = product.flatMap(({ path, text }) => [...text.matchAll(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'/g)].map(([match]) => ({ path, text: match })));
    expect(hits(strings.filter(({ text }) => /\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE)\b/.test(text)), inSql, self)).toEqual([]);
  });

  test('no floating point comes near an amount', () => {
    const except = { 'server/start/build.mjs': 'tells how long building took' };
    expect(hits(product, /\bparseFloat\b|\.toFixed\(|\.toPrecision\(/, except)).toEqual([]);
    const columns = [...statements, ...product.filter(({ path }) => path.startsWith('db/migrations/'))];
    expect(hits(columns, /\b(?:REAL|FLOAT|DOUBLE PRECISION|NUMERIC|DECIMAL)\b/)).toEqual([]);
  });

  test('no transaction is ended by hand', () => {
    expect(hits(product, /\b(?:trx|transaction)\.(?:commit|rollback)\(/)).toEqual([]);
  });

  test('nothing in the page is optimistic or undoable', () => {
    const page = product.filter(({ path }) => path.startsWith('client/'));
    expect(hits(page, /mutationMode\s*[=:]\s*[{]?\s*['"](?:optimistic|undoable)/)).toEqual([]);
    // Their default sends nothing until a delay has passed: each must say pessimistic.
    const deferring = /<(?:Edit|EditBase|EditGuesser|EditDialog|DeleteButton|BulkDeleteButton|BulkUpdateButton|UpdateButton)\b[^>]*>|\b(?:useUpdate|useUpdateMany|useDelete|useDeleteMany|useEditController)\([^;]*\)/g;
    expect(hits(page, deferring).filter((hit) => !/pessimistic/.test(hit))).toEqual([]);
  });
});
