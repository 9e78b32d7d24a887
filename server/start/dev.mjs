/** `npm run dev`: the server from its sources, started again at each change, behind Vite's page. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureDriver } from '../../db/driver/ensure.mjs';

const API_PORT = '3001';
const root = fileURLToPath(new URL('../..', import.meta.url));

await ensureDriver();
const children = [
  start('tsx/dist/cli.mjs', ['watch', '--clear-screen=false', 'server/main.ts', 'start'], { PORT: API_PORT }),
  start('vite/bin/vite.js', [], {}),
];
for (const child of children) child.once('exit', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

function start(tool, parameters, settings) {
  return spawn(process.execPath, [`${root}node_modules/${tool}`, ...parameters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { UV_THREADPOOL_SIZE: '16', ...process.env, ...settings },
  });
}

/** Neither is of use without the other. */
function stop() {
  for (const child of children) child.kill('SIGTERM');
}
