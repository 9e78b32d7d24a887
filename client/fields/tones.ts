export type Tone = 'default' | 'success' | 'warning' | 'error' | 'info';

const tones: Record<string, Tone> = {
  pending: 'warning',
  approved: 'success',
  rejected: 'error',
  applied: 'success',
  cancelled: 'default',
  lapsed: 'warning',
  superseded: 'default',
  withdrawn: 'default',
  running: 'info',
  done: 'success',
  failed: 'error',
  promotion: 'success',
  retention: 'default',
  demotion: 'warning',
  zero: 'default',
  open: 'info',
  held: 'warning',
  in_batch: 'info',
  paid: 'success',
  restricted: 'warning',
  frozen: 'warning',
  suspended: 'error',
  active: 'success',
  invited: 'info',
  disabled: 'default',
  conflict: 'warning',
  ready: 'warning',
  released: 'info',
  next: 'info',
  accepted: 'success',
  refused: 'error',
  complete: 'success',
  missing: 'error',
  exceeded: 'error',
  overridden: 'warning',
  scheduled: 'info',
  paused: 'warning',
  distributed: 'success',
  awarded: 'success',
  reached: 'info',
};

/** The colour of a state; one that is not listed stays grey. */
export function toneOf(state: string): Tone {
  return tones[state] ?? 'default';
}
