import { backupCommand, restoreCommand } from './backup.ts';
import type { Command } from './command.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { runCommand } from './run.ts';
import { migrateCommand, rollbackCommand } from './schema.ts';
import { seedCommand } from './seed.ts';
import { serveCommand, startCommand } from './serve.ts';
import { staffCommand } from './staff.ts';
import { verifyCommand } from './verify.ts';
import { workCommand } from './work.ts';

/** By name, as typed. */
export const commands: Record<string, Command> = {
  migrate: migrateCommand,
  rollback: rollbackCommand,
  seed: seedCommand,
  start: startCommand,
  serve: serveCommand,
  import: importCommand,
  run: runCommand,
  export: exportCommand,
  verify: verifyCommand,
  backup: backupCommand,
  restore: restoreCommand,
  staff: staffCommand,
  work: workCommand,
};
