import { Router } from 'express';
import { openApiDocument } from './document.ts';

/** Public: it says what there is to ask, not what the answers are. */
export function openApiRoutes(): Router {
  const router = Router();
  const document = openApiDocument();
  router.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  return router;
}
