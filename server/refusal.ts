/**
 * Everything the console refuses, in one table: code → HTTP status and plain message.
 * A service throws a Refusal; HTTP and the command line put it into their own words.
 */
const refusals = {
  bad_request: [400, 'The request is not understood.'],
  needs_bound: [400, 'This question would read every record. Bound it first.'],
  unauthenticated: [401, 'Sign in first.'],
  bad_credentials: [401, 'E-mail or password is wrong.'],
  bad_token: [401, 'The link is used up, too old or wrong.'],
  second_factor_required: [401, 'The second factor is required.'],
  bad_second_factor: [401, 'The code is wrong, too old or was used already.'],
  forbidden: [403, 'Your role may not do this.'],
  own_request: [403, 'Nobody decides what they asked for.'],
  own_account: [403, 'Nobody changes their own place among the staff.'],
  bad_csrf_token: [403, 'The CSRF token is missing or wrong.'],
  bad_origin: [403, 'This request comes from another site.'],
  not_found: [404, 'There is no such thing.'],
  method_not_allowed: [405, 'This cannot be done with that method.'],
  already_enrolled: [409, 'An enrolment is open already.'],
  programme_not_running: [409, 'The programme is not running.'],
  account_type_not_eligible: [409, 'The account type is not eligible.'],
  kyc_not_advanced: [409, 'The account has not passed the identity checks.'],
  email_taken: [409, 'There is a member of staff with this e-mail address.'],
  last_of_role: [409, 'Nobody else has that role: it would be left to nobody.'],
  second_factor_on: [409, 'There is a second factor already.'],
  no_second_factor: [409, 'There is no second factor.'],
  not_pending: [409, 'This has been decided already.'],
  already_pending: [409, 'There is a pending request of this kind already.'],
  preview_changed: [409, 'It would now come out otherwise than in the preview that was seen.'],
  already_reversed: [409, 'This record is reversed already.'],
  payouts_stopped: [409, 'All payouts are stopped.'],
  not_stopped: [409, 'Payouts are not stopped.'],
  not_released: [409, 'This batch is not released yet.'],
  commission_run_missing: [409, 'The commission run of that day is not done yet.'],
  feed_incomplete: [409, 'A feed of that day is not complete by its manifest.'],
  stale: [409, 'What this was asked about has changed since.'],
  suspended: [409, 'The affiliate is suspended.'],
  evaluation_due: [409, 'The month that has ended is not evaluated yet.'],
  day_not_over: [409, 'That day is not over yet.'],
  month_not_over: [409, 'That month is not over yet.'],
  previous_month_open: [409, 'The month before is not evaluated yet.'],
  evaluation_pending: [409, 'The month before that day is not evaluated yet.'],
  not_concluded: [409, 'A record of this sample has no conclusion yet.'],
  signed_off: [409, 'This sample is signed off: nothing of it changes any more.'],
  claimed: [409, 'Somebody else has this in hand.'],
  name_taken: [409, 'There is one with this name already.'],
  too_many_views: [409, 'There are as many views of this list as one person can keep.'],
  code_taken: [409, 'There is a campaign with this code.'],
  not_draft: [409, 'This is no draft any more: it changes by a new version.'],
  wrong_state: [409, 'This cannot be done in the state that it is in.'],
  below_committed: [409, 'More than that is committed already.'],
  cannot_join: [422, 'This affiliate cannot join this campaign now.'],
  too_large_body: [413, 'The request is too large.'],
  bad_media_type: [415, 'The content type is not supported.'],
  not_enrolled: [422, 'No enrolment is open at that instant.'],
  before_enrolment: [422, 'That instant lies before the enrolment.'],
  effective_in_past: [422, 'This kind of change cannot hold from an earlier instant.'],
  nothing_to_draw: [422, 'No record fits this filter.'],
  no_change: [422, 'Nothing would change: it is so already.'],
  not_reversible: [422, 'There is nothing to reverse in this record.'],
  bad_value: [422, 'A value is not allowed.'],
  wrong_password: [422, 'The password is wrong.'],
  wrong_code: [422, 'The code is wrong, too old or was used already.'],
  bad_csv: [422, 'The file is not readable CSV.'],
  bad_header: [422, 'The header line does not name exactly the columns of the feed.'],
  too_many_requests: [429, 'Too many attempts. Try again later.'],
  internal: [500, 'Something went wrong on our side.'],
  bad_settings: [500, 'The settings are wrong.'],
  unavailable: [503, 'The console is not ready. Try again shortly.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type RefusalCode = keyof typeof refusals;

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: Record<string, unknown>;

  constructor(code: RefusalCode, details: Record<string, unknown> = {}, message: string = refusals[code][1]) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return refusals[this.code][0];
  }
}
