/** One floor a test, in the world that it names; after each the books balance and `verify` finds nothing. */
import { afterEach } from 'vitest';
import type { Filling } from '../database.ts';
import { books, findings } from './books.ts';
import { adaAndEve } from './cast.ts';
import { Floor } from './floor.ts';

let floor: Floor | undefined;

/** The floor of this test, at the first instant of 2026-01-03. */
export async function stage(filling: Filling = adaAndEve): Promise<Floor> {
  floor = (await Floor.open(filling)).at('2026-01-03');
  return floor;
}

/** Called once by each file. */
export function balanceAfterEach(): void {
  afterEach(async () => {
    if (!floor) return;
    const [left, wrong] = [await findings(floor.database), (await books(floor.database.read, floor.clock.now())).wrong];
    await floor.close();
    floor = undefined;
    if (left.length + wrong.length > 0) throw new Error([...left, ...wrong].join('\n'));
  });
}
