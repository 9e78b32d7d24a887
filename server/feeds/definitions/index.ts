import type { Feed } from '../contract.ts';
import type { FeedDefinition } from '../definition.ts';
import { accountEvents } from './account-events.ts';
import { accounts } from './accounts.ts';
import { activations } from './activations.ts';
import { applications } from './applications.ts';
import { bonusConfirmations } from './bonus-confirmations.ts';
import { campaignJoins } from './campaign-joins.ts';
import { deactivations } from './deactivations.ts';
import { manifests } from './manifests.ts';
import { payoutConfirmations } from './payout-confirmations.ts';
import { prices } from './prices.ts';
import { ratios } from './ratios.ts';
import { recalls } from './recalls.ts';
import { trades } from './trades.ts';
import { transfers } from './transfers.ts';

export const feedDefinitions = {
  accounts,
  'account-events': accountEvents,
  activations,
  deactivations,
  applications,
  ratios,
  trades,
  transfers,
  recalls,
  'campaign-joins': campaignJoins,
  prices,
  'payout-confirmations': payoutConfirmations,
  'bonus-confirmations': bonusConfirmations,
  manifests,
} as unknown as Record<Feed, FeedDefinition<object>>;
