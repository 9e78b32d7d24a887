/** `npm start`: the page and the server, ready to try out. */
import { runServer } from './ready.mjs';

process.argv.splice(2, 0, 'start');
await runServer(['server', 'client']);
