import type { z } from 'zod';
import type { Database } from '../../db/connection.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import type { Clock } from '../clock.ts';
import { insertFreeText } from '../free-texts/store.ts';
import { Refusal } from '../refusal.ts';
import type { newNote } from './contract.ts';
import { affiliateOf, insertNote } from './store.ts';

/**
 * Writes a note beside something that is there; answers its id. Notes are never edited, and their text never enters the audit: it is
 * kept where it can be erased (DESIGN 5). Refuses `bad_value` where there is no such subject.
 */
export async function writeNote(database: Database, clock: Clock, actor: Actor, note: z.infer<typeof newNote>): Promise<number> {
  const { subject_type, subject_id, kind, text } = note;
  return database.transaction(async (transaction) => {
    const at = clock.now();
    const affiliate_id = await affiliateOf(transaction, subject_type, subject_id);
    if (affiliate_id === undefined) throw new Refusal('bad_value', { field: 'subject_id' }, 'subject_id: there is no such thing.');
    const text_id = await insertFreeText(transaction, affiliate_id, text);
    const id = await insertNote(transaction, {
      subject_type, subject_id, affiliate_id, kind, text_id, author: actor.name, author_id: actor.staff_id, at,
    });
    await writeAudit(transaction, {
      at,
      actor,
      action: 'note.written',
      subject_type: 'notes',
      subject_id: String(id),
      changes: {
        subject_type: { old: null, new: subject_type },
        subject_id: { old: null, new: subject_id },
        kind: { old: null, new: kind },
      },
    });
    return id;
  });
}
