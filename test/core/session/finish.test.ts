// Proves what finishing a session writes: its facts, and the status that follows from them.

import type { Action, Triage } from '@core/record/model';
import { finishedFields, statusAfterSession } from '@core/session/finish';
import { startSession } from '@core/session/session';
import { describe, expect, it, test } from 'vitest';

const TRIAGE: Triage = { severity: null, recurrence: null, decision: null, reason: '', review: '' };
const action = (done: string): Action => ({
  id: '',
  what: '',
  kind: null,
  owner: '',
  due: '',
  effort: null,
  done,
});

describe('the status after a session', () => {
  test.each<[Triage['decision'], string[], string]>([
    [null, [], 'investigating'],
    ['act now', [], 'investigating'],
    ['investigate', [''], 'investigating'],
    ['act now', ['', '2026-11-20'], 'investigating'],
    ['act now', ['2026-11-20'], 'learned'],
    [null, ['2026-11-20', '2026-11-21'], 'learned'],
    ['log', [], 'logged'],
    ['log', [''], 'logged'],
  ])('with the decision “%s” and actions done on %j is %s', (decision, done, status) => {
    const fields = { triage: { ...TRIAGE, decision }, actions: done.map(action) };
    expect(statusAfterSession(fields)).toBe(status);
  });
});

describe('what is written', () => {
  const session = { ...startSession('key', 0, '2026-11-21'), spent: { story: 24 * 60_000 } };

  it('is when, how long, who and how many', () => {
    const full = { ...session, facilitator: ' Ana ', people: ['Sam', 'Lee', ' '] };
    expect(finishedFields(full, 'learned')).toEqual({
      status: 'learned',
      session: { held: '2026-11-21', minutes: 24, facilitator: 'Ana', people: 2 },
    });
  });

  it('is nothing where nothing was said', () => {
    expect(finishedFields(session, 'logged').session).toEqual({
      held: '2026-11-21',
      minutes: 24,
      facilitator: '',
      people: null,
    });
  });
});
