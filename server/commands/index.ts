import type { Command } from './command.ts';

/**
 * By name, as typed. Each is loaded when it is asked for: a worker that takes in a file should not wait for the web server's
 * modules.
 */
export const commands: Record<string, () => Promise<Command>> = {
  migrate: async () => (await import('./schema.ts')).migrateCommand,
  rollback: async () => (await import('./schema.ts')).rollbackCommand,
  seed: async () => (await import('./seed.ts')).seedCommand,
  start: async () => (await import('./serve.ts')).startCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
  import: async () => (await import('./import.ts')).importCommand,
  run: async () => (await import('./run.ts')).runCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./backup.ts')).restoreCommand,
  staff: async () => (await import('./staff.ts')).staffCommand,
  work: async () => (await import('./work.ts')).workCommand,
};
