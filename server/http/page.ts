import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { Router, type RequestHandler } from 'express';
import { Refusal } from '../refusal.ts';
import { nonceOf } from './headers.ts';

const NONCE_PLACE = '__CSP_NONCE__';

/**
 * The built page. Files under /assets carry a hash in their name and never change; index.html is rendered with the
 * answer's nonce and stands for every path of the page's own router.
 */
export function pageRoutes(folder: string): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { index: false, immutable: true, maxAge: '1y', fallthrough: false }),
  );
  router.get('/index.html', renderIndex(folder));
  router.use(express.static(folder, { index: false, dotfiles: 'ignore' }));
  router.get('/{*path}', renderIndex(folder));
  return router;
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
