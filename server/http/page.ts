import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import express, { Router, type RequestHandler } from 'express';
import { Refusal } from '../refusal.ts';
import { nonceOf } from './headers.ts';

/** Of a file that the build has compressed (Brotli). */
const SUFFIX = '.br';
const NONCE_PLACE = '__CSP_NONCE__';

/**
 * The built page. Files under /assets carry a hash in their name and never change; index.html is rendered with the
 * answer's nonce and stands for every path of the page's own router.
 */
export function pageRoutes(folder: string): Router {
  const router = Router();
  const assets = join(folder, 'assets');
  router.use('/assets', compressed(assets), express.static(assets, { index: false, immutable: true, maxAge: '1y', fallthrough: false }));
  router.get('/index.html', renderIndex(folder));
  router.use(express.static(folder, { index: false, dotfiles: 'ignore' }));
  router.get('/{*path}', renderIndex(folder));
  return router;
}

/** Hands out what the build has compressed, to who understands it; the others' answers are compressed on the way, as any other. */
function compressed(folder: string): RequestHandler {
  const ready = new Set(existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(SUFFIX)) : []);
  return (request, response, next) => {
    const name = request.path.slice(1);
    if (ready.has(name + SUFFIX)) {
      response.vary('Accept-Encoding');
      if (request.acceptsEncodings('br')) {
        request.url = `/${name}${SUFFIX}`;
        response.set('Content-Encoding', 'br').type(extname(name));
      }
    }
    next();
  };
}

function renderIndex(folder: string): RequestHandler {
  return async (_request, response) => {
    let html: string;
    try {
      html = await readFile(join(folder, 'index.html'), 'utf8');
    } catch {
      throw new Refusal('not_found', {}, 'The page is not built.');
    }
    response
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(html.replaceAll(NONCE_PLACE, nonceOf(response)));
  };
}
