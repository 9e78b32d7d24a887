import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** Where `server/start/build.mjs` has put the compiled modules, before they are moved to dist/. */
const compiled = join(fileURLToPath(new URL('.', import.meta.url)), 'dist/.next');

/** A module in the bundle still finds what lies beside it in dist/: its SQL, the page, the program for a worker. */
const ownAddresses: Plugin = {
  name: 'own-addresses',
  transform(code, id) {
    const path = relative(compiled, id).split(sep).join('/');
    if (path.startsWith('..') || !code.includes('import.meta.url')) return null;
    return { code: code.replaceAll('import.meta.url', `new URL('../${path}', import.meta.url).href`), map: null };
  },
};

/**
 * The driver of PostgreSQL asks at every start whether it runs at Cloudflare. Node 20 reads all of its `fetch` to answer that,
 * and the answer is no.
 */
const notAtCloudflare: Plugin = {
  name: 'not-at-cloudflare',
  transform(code, id) {
    if (!id.endsWith('/pg/lib/stream.js')) return null;
    const known = code.replace('if (isCloudflareRuntime())', 'if (false)');
    if (known === code) throw new Error('pg asks otherwise where it runs: look whether this is needed still');
    return { code: known, map: null };
  },
};

/**
 * The server with its packages in a few files: a command starts in half the time, as it looks for no packages. What is
 * native stays one. Each file lies in a folder of dist/: `ownAddresses` relies on it.
 */
export default defineConfig({
  plugins: [ownAddresses, notAtCloudflare],
  ssr: { noExternal: true, external: ['sqlite3', '@node-rs/argon2'] },
  build: {
    ssr: `${compiled}/server/main.js`,
    outDir: compiled,
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      // What Knex and pg would ask for on other engines is not installed, and never asked for.
      external: /^(better-sqlite3|mysql2?|oracledb|tedious|mariadb|pg-native|pg-query-stream|mssql)(\/|$)/,
      output: { entryFileNames: 'server/main.js', chunkFileNames: 'bundle/[name]-[hash].js' },
    },
  },
});
