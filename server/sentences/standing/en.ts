import type { Phrases } from '../wording.ts';
import type { StandingCases } from './cases.ts';

const paid = 'What you earned until then is paid as usual.';

export const english: Phrases<StandingCases> = {
  moved_to_collaborator: ({ at, programme }, form) =>
    `On ${form.moment(at)} your account became a ${form.accountType('collaborator')}, which has a programme of its own; ` +
    `your participation in the programme “${programme}” ended at that instant. ${paid}`,
  account_type_changed: ({ at, programme, type }, form) =>
    `On ${form.moment(at)} the type of your account changed${type ? ` (now: ${form.accountType(type)})` : ''}. The ` +
    `programme “${programme}” is not open to this type, so your participation ended at that instant. ${paid}`,
  left: ({ at, programme }, form) => `Your participation in the programme “${programme}” ended on ${form.moment(at)}, as you wished. ${paid}`,
  leaving: ({ at }, form) => `Your participation ends on ${form.moment(at)}, as you wished. ${paid}`,
  terminated: ({ at, programme }, form) => `Your participation in the programme “${programme}” ended on ${form.moment(at)}.`,
  programme_ended: ({ at, programme }, form) =>
    `The programme “${programme}” ended on ${form.moment(at)}, and with it your participation. ${paid}`,
  type_only: ({ at, type }, form) => `On ${form.moment(at)} the type of your account changed; it is now: ${form.accountType(type)}.`,
  no_new_bindings: ({ at }, form) =>
    `Since ${form.moment(at)} no new users can be linked to you and no new campaigns joined. Users linked before stay linked, and earn as before.`,
  payout_on_hold: ({ at }, form) =>
    `Since ${form.moment(at)} your payouts are on hold. Commission goes on being recorded; once the hold ends, what is ` +
    'due is paid with the next daily payout.',
  no_accrual: ({ at }, form) =>
    `Since ${form.moment(at)} your referral account is not eligible for commission, and your payouts are on hold.`,
  lifted: ({ at }, form) =>
    `On ${form.moment(at)} all limits on your referral account ended; what was on hold and is due is paid with the next daily payout.`,
  no_new_bindings_over: ({ at, until }, form) =>
    `From ${form.moment(at)} to ${form.moment(until)} no new users could be linked to you and no new campaigns joined.`,
  no_accrual_over: ({ at, until }, form) =>
    `From ${form.moment(at)} to ${form.moment(until)} your referral account was not eligible for commission, and your payouts were on hold.`,
  hold_over: ({ at, until }, form) =>
    `Your payouts were on hold from ${form.moment(at)} to ${form.moment(until)}. What is due is paid with the next daily payout.`,
  as_asked: ({ at }, form) => `This follows what you asked for on ${form.day(at)}.`,
};
