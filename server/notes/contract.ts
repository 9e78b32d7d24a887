import { z } from 'zod';

export const noteSubjects = [
  'affiliates', 'status-changes', 'tier-reviews', 'commissions', 'reversals', 'corrections', 'payout-lines', 'applications', 'content-reviews',
] as const;
export type NoteSubject = (typeof noteSubjects)[number];
/** `feedback`: what the affiliate told us (ENR-8). */
export const noteKinds = ['note', 'feedback'] as const;

export const newNote = z.strictObject({
  subject_type: z.enum(noteSubjects),
  subject_id: z.string().min(1).max(64),
  kind: z.enum(noteKinds).default('note'),
  text: z.string().trim().min(1).max(4_000),
});

export interface NoteRow {
  id: string;
  subject_type: NoteSubject;
  subject_id: string;
  affiliate_uid: string | null;
  kind: (typeof noteKinds)[number];
  text: string;
  author: string;
  at: string;
}
