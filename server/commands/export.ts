import { once } from 'node:events';
import { exportAudit, exportCommissions, exportEvaluation, exportPayout } from '../exports/exports.ts';
import { readArguments, requiredDay, requiredMonth, requiredText } from './arguments.ts';
import { EXIT, UsageError, type Command } from './command.ts';

/**
 * Reads alone: it waits for nobody who writes, and what it prints twice is the same. Who may start commands reads the database itself, so
 * that an event would tell of some of what they read; what the page hands out leaves one.
 */
export const exportCommand: Command = {
  usage: 'export commissions --from D --to D [--affiliate uid] | export evaluation --month M | export payout --batch ID | export audit --from D --to D',
  async run({ database, clock }, words) {
    const { positionals, values } = readArguments(words, ['commissions|evaluation|payout|audit'], {
      from: { type: 'string' }, to: { type: 'string' }, month: { type: 'string' }, affiliate: { type: 'string' }, batch: { type: 'string' },
    });
    const range = () => ({ from: requiredDay(values['from'], 'from'), to: requiredDay(values['to'], 'to') });
    const affiliate = typeof values['affiliate'] === 'string' ? { affiliate: values['affiliate'] } : {};
    switch (positionals[0]) {
      case 'commissions':
        await print(await exportCommissions(database.read, { ...range(), ...affiliate }, clock.now()));
        break;
      case 'evaluation':
        await print(await exportEvaluation(database.read, requiredMonth(values['month'], 'month'), clock.now()));
        break;
      case 'payout':
        await print(await exportPayout(database.read, requiredNumber(values['batch'], 'batch')));
        break;
      case 'audit':
        await print(exportAudit(database.read, range()));
        break;
      default:
        throw new UsageError(`no export ${positionals[0]}`);
    }
    return { exit: EXIT.done };
  },
};

function requiredNumber(value: string | boolean | undefined, name: string): string {
  const text = requiredText(value, name);
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new UsageError(`--${name} is no number: ${text}`);
  return text;
}

async function print(chunks: AsyncIterable<string>): Promise<void> {
  for await (const chunk of chunks) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
}
