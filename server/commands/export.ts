import { once } from 'node:events';
import { systemActor, type AuditChanges } from '../audit/contract.ts';
import type { Context } from '../context.ts';
import { exportAudit, exportCommissions, exportEvaluation, exportPayout } from '../exports/exports.ts';
import { recordExport, type MadeExport } from '../exports/made.ts';
import { readArguments, requiredDay, requiredMonth, requiredText } from './arguments.ts';
import { EXIT, UsageError, type Command } from './command.ts';

export const exportCommand: Command = {
  usage: 'export commissions --from D --to D [--affiliate uid] | export evaluation --month M | export payout --batch ID | export audit --from D --to D',
  async run(context, words) {
    const { database, clock } = context;
    const { positionals, values } = readArguments(words, ['commissions|evaluation|payout|audit'], {
      from: { type: 'string' }, to: { type: 'string' }, month: { type: 'string' }, affiliate: { type: 'string' }, batch: { type: 'string' },
    });
    const range = () => ({ from: requiredDay(values['from'], 'from'), to: requiredDay(values['to'], 'to') });
    const affiliate = typeof values['affiliate'] === 'string' ? { affiliate: values['affiliate'] } : {};
    switch (positionals[0]) {
      case 'commissions': {
        const asked = { ...range(), ...affiliate };
        await handOut(context, { subject_type: 'commissions', asked: narrowed(asked) }, await exportCommissions(database.read, asked, clock.now()));
        break;
      }
      case 'evaluation': {
        const month = requiredMonth(values['month'], 'month');
        await handOut(context, { subject_type: 'evaluations', asked: narrowed({ month }) }, await exportEvaluation(database.read, month, clock.now()));
        break;
      }
      case 'payout': {
        const id = requiredNumber(values['batch'], 'batch');
        await handOut(context, { subject_type: 'payouts', subject_id: id }, await exportPayout(database.read, id));
        break;
      }
      case 'audit': {
        const asked = range();
        await handOut(context, { subject_type: 'audit-events', asked: narrowed(asked) }, exportAudit(database.read, asked));
        break;
      }
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

function narrowed(by: object): AuditChanges {
  return Object.fromEntries(Object.entries(by).map(([name, value]) => [name, { old: null, new: String(value) }]));
}

/** What is asked for may be handed out: that it is, is kept first. */
async function handOut({ database, clock }: Context, made: MadeExport, chunks: AsyncIterable<string>): Promise<void> {
  await recordExport(database, clock, systemActor, made);
  for await (const chunk of chunks) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
}
