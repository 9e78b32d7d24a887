import { migrate } from '../../db/migrate.ts';
import { beginningOf, plantDemoWorld } from '../../seeds/demo/plant.ts';
import { worldStaff } from '../../seeds/demo/staff.ts';
import { seedReference } from '../../seeds/reference/index.ts';
import type { Context } from '../context.ts';
import { seedDemoStaff } from '../staff/demo.ts';
import { readArguments } from './arguments.ts';
import { EXIT, UsageError, type Command } from './command.ts';

export const seedCommand: Command = {
  usage: 'seed reference | seed demo',
  async run(context, words) {
    const { positionals } = readArguments(words, ['reference|demo']);
    const [what] = positionals;
    if (what !== 'reference' && what !== 'demo') throw new UsageError('seed knows reference and demo');
    await migrate(context.database);
    await seedReferenceData(context);
    if (what === 'demo') await seedDemoWorld(context);
    else if (context.settings.demo) await context.database.transaction((transaction) => seedDemoStaff(transaction, context.clock));
    return { result: { seeded: what }, exit: EXIT.done };
  },
};

/** Rulebooks and countries; what is there already stays as it is. */
export async function seedReferenceData({ database, clock }: Context): Promise<void> {
  await database.transaction((transaction) => seedReference(transaction, clock));
}

/**
 * The demo world, where DEMO=1 with the demo staff at work in it from its beginning. Who has no part in it comes last: until then
 * the database counts as new, and a seeding that was cut off goes on.
 */
export async function seedDemoWorld({ database, clock, settings }: Context): Promise<void> {
  if (!settings.demo) return plantDemoWorld(database, clock);
  const beginning = beginningOf(clock);
  await database.transaction((transaction) => seedDemoStaff(transaction, { now: () => beginning }, worldStaff));
  await plantDemoWorld(database, clock);
  return database.transaction((transaction) => seedDemoStaff(transaction, clock));
}
