import type { Migration } from './migration.ts';

export const importsWorkerAndControlSum: Migration = {
  name: '0012_imports_worker_and_control_sum',
  up: () => [
    // the name of the process that is at it (db/presence.ts): a running import whose process is gone was left
    'ALTER TABLE imports ADD COLUMN worker {{text}}',
    // what the numbers of its rows come to (server/imports/control.ts), for `verify`; NULL where none was kept
    'ALTER TABLE imports ADD COLUMN control_units {{integer}}',
    'ALTER TABLE imports ADD COLUMN control_fraction_e8 {{integer}}',
  ],
  down: [
    'ALTER TABLE imports DROP COLUMN control_fraction_e8',
    'ALTER TABLE imports DROP COLUMN control_units',
    'ALTER TABLE imports DROP COLUMN worker',
  ],
};
