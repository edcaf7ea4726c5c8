// When a page or a step appears, the focus goes into it, so that a screen reader says where one is
// and the next Tab goes on from there: to what the page itself has focused, else to the near miss
// that was picked out in a list one comes back to, else to the heading.

import { useEffect } from 'react';
import { isTyping } from '../ui/text-fields';

/** Where the focus was moved last, whichever part of the app that was; null at the start. */
let last: string | null = null;

/** `place` names what is shown; null when something in it takes the focus as soon as it is loaded. */
export function usePageFocus(place: string | null): void {
  useEffect(() => {
    const comesBack = last !== null && last !== place;
    last = place ?? '';
    if (place === null) return;
    return oncePageIsThere((page) => moveFocus(page, comesBack));
  }, [place]);
}

/** A page whose code is still being loaded comes later. Gives what ends the waiting. */
function oncePageIsThere(then: (page: Element) => void): (() => void) | undefined {
  const look = () => document.querySelector('main');
  const page = look();
  if (page) {
    then(page);
    return;
  }
  const observer = new MutationObserver(() => {
    const came = look();
    if (!came) return;
    observer.disconnect();
    then(came);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function moveFocus(page: Element, comesBack: boolean): void {
  // Whoever types beside the page types on.
  if (isTyping(document.activeElement)) return;
  if (page.contains(document.activeElement)) return;
  // A dialog keeps the focus to itself.
  if (document.querySelector('[role="dialog"]')) return;
  if (comesBack && page.querySelector('[role="listbox"]')) {
    // A list draws its rows once it knows how much of it is in sight.
    if (focusRow(page)) return;
    requestAnimationFrame(() => {
      if (!page.contains(document.activeElement)) focusRow(page) || focusHeading();
    });
    return;
  }
  focusHeading();
}

/** To the row that the keyboard is at; says whether there is one. */
function focusRow(page: Element): boolean {
  const row = page.querySelector<HTMLElement>('[role="option"][tabindex="0"]');
  row?.focus();
  return row !== null;
}

/** To the heading of the page, which is nothing to press and says where one is. */
export function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}
