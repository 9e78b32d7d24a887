/** `npm run ops -- <command> …` */
import { runServer } from './ready.mjs';

await runServer(['server']);
