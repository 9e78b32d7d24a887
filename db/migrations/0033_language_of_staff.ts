import type { Migration } from './migration.ts';

export const languageOfStaff: Migration = {
  name: '0033_language_of_staff',
  up: () => [
    // In which language somebody reads the console; null: as their browser says.
    "ALTER TABLE staff ADD COLUMN language {{text}} CHECK (language IN ('en', 'fr', 'de', 'fa'))",
  ],
  down: ['ALTER TABLE staff DROP COLUMN language'],
};
