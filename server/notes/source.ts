import type { ListSource } from '../lists/source.ts';

/** The notes as a list, beside whatever they were written. */
export const noteSource: ListSource = {
  resource: 'notes',
  from: 'notes n LEFT JOIN accounts a ON a.id = n.affiliate_id LEFT JOIN free_texts f ON f.id = n.text_id',
  parameters: {},
  fields: {
    id: { sql: 'n.id' },
    subject_type: { sql: 'n.subject_type' },
    subject_id: { sql: 'n.subject_id' },
    affiliate_uid: {
      sql: 'a.uid',
      nullable: true,
      match: (values) => `n.affiliate_id IN (SELECT x.id FROM accounts x WHERE x.uid IN (${values}))`,
    },
    kind: { sql: 'n.kind' },
    text: { sql: 'f.text' },
    author: { sql: 'n.author' },
    at: { sql: 'n.at' },
  },
  search: { affiliate_uid: (parameter) => `n.affiliate_id = (SELECT x.id FROM accounts x WHERE x.uid = ${parameter})` },
  newest: '(SELECT max(id) FROM notes)',
};
