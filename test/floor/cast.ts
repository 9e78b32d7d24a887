/** Who most cases tell of, as the worlds that they begin in. */
import type { Filling } from '../database.ts';
import { account, activates } from '../worlds/story.ts';
import { Floor, together, type Arrival } from './floor.ts';
import { emptyFloor } from './people.ts';

/** What `play` leaves of an empty floor. */
export function played(name: string, play: (floor: Floor) => Promise<unknown>): Filling {
  return {
    name,
    fill: async (database) => {
      await emptyFloor.fill(database);
      await play(new Floor(database, database.url, async () => {}));
    },
  };
}

/** Ada takes part in `referral` since 2026-01-02 (15 %) and invited Bob; Eve in `pro` since then (20 % of spot) and invited Guy. */
const first: Arrival[] = [
  together(account('ada'), account('eve'), account('bob', { by: 'ada' }), account('guy', { by: 'eve' })),
  together(activates('ada', 'referral', '2026-01-02'), activates('eve', 'pro', '2026-01-02')),
];

export const adaAndEve: Filling = played('ada and eve', (floor) => floor.at('2026-01-03').take(...first));
