import type { Feed } from '../contract.ts';
import type { FeedDefinition } from '../definition.ts';
import { accountEvents } from './account-events.ts';
import { accounts } from './accounts.ts';
import { activations } from './activations.ts';
import { prices } from './prices.ts';
import { ratios } from './ratios.ts';
import { trades } from './trades.ts';
import { transfers } from './transfers.ts';

export const feedDefinitions = {
  accounts,
  'account-events': accountEvents,
  activations,
  ratios,
  trades,
  transfers,
  prices,
} as unknown as Record<Feed, FeedDefinition<object>>;
