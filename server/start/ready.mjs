import { ensureDriver } from '../../db/driver/ensure.mjs';
import { build } from './build.mjs';

/**
 * The driver and the built server, made where they are missing or stale, then the server's own main in this process:
 * signals, standard streams and the exit code are its own. It reads its words from process.argv.
 * @param {('server' | 'client')[]} targets what the command needs
 */
export async function runServer(targets) {
  try {
    await Promise.all([ensureDriver(), build(targets)]);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  await import('../../dist/server/main.js');
}
