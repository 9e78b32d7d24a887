export type Tone = 'default' | 'success' | 'warning' | 'error' | 'info';

const tones: Record<string, Tone> = {
  pending: 'warning',
  approved: 'success',
  rejected: 'error',
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
};

/** The colour of a state; one that is not listed stays grey. */
export function toneOf(state: string): Tone {
  return tones[state] ?? 'default';
}
