import type { Router } from 'express';
import type { Context } from '../context.ts';
import { readBody } from '../http/body.ts';
import { rowById } from '../lists/page.ts';
import { readRoutes } from '../lists/routes.ts';
import { actorOf, allow, roleOf } from '../session/signed-in.ts';
import { newNote } from './contract.ts';
import { writeNote } from './service.ts';
import { noteSource } from './source.ts';

/** Notes are read and written, never changed or removed. */
export function notesRoutes(context: Context): Router {
  const router = readRoutes(context, 'notes', () => noteSource);
  const { database, clock } = context;
  router.post('/notes', allow('notes', 'create'), async (request, response) => {
    const id = await writeNote(database, clock, actorOf(request), readBody(newNote, request.body));
    response.status(201).json(await rowById(database.read, noteSource, String(id), roleOf(request)));
  });
  return router;
}
