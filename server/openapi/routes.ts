import { Router } from 'express';
import { openApiDocument } from './document.ts';

/** Public: it says what there is to ask, not what the answers are. */
export function openApiRoutes(): Router {
  const router = Router();
  // Made when it is asked for first: few do, and every start would wait for it.
  let document: ReturnType<typeof openApiDocument> | undefined;
  router.get('/openapi.json', (_request, response) => {
    document ??= openApiDocument();
    response.json(document);
  });
  return router;
}
