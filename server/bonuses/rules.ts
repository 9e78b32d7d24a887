import type { WaitReason } from './contract.ts';

/** What a campaign has left; e8 of its currency. `used`: by affiliate. */
export interface Room {
  budget: bigint;
  cap: bigint | null;
  committed: bigint;
  used: Map<number, bigint>;
}

/** All rewards of one invitee's tasks: both sides or none. */
export interface Claim {
  affiliate_id: number;
  cost: bigint;
}

/**
 * CAM-4: who gets something, in the order in which they have earned it: never above the budget, nor above the cap of one affiliate, which
 * counts what its invitees get too. What does not fit waits, and a smaller one behind it may fit. Moves `room` on.
 */
export function allot<T extends Claim>(claims: T[], room: Room): { awarded: T[]; waiting: { claim: T; reason: WaitReason }[] } {
  const awarded: T[] = [];
  const waiting: { claim: T; reason: WaitReason }[] = [];
  for (const claim of claims) {
    const used = room.used.get(claim.affiliate_id) ?? 0n;
    if (room.committed + claim.cost > room.budget) waiting.push({ claim, reason: 'budget_exhausted' });
    else if (room.cap !== null && used + claim.cost > room.cap) waiting.push({ claim, reason: 'cap_reached' });
    else {
      room.committed += claim.cost;
      room.used.set(claim.affiliate_id, used + claim.cost);
      awarded.push(claim);
    }
  }
  return { awarded, waiting };
}
