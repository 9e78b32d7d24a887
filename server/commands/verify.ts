import { verify } from '../verify/service.ts';
import { readArguments } from './arguments.ts';
import { EXIT, type Command } from './command.ts';

export const verifyCommand: Command = {
  usage: 'verify',
  async run({ database, settings }, words) {
    readArguments(words, []);
    const checks = await verify(database, settings.auditHeadDir);
    return { result: { checks }, exit: checks.some((check) => check.wrong > 0) ? EXIT.findings : EXIT.done };
  },
};
