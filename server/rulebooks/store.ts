import type { ListSource } from '../lists/source.ts';

/** All versions of the three programmes' rules; a handful. */
export const rulebooksSource: ListSource = {
  resource: 'rulebooks',
  from: 'rulebooks g',
  parameters: {},
  fields: {
    id: { sql: 'g.id' },
    programme: { sql: 'g.programme', plain: true },
    version: { sql: 'g.version' },
    effective_from: { sql: 'g.effective_from' },
    effective_to: { sql: 'g.effective_to' },
    state: { sql: 'g.state', plain: true },
    document: { sql: 'g.document' },
    proposed_by: { sql: 'g.proposed_by' },
    proposed_at: { sql: 'g.proposed_at' },
    decided_by: { sql: 'g.decided_by', nullable: true },
    decided_at: { sql: 'g.decided_at', nullable: true },
  },
  small: true,
  newest: '(SELECT max(id) FROM rulebooks)',
};
