import type { Actor } from '../audit/contract.ts';
import { canonicalJson } from '../audit/canonical.ts';
import { writeAudit } from '../audit/service.ts';
import { readHead } from '../audit/store.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { ConcludeBody, NewSample, SampleFilter, SignOffBody } from './contract.ts';
import { drawRecords } from './draw.ts';
import { performRecords } from './perform.ts';
import { faultOfConclusion, mayConclude } from './rules.ts';
import { concludeRow, findRecord, insertSample, lockSample, signRow, type StoredSample } from './store.ts';

type Desk = Pick<Context, 'database' | 'clock'>;

const SEED_LENGTH = 32;

/**
 * Draws records and performs each again on the spot, over one state of the database; answers the sample's id. Refuses `nothing_to_draw` where no
 * record fits.
 */
export async function drawSample({ database, clock }: Desk, actor: Actor, { seed: given, filter, size }: NewSample): Promise<number> {
  const asked = withoutGaps(filter);
  const { seed, draw, performed } = await database.snapshot(async (connection) => {
    const word = given ?? (await readHead(connection)).hash.slice(0, SEED_LENGTH);
    const made = await drawRecords(connection, { seed: word, filter, size });
    return { seed: word, draw: made, performed: await performRecords(connection, made.drawn.map(({ record_id }) => record_id)) };
  });
  if (draw.population === 0) throw new Refusal('nothing_to_draw', { filter: asked });
  return database.transaction(async (transaction) => {
    const at = clock.now();
    const id = await insertSample(transaction, { seed, filter: canonicalJson(asked), size, draw, performed }, actor, at);
    await writeAudit(transaction, {
      at, actor, action: 'audit_sample.drawn', subject_type: 'audit-samples', subject_id: String(id),
      changes: {
        seed: { old: null, new: seed }, filter: { old: null, new: asked }, size: { old: null, new: size },
        population: { old: null, new: draw.population }, last_record_id: { old: null, new: draw.last_record_id },
        record_ids: { old: null, new: draw.drawn.map(({ record_id }) => record_id) },
        differing: { old: null, new: performed.filter(({ agrees }) => !agrees).map(({ record_id }) => record_id) },
      },
    });
    return id;
  });
}

/** What the filter names, and nothing else. */
function withoutGaps(filter: SampleFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/**
 * What a person concludes about one record; it may be thought over until the sign-off. Refuses `not_found`, `signed_off`, and `bad_value` for a
 * difference that is taken as recorded and for what is said without a note.
 */
export async function concludeRecord({ database, clock }: Desk, actor: Actor, id: number, { conclusion, note }: ConcludeBody): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const record = await findRecord(transaction, id);
    if (!record) throw new Refusal('not_found', { id: String(id) });
    openSample(await lockSample(transaction, record.sample_id));
    const field = faultOfConclusion(record.agrees === 1, conclusion, note);
    if (field === 'note') throw new Refusal('bad_value', { field }, 'note: says why.');
    if (field === 'conclusion') throw new Refusal('bad_value', { field }, 'conclusion: what differs is explained or an exception.');
    await concludeRow(transaction, id, { conclusion, note: note ?? null, by: actor.name, at });
    await writeAudit(transaction, {
      at, actor, action: 'audit_sample.concluded', subject_type: 'audit-samples', subject_id: String(record.sample_id), reason: note ?? null,
      changes: { record_id: { old: null, new: record.record_id }, conclusion: { old: record.conclusion, new: conclusion } },
    });
  });
}

/** One person puts their name under it; from then on nothing of it changes. Refuses `not_found`, `signed_off`, `not_concluded`, `bad_value`. */
export async function signOff({ database, clock }: Desk, actor: Actor, id: number, { conclusion, comment }: SignOffBody): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const sample = openSample(await lockSample(transaction, id));
    if (sample.unconcluded > 0) throw new Refusal('not_concluded', { unconcluded: sample.unconcluded });
    if (!mayConclude(conclusion, sample.exceptions)) {
      throw new Refusal('bad_value', { field: 'conclusion', exceptions: sample.exceptions }, 'conclusion: a sample with an exception is not satisfactory.');
    }
    await signRow(transaction, id, { conclusion, comment, by: actor.name, by_id: actor.staff_id, at });
    await writeAudit(transaction, {
      at, actor, action: 'audit_sample.signed_off', subject_type: 'audit-samples', subject_id: String(id), reason: comment,
      changes: { conclusion: { old: null, new: conclusion }, exceptions: { old: null, new: sample.exceptions } },
    });
  });
}

function openSample(sample: StoredSample | undefined): StoredSample {
  if (!sample) throw new Refusal('not_found');
  if (sample.signed_at !== null) throw new Refusal('signed_off');
  return sample;
}
