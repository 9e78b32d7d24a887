/** What waits, who has it in hand, and how the lists are set up. */
export const worklist = {
  waiting: 'waiting: %{count}',
  waitingCapped: 'waiting: more than %{count}',
  decidedMeanwhile: '%{who} has decided this meanwhile: %{state}.',
  theConsole: 'The console',
};
