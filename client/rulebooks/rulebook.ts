import type { RulebookDocument } from '#contract/rulebooks';
import type { Row } from '../api/rows.ts';

/** A version of a programme's rules as it comes over the wire. */
export type Rulebook = Omit<Row<'rulebooks'>, 'document'> & { document: RulebookDocument };
