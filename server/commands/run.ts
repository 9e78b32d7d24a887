import { systemActor } from '../audit/contract.ts';
import { runKinds, type RunKind } from '../runs/contract.ts';
import { runSteps } from '../runs/service.ts';
import { readArguments, requiredDay, requiredMonth } from './arguments.ts';
import { EXIT, UsageError, type Command } from './command.ts';

export const runCommand: Command = {
  usage: 'run commission|payout|bonus --day YYYY-MM-DD [--dry-run] | run evaluation --month YYYY-MM [--dry-run]',
  async run({ database, clock }, words) {
    const { positionals, values } = readArguments(words, ['commission|evaluation|payout|bonus'], {
      day: { type: 'string' }, month: { type: 'string' }, 'dry-run': { type: 'boolean' },
    });
    const kind = positionals[0] as RunKind;
    if (!runKinds.includes(kind)) throw new UsageError(`no run ${kind}: ${runKinds.join(', ')}`);
    const [wanted, other] = kind === 'evaluation' ? ['month', 'day'] : ['day', 'month'];
    if (values[other as string] !== undefined) throw new UsageError(`run ${kind} takes --${wanted}, not --${other}`);
    const period = kind === 'evaluation' ? requiredMonth(values['month'], 'month') : requiredDay(values['day'], 'day');
    const steps = runSteps[kind];
    if (values['dry-run']) return { result: await steps.dry(database, clock, period), exit: EXIT.done };
    const run = await steps.start(database, clock, period, systemActor);
    return { result: await steps.proceed(database, clock, run.id, systemActor), exit: EXIT.done };
  },
};
