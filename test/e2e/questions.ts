// The questions of a session's steps, as the room reads them.

export const QUESTIONS = [
  'What almost happened?',
  'What saved us?',
  'How close was it?',
  'What could have happened?',
  'What was there all along?',
  'What will we do about it?',
] as const;
