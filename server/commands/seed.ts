import { migrate } from '../../db/migrate.ts';
import { plantDemoWorld } from '../../seeds/demo/plant.ts';
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
    if (what === 'demo') await plantDemoWorld(context.database, context.clock);
    if (context.settings.demo) await context.database.transaction((transaction) => seedDemoStaff(transaction, context.clock));
    return { result: { seeded: what }, exit: EXIT.done };
  },
};

/** Rulebooks and countries; what is there already stays as it is. */
export async function seedReferenceData({ database, clock }: Context): Promise<void> {
  await database.transaction((transaction) => seedReference(transaction, clock));
}
