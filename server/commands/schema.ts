import { migrate, rollback } from '../../db/migrate.ts';
import { readArguments } from './arguments.ts';
import { EXIT, type Command } from './command.ts';

export const migrateCommand: Command = {
  usage: 'migrate',
  async run({ database }, words) {
    readArguments(words, []);
    return { result: { applied: await migrate(database) }, exit: EXIT.done };
  },
};

export const rollbackCommand: Command = {
  usage: 'rollback',
  async run({ database }, words) {
    readArguments(words, []);
    return { result: { rolled_back: await rollback(database) }, exit: EXIT.done };
  },
};
