// The door as each window has it: a page asks only what its window is there for, and gets only
// what may stand in it. A page of no window of ours gets nothing.

import { AppError, serialiseError } from '@core/errors';
import { answerFor, mayAsk, type WindowRole } from '@core/ipc/roles';
import type { Door } from '../ipc/handle';

export function discreetDoor(door: Door, roleOf: (page: number) => WindowRole | null): Door {
  return async (event, channel, payload, library) => {
    const role = roleOf(event.sender.id);
    if (role === null || !mayAsk(role, channel)) {
      const error = new AppError('not-allowed', 'This window may not ask for that.');
      return { ok: false, error: serialiseError(error) };
    }
    const answer = await door(event, channel, payload, library);
    return answer.ok ? { ok: true, value: answerFor(role, channel, answer.value) } : answer;
  };
}
