import type { Logger } from 'pino';
import type { Database } from '../db/connection.ts';
import type { Clock } from './clock.ts';
import type { Settings } from './settings.ts';

/** What services and routers work with, made once at start and handed down. */
export interface Context {
  database: Database;
  clock: Clock;
  settings: Settings;
  log: Logger;
}
