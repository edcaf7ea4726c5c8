// Keys of triage. The place of a digit on the keyboard decides, not its character: with Shift, and
// on some keyboards without, it is another one. Nothing happens while someone types or under an
// open dialog.

import { type Decision, RECURRENCES, SEVERITIES, type Triage } from '@core/record/model';
import { useEffect, useEffectEvent } from 'react';
import { useStore } from '../../store/store';
import { type KeyUse, whichUse } from '../../ui/key-names';
import { isTyping } from '../../ui/text-fields';

export interface TriageKeyActions {
  choose(part: Pick<Triage, 'severity'> | Pick<Triage, 'recurrence'>): void;
  accept(): void;
  decide(decision: Decision): void;
  cancel(): void;
}

const DIGITS = ['1', '2', '3', '4', '5'];

/** What stands on the page and in the list of keys; digits are told by their place, see below. */
export const TRIAGE_KEYS = {
  bad: { name: 'How bad it would have been', keys: DIGITS },
  likely: { name: 'How likely it is to recur', keys: DIGITS.map((digit) => `Shift+${digit}`) },
  accept: { name: 'Accept, and the next one', keys: ['Enter'] },
  undo: { name: 'Undo the last decision', keys: ['U'] },
  next: { name: 'Next, undecided', keys: ['J'] },
  previous: { name: 'Previous', keys: ['K'] },
  leave: { name: 'Leave', keys: ['Escape'] },
  'act now': { name: 'Act now', keys: ['A'] },
  investigate: { name: 'Investigate', keys: ['I'] },
  log: { name: 'Log', keys: ['L'] },
} as const satisfies Record<string, KeyUse>;

export function useTriageKeys(actions: TriageKeyActions): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (isSpoken(event)) return;
    if (event.key === 'Escape') actions.cancel();
    else if (isTyping(event.target) || !act(event, actions)) return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** U and Escape, where there is no near miss in front. */
export function useSittingKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isSpoken(event) || isTyping(event.target)) return;
      const use = whichUse(TRIAGE_KEYS, event);
      const { moveTriage, takeBackTriage, go } = useStore.getState();
      if (use === 'undo') void takeBackTriage();
      else if (use === 'previous') moveTriage(-1);
      else if (use === 'leave') go({ name: 'home' });
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** The key means something else: to whoever has handled it, to the system, to a dialog. */
function isSpoken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  return document.querySelector('[role="dialog"]') !== null;
}

/** Does what the key says; false when it says nothing here. */
function act(event: KeyboardEvent, actions: TriageKeyActions): boolean {
  const place = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
  if (place) {
    const index = Number(place) - 1;
    actions.choose(
      event.shiftKey
        ? { recurrence: RECURRENCES[index] ?? null }
        : { severity: SEVERITIES[index] ?? null },
    );
    return true;
  }
  if (event.key === 'Enter') {
    // A button that has the focus is pressed itself.
    if (event.target instanceof Element && event.target.closest('button, a, summary')) return false;
    // One press decides on one: a key that is held down does not go through all of them.
    if (!event.repeat) actions.accept();
    return true;
  }
  const use = whichUse(TRIAGE_KEYS, event);
  const { moveTriage, takeBackTriage } = useStore.getState();
  if (use === 'act now' || use === 'investigate' || use === 'log') {
    if (!event.repeat) actions.decide(use);
  } else if (use === 'next') moveTriage(1);
  else if (use === 'previous') moveTriage(-1);
  else if (use === 'undo') void takeBackTriage();
  else return false;
  return true;
}
