import { call } from './commands/call.ts';

/** The one way in: `main.js <command> …`. Results to stdout, everything else to stderr (CONTRACT 2). */
process.exitCode = await call(process.argv.slice(2), process.env, (line) => void process.stdout.write(line));
