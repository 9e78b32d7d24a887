export const notes = {
  title: 'Notes',
  none: 'Nothing has been noted yet.',
  write: 'New note',
  kind: 'Kind',
  hint: 'A note is never edited or deleted.',
  save: 'Write the note',
  saved: 'The note is written.',
  feedback: 'what the affiliate told us',
  show: 'Show',
  showAll: 'everything',
  noFeedback: 'The affiliate has not told us anything yet.',
};
