// The one error that crosses processes: a stable code for code, a sentence for people, and
// details for whoever has to look closer. Everything else that is thrown is a bug.

export type ErrorCode =
  | 'bad-request' // the payload did not match the contract
  | 'not-allowed' // the sender may not call this
  | 'no-library' // nothing is open, or not what was meant
  | 'not-a-library' // the chosen folder cannot be opened as a library
  | 'in-use' // another Close Call on this machine has it open
  | 'not-found' // the record or file is gone
  | 'read-only' // a newer format, or a folder that cannot be written
  | 'unreadable' // the file cannot be read as a record
  | 'conflict' // the same place was changed outside the app
  | 'not-saved' // the disk refused
  | 'not-exported' // the export could not be written
  | 'cancelled' // a person said stop
  | 'unexpected'; // a bug

export interface SerialisedError {
  code: ErrorCode;
  message: string;
  details: Record<string, string>;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, string>;

  constructor(code: ErrorCode, message: string, details: Record<string, string> = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** Whether a thrown value is the app's own, of one of these codes. */
export function hasCode(error: unknown, ...codes: readonly ErrorCode[]): error is AppError {
  return error instanceof AppError && codes.includes(error.code);
}

/** What a thrown value says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Any thrown value as plain data, ready to cross a process boundary. */
export function serialiseError(error: unknown): SerialisedError {
  if (error instanceof AppError) {
    return { code: error.code, message: error.message, details: error.details };
  }
  const message = messageOf(error);
  return {
    code: 'unexpected',
    message: `Something unexpected went wrong: ${message}`,
    details: {},
  };
}

/** The inverse of {@link serialiseError}, on the other side. */
export function reviveError(error: SerialisedError): AppError {
  return new AppError(error.code, error.message, error.details);
}
