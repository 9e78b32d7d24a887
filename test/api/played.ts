import { seedReference } from '../../seeds/reference/index.ts';
import { rows } from '../../db/statement.ts';
import { playOnProduct, type PlayedOnProduct } from '../engine/play.ts';
import type { Script } from '../worlds/naive.ts';
import type { Filling } from '../database.ts';
import { openConsole, staffOnly, type TestConsole } from './console.ts';

export interface PlayedConsole extends TestConsole {
  played: PlayedOnProduct;
  /** The affiliate's only review, by id. */
  reviewOf(uid: string): Promise<string>;
}

/** How each script went, by its text: the same one is played once, and its end copied. */
const plays = new Map<string, PlayedOnProduct>();

function playedOn(script: Script): Filling {
  const text = JSON.stringify(script);
  return {
    name: `demo staff, reference, ${text}`,
    fill: async (database) => {
      await staffOnly.fill(database);
      await database.transaction((transaction) => seedReference(transaction, { now: () => 0 }));
      plays.set(text, await playOnProduct(database, script));
    },
  };
}

/** The console over a world that a story made, told to the same services that the commands call. */
export async function openPlayed(script: Script, env: Record<string, string> = {}): Promise<PlayedConsole> {
  const desk = await openConsole(env, undefined, playedOn(script));
  const { database } = desk.context;
  // Processes of its own (imports, runs) are to open this database.
  desk.context.settings.databaseUrl = database.url;
  return {
    ...desk,
    played: structuredClone(plays.get(JSON.stringify(script)) as PlayedOnProduct),
    reviewOf: async (uid) => {
      const found = await rows<{ id: number }>(
        database.read,
        'SELECT r.id FROM tier_reviews r JOIN accounts a ON a.id = r.affiliate_id WHERE a.uid = :uid',
        { uid },
      );
      if (found.length !== 1) throw new Error(`${uid} has ${found.length} reviews`);
      return String(found[0]?.id);
    },
  };
}
