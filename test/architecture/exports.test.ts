/** What a file hands out, another one takes. */
import { expect, test } from 'vitest';
import { readSource, sourcesOf, withoutComments, type Source } from './sources.ts';

const sources = sourcesOf();
const byPath = new Map(sources.map((source) => [source.path, source]));
const exported = /^export (?:async )?(const|let|function\*?|class|type|interface)\s+([\w$]+)/gm;

/** Which names of which files are taken, as `path: name`, and of which files all are. */
function taken(): { names: Set<string>; whole: Set<string> } {
  const names = new Set<string>();
  const whole = new Set<string>();
  const take = (to: string, wanted: string[] | 'all'): void => {
    if (wanted === 'all') whole.add(to);
    else for (const name of wanted) names.add(`${to}: ${name}`);
    for (const one of byPath.get(to)?.imports ?? []) if (one.passedOn) take(one.to, wanted);
  };
  // What the page's build and the scripts name by its path from the root.
  for (const { text } of [readSource('vite.config.ts'), ...sources.filter(({ path }) => path.endsWith('.mjs'))])
    for (const [, path] of text.matchAll(/'((?:client|server|db|seeds|test)\/[\w./-]+\.tsx?)'/g)) whole.add(path!);
  for (const one of sources.flatMap(({ imports }) => imports)) take(one.to, one.names);
  return { names, whole };
}

/**
 * A type may be there for the function of its own file that asks for it or answers it, and a list of a contract for its
 * type; everything else that is handed out, and a type that its own file does not name again, has somebody who takes it.
 */
function isForItself({ path }: Source, kind: string, name: string, code: string): boolean {
  const says = kind === 'type' || kind === 'interface' || /\/contract(?:-[a-z]+)?\.ts$/.test(path);
  return says && code.split(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`)).length > 2;
}

test('every export is imported', () => {
  const { names, whole } = taken();
  const idle = sources.filter(({ path }) => !whole.has(path)).flatMap((source) => {
    const code = withoutComments(source.text);
    return [...code.matchAll(exported)]
      .filter(([, kind, name]) => !names.has(`${source.path}: ${name!}`) && !isForItself(source, kind!, name!, code))
      .map(([, , name]) => `${source.path}: ${name!}`);
  });
  expect(idle).toEqual([]);
});
