import { seedReference } from '../../seeds/reference/index.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { toCsv } from '../worlds/feeds.ts';
import type { Script } from '../worlds/naive.ts';
import { moment } from '../worlds/story.ts';
import { openConsole, type TestConsole } from './console.ts';

export interface ArrivingConsole extends TestConsole {
  /** Moves the clock to a moment that lies ahead. */
  on(text: string): void;
  /** Files come in at the console's own time; every row is taken. */
  arrives(script: Script): Promise<void>;
}

/** The console with the rulebooks, and files that arrive when its clock says so: what is known when matters here. */
export async function openArriving(from: string): Promise<ArrivingConsole> {
  const desk = await openConsole();
  const { database, clock } = desk.context;
  await database.transaction((transaction) => seedReference(transaction, { now: () => 0 }));
  const on = (text: string): void => desk.pass(Date.parse(moment(text)) - clock.now());
  on(from);
  return {
    ...desk,
    on,
    arrives: async (script) => {
      for (const step of script) {
        if (step.step !== 'import') throw new Error('only files arrive');
        const bytes = new TextEncoder().encode(toCsv(step.feed, step.rows as never));
        const job = { feed: step.feed, file_name: 'file.csv', bytes_total: bytes.length, dry_run: false, actor: systemActor };
        const { figures } = await importFile(database, clock, job, (async function* () { yield bytes; })());
        if (figures.accepted !== step.rows.length) throw new Error(`${step.feed}: ${JSON.stringify(figures)}`);
      }
    },
  };
}
