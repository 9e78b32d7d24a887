/** The project's files as text, and which imports which. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Folders that hold the project's own code. */
export const FOLDERS = ['client', 'server', 'db', 'seeds', 'test'];

export interface Import {
  /** Path from the root; of a package its name. */
  to: string;
  /** Erased when compiled: it makes no arrow at run time. */
  typeOnly: boolean;
  /** What of it is named; `all` where it is taken whole, or by what runs. */
  names: string[] | 'all';
  /** Passed on to whoever imports this file (`export * from`). */
  passedOn: boolean;
}

export interface Source {
  /** Path from the root, with slashes. */
  path: string;
  text: string;
  imports: Import[];
}

/** Every file under the folders, by path. */
export function filesOf(folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name))),
  ).sort();
}

/** The TypeScript and JavaScript files under the folders. */
export function sourcesOf(folders: string[] = FOLDERS): Source[] {
  return filesOf(folders).filter((path) => /\.(ts|tsx|mjs)$/.test(path)).map(readSource);
}

export function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, imports: importsOf(path, text) };
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:([\w*{][^;'"]*?)\sfrom\s+)?['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
/** A file that is read or started beside the one that names it. */
const named = /(?:new URL|statementFile)\(\s*(?:import\.meta\.url,\s*)?['"]([^'"]+\.\w+)['"]/g;

function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const code = withoutComments(text);
  for (const [all, type, clause, target] of code.matchAll(statement)) {
    const passedOn = clause === '*' && all.trim().startsWith('export');
    found.push({ to: resolve(path, target as string), typeOnly: type !== undefined, names: namesIn(clause ?? ''), passedOn });
  }
  const whole = { typeOnly: false, names: 'all', passedOn: false } as const;
  for (const [, target] of code.matchAll(dynamic)) found.push({ to: resolve(path, target as string), ...whole });
  for (const [, target] of code.matchAll(named)) found.push({ to: resolve(path, `./${target as string}`), ...whole });
  return found;
}

/** `React, { a, type B as C }` names `a` and `B`; `* as all` takes everything, `*` alone passes it on. */
function namesIn(clause: string): string[] | 'all' {
  if (/^\*\s+as\b/.test(clause)) return 'all';
  const inner = /\{([^}]*)\}/.exec(clause)?.[1] ?? '';
  return inner.split(',').map((one) => one.trim().replace(/^type\s+/, '').split(/\s+as\s+/)[0]!).filter(Boolean);
}

function resolve(path: string, target: string): string {
  if (target.startsWith('#contract/')) return `server/${target.slice('#contract/'.length)}/contract.ts`;
  return target.startsWith('.') ? normalize(join(dirname(path), target)) : target;
}

/** The source without its comments, so that words in them count for nothing. Strings stay. */
export function withoutComments(text: string): string {
  return text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (match) =>
    match.startsWith('/*') || match.startsWith('//') ? '' : match,
  );
}
