import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const onBothEngines = ['engine', 'floor', 'db', 'api', 'faults', 'attacks'].map((folder) => `test/${folder}/**/*.test.ts`);
const patience = { testTimeout: 60_000, hookTimeout: 60_000, teardownTimeout: 20_000 };

/** `npx vitest run --config test/vitest.config.ts --project pure|sqlite|postgres [file]` */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { test: { name: 'pure', include: ['test/rules/**/*.test.ts', 'test/architecture/**/*.test.ts'], ...patience } },
      engineProject('sqlite'),
      engineProject('postgres'),
    ],
  },
});

function engineProject(engine: 'sqlite' | 'postgres') {
  return {
    test: {
      name: engine,
      include: onBothEngines,
      env: { TEST_ENGINE: engine },
      globalSetup: 'test/run/setup.mjs',
      // The server's modules are loaded once per worker and not once per file: the tests share no state through them.
      isolate: false,
      ...patience,
    },
  };
}
