import type { Database } from '../../../db/connection.ts';
import { row, rows } from '../../../db/statement.ts';
import { assignManager } from '../../../server/account-managers/service.ts';
import { decideApplication } from '../../../server/applications/service.ts';
import type { Actor } from '../../../server/audit/contract.ts';
import { formatInstant } from '../../../server/calendar.ts';
import { joinByStaff } from '../../../server/campaigns/join.ts';
import { createCampaign, moveByVerb } from '../../../server/campaigns/service.ts';
import { approveVersion, previewVersion, proposeVersion } from '../../../server/campaigns/versions.ts';
import type { Clock } from '../../../server/clock.ts';
import { decideContent, submitContent } from '../../../server/content-reviews/service.ts';
import { demoStaff } from '../staff.ts';
import type { CampaignStep, DistributeStep, GrowthStep, StaffStep } from '../steps.ts';
import { takeFile } from '../take-routine.ts';

const growthSteps: readonly string[] = [
  'create-campaign', 'move-campaign', 'change-campaign', 'approve-campaign-change', 'join-campaign', 'decide-application', 'submit-content', 'decide-content',
  'assign-manager',
] satisfies GrowthStep['step'][];

export function isGrowthStep(step: StaffStep): step is Extract<StaffStep, GrowthStep> {
  return growthSteps.includes(step.step);
}

/** What staff do about campaigns, applications, content and care. */
export async function takeGrowthStep(database: Database, clock: Clock, actor: Actor, step: GrowthStep): Promise<void> {
  switch (step.step) {
    case 'decide-application': {
      const { id } = await theOne(database, `SELECT q.id FROM applications q JOIN accounts a ON a.id = q.account_id WHERE a.uid = :uid AND q.state = 'pending'`, {
        uid: step.uid,
      });
      return decideApplication(database, clock, actor, id, step.verb, step.comment);
    }
    case 'submit-content':
      await submitContent(database, clock, actor, step.content);
      return undefined;
    case 'decide-content': {
      const { affiliate_uid: uid, url, decision } = step;
      const { id } = await theOne(
        database,
        `SELECT q.id FROM content_reviews q JOIN accounts a ON a.id = q.affiliate_id WHERE a.uid = :uid AND q.url = :url AND q.state = 'pending'`,
        { uid, url },
      );
      return decideContent(database, clock, actor, id, decision);
    }
    case 'assign-manager': {
      const manager = demoStaff.find(({ email }) => email.split('@')[0] === step.manager);
      return assignManager(database, clock, actor, { uid: step.affiliate_uid, staff_email: manager?.email ?? null, reason: step.reason });
    }
    default:
      return takeCampaignStep(database, clock, actor, step);
  }
}

async function takeCampaignStep(database: Database, clock: Clock, actor: Actor, step: CampaignStep): Promise<void> {
  if (step.step === 'create-campaign') {
    await createCampaign(database, clock, actor, step.body);
    return;
  }
  const { id } = await theOne(database, 'SELECT c.id FROM campaigns c WHERE c.code = :code', { code: step.code });
  if (step.step === 'move-campaign') await moveByVerb(database, clock, actor, id, step.verb, step.comment);
  else if (step.step === 'join-campaign') await joinByStaff(database, clock, actor, id, step.affiliate_uid);
  else if (step.step === 'change-campaign') await proposeVersion(database, clock, actor, { ...step.change, campaign_id: String(id) });
  else await approveChange(database, clock, actor, id, step.comment);
}

async function approveChange(database: Database, clock: Clock, actor: Actor, campaign: number, comment: string): Promise<void> {
  const { id } = await theOne(database, `SELECT v.id FROM campaign_versions v WHERE v.campaign_id = :campaign AND v.state = 'pending'`, { campaign });
  const { version: preview } = await previewVersion(database.read, id, clock.now());
  return approveVersion(database, clock, actor, id, { comment, preview });
}

/** The one row that a question answers. */
async function theOne(database: Database, sql: string, parameters: Record<string, string | number>): Promise<{ id: number }> {
  const found = await row<{ id: number }>(database.read, sql, parameters);
  if (!found) throw new Error(`the demo world has nothing that answers: ${sql} ${JSON.stringify(parameters)}`);
  return found;
}

/** The other system's file about what is no cash (CAM-6); of what is confirmed already it says nothing more. */
export async function distributeBonuses(database: Database, clock: Clock, { day, fails }: DistributeStep): Promise<void> {
  const bonuses = await rows<{ id: number; uid: string; reward: string }>(
    database.read,
    `SELECT n.id, a.uid, n.reward FROM bonuses n JOIN accounts a ON a.id = n.invitee_id JOIN runs r ON r.id = n.run_id
     WHERE n.record_id IS NULL AND n.state = 'pending' AND r.period <= :day ORDER BY n.id`,
    { day },
  );
  if (bonuses.length === 0) return;
  const list = bonuses.map(({ id, uid, reward }) => {
    const failed = fails.includes(uid);
    const reference = reward === 'fee_voucher' ? `VCH-${String(id).padStart(6, '0')}` : `TRIAL-${String(id).padStart(6, '0')}`;
    return { bonus_id: String(id), status: failed ? 'failed' : 'distributed', at: formatInstant(clock.now()), reference: failed ? 'ACCOUNT_CLOSED' : reference };
  });
  await takeFile(database, clock, 'bonus-confirmations', list);
}
