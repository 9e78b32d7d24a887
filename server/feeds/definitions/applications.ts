import type { Transaction } from '../../../db/statement.ts';
import type { KnownAccount } from '../../accounts/by-uid.ts';
import { insertApplication, storedApplications, type Application } from '../../applications/store.ts';
import { systemActor } from '../../audit/contract.ts';
import { lockHead } from '../../engine/head.ts';
import type { FeedDefinition, Landing, LandingContext } from '../definition.ts';
import { settleRepeated, settleStored, settleUids } from '../keyed.ts';
import { readId, readInstant, readText, type RawRow } from '../values.ts';

const compared = { uid: 'uid', applied_at: 'applied_at', channels: 'channels', audience: 'audience', text: 'text' } as const;

function read(raw: RawRow): Application {
  return {
    application_id: readId(raw, 'application_id'),
    uid: readId(raw, 'uid'),
    applied_at: readInstant(raw, 'applied_at'),
    channels: readText(raw, 'channels'),
    audience: readText(raw, 'audience'),
    text: readText(raw, 'text'),
  };
}

/** ENR-6: what somebody wrote waits for a decision; whether the account fits is asked then. */
async function land(transaction: Transaction, chunk: Landing<Application>[], context: LandingContext): Promise<void> {
  await lockHead(transaction);
  const stored = await storedApplications(transaction, chunk.map((row) => row.parsed.application_id));
  settleStored(chunk, 'application_id', stored, compared);
  const accounts = await settleUids(transaction, chunk, 'applied_at');
  settleRepeated(chunk, 'application_id', compared);
  for (const { outcome, parsed } of chunk) {
    if (outcome !== 'accepted') continue;
    const account_id = (accounts.get(parsed.uid) as KnownAccount).id;
    await insertApplication(
      transaction, { ...parsed, account_id }, { source: 'feed', import_id: context.import_id, at: context.at, actor: systemActor },
    );
  }
}

export const applications: FeedDefinition<Application> = { feed: 'applications', chunkRows: 200, read, land };
