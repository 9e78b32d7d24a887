export const managers = {
  title: 'Account manager',
  none: 'Nobody looks after this affiliate.',
  assign: 'Assign',
  change: 'Change',
  ask: 'Who looks after %{uid}?',
  manager: 'Account manager',
  nobody: 'nobody',
  submit: 'Save',
  assigned: 'The account manager is changed.',
  mine: 'Looked after by me',
};
