import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemActor } from '../audit/contract.ts';
import type { Context } from '../context.ts';
import { feeds, type Feed } from '../feeds/contract.ts';
import { settleLeftImports } from '../imports/left.ts';
import { headLine, rejectLines, rejectsCsv } from '../imports/rejects-csv.ts';
import type { ImportOutcome } from '../imports/dry-run.ts';
import { importFile } from '../imports/service.ts';
import { Refusal } from '../refusal.ts';
import { readArguments } from './arguments.ts';
import { EXIT, UsageError, type Command } from './command.ts';

export const importCommand: Command = {
  usage: 'import <feed> <file> [--dry-run] [--rejects out.csv]',
  async run(context, words) {
    const { positionals, values } = readArguments(words, ['<feed>', '<file>'], { 'dry-run': { type: 'boolean' }, rejects: { type: 'string' } });
    const [feed, file] = positionals as [Feed, string];
    if (!feeds.includes(feed)) throw new UsageError(`no feed ${feed}: ${feeds.join(', ')}`);
    const size = await stat(file).then((found) => found.size, () => null);
    if (size === null) throw new UsageError(`no file ${file}`);
    const job = { feed, file_name: basename(file), bytes_total: size, dry_run: values['dry-run'] === true, actor: systemActor };
    await settleLeftImports(context);
    const rejectsPath = typeof values['rejects'] === 'string' ? values['rejects'] : null;
    try {
      const outcome = await importFile(context.database, context.clock, job, createReadStream(file));
      if (rejectsPath) await writeRejects(context, feed, outcome, rejectsPath);
      const { rejected, conflicts } = outcome.figures;
      return { result: outcome.figures, exit: rejected + conflicts > 0 ? EXIT.findings : EXIT.done };
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'bad_csv') throw error;
      const { line = null, accepted_before_failure = 0, import_id } = error.details;
      if (rejectsPath && typeof import_id === 'string') await writeStoredRejects(context, feed, Number(import_id), rejectsPath);
      return {
        result: { error: { code: error.code, message: error.message, details: error.details }, accepted_before_failure, line },
        exit: EXIT.failed,
      };
    }
  },
};

async function writeRejects(context: Context, feed: Feed, outcome: ImportOutcome, path: string): Promise<void> {
  const { import_id } = outcome.figures;
  if (import_id !== null) return writeStoredRejects(context, feed, Number(import_id), path);
  const body = outcome.rejects.length === 0 ? '' : rejectLines(feed, outcome.rejects);
  await pipeline(Readable.from([headLine(feed) + body]), createWriteStream(path));
}

async function writeStoredRejects(context: Context, feed: Feed, importId: number, path: string): Promise<void> {
  await pipeline(Readable.from(rejectsCsv(context.database.read, feed, importId)), createWriteStream(path));
}
