import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from '../context.ts';
import { createApp } from './app.ts';

/** A thousand ids in one filter fit (CONTRACT 3). */
const MAX_HEADER_BYTES = 128 * 1024;
const HEADERS_TIMEOUT_MS = 15_000;
/** An import of hundreds of megabytes over a slow line. */
const REQUEST_TIMEOUT_MS = 30 * 60_000;
/** What is still open after this is cut: the process has to end within 10 s (ATTACKS 31). */
const PATIENCE_MS = 6_000;

export interface Listening {
  url: string;
  /** Readiness says no, what is being answered is finished, then every connection is closed. */
  close(): Promise<void>;
}

export async function listen(context: Context): Promise<Listening> {
  let stopping = false;
  const app = createApp(context, { isStopping: () => stopping });
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    app,
  );
  await started(server, context.settings.port, context.settings.host);
  const { port } = server.address() as AddressInfo;
  const { host } = context.settings;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: () => {
      stopping = true;
      return closed(server);
    },
  };
}

function started(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close((error) => {
      clearTimeout(cut);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}
