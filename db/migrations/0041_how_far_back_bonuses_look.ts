import type { Migration } from './migration.ts';

/**
 * CAM-4: the oldest instant of which something was learnt since the last bonus run was opened. A run looks at the campaigns that this
 * can concern, and at those in which something could be earned since the run before; 0: at every one, as the first run does.
 */
export const howFarBackBonusesLook: Migration = {
  name: '0041_how_far_back_bonuses_look',
  up: () => ['ALTER TABLE engine_head ADD COLUMN learnt_from {{integer}} NOT NULL DEFAULT 0'],
  down: ['ALTER TABLE engine_head DROP COLUMN learnt_from'],
};
