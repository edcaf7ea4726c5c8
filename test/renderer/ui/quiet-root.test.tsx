// React does not hear of letters typed into a rich text editor; it hears of all else, and everyone
// who listens without React hears of those letters too.

import { createQuietRoot } from '@renderer/ui/quiet-root';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';

let heard: string[] = [];
let container: HTMLElement;
let unmount: () => void;

beforeEach(async () => {
  heard = [];
  container = document.body.appendChild(document.createElement('div'));
  const root = createQuietRoot(container);
  const note = (event: { type: string; key?: string }) =>
    heard.push([event.type, event.key].filter(Boolean).join(' '));
  await act(async () =>
    root.render(
      // biome-ignore lint/a11y/noStaticElementInteractions: it stands for what is around an editor
      <div onKeyDown={note} onKeyDownCapture={note} onKeyUp={note} onInput={note} onClick={note}>
        <p data-lexical-editor="true" contentEditable="true" suppressContentEditableWarning>
          <b>text</b>
        </p>
        <input aria-label="A field" />
      </div>,
    ),
  );
  unmount = () => act(() => root.unmount());
});
afterEach(() => {
  unmount();
  container.remove();
});

const fire = (target: string, event: Event) =>
  container.querySelector(target)?.dispatchEvent(event);
const key = (type: string, init: KeyboardEventInit) =>
  new KeyboardEvent(type, { bubbles: true, ...init });

test('of a letter in the editor it hears nothing', () => {
  for (const type of ['keydown', 'keypress', 'keyup']) fire('b', key(type, { key: 'e' }));
  for (const type of ['beforeinput', 'input']) fire('b', new InputEvent(type, { bubbles: true }));
  expect(heard).toEqual([]);
});

test('of every other key, of a letter with a modifier and of clicks it hears', () => {
  fire('b', key('keydown', { key: 'Escape' }));
  fire('b', key('keydown', { key: 'b', ctrlKey: true }));
  fire('b', key('keydown', { key: '3', altKey: true }));
  fire('b', key('keyup', { key: 'Enter' }));
  fire('b', new MouseEvent('click', { bubbles: true }));
  expect(heard).toEqual([
    'keydown Escape',
    'keydown Escape',
    'keydown b',
    'keydown b',
    'keydown 3',
    'keydown 3',
    'keyup Enter',
    'click',
  ]);
});

test('of a letter in a field it hears all', () => {
  fire('input', key('keydown', { key: 'e' }));
  fire('input', new InputEvent('input', { bubbles: true }));
  expect(heard).toEqual(['keydown e', 'keydown e', 'input']);
});

test('others at the root, the document and the window hear of the letter', () => {
  const others: string[] = [];
  const places = { root: container, document, window };
  const stops = Object.entries(places).map(([name, place]) => {
    const note = () => others.push(name);
    place.addEventListener('keydown', note);
    return () => place.removeEventListener('keydown', note);
  });
  fire('b', key('keydown', { key: 'e' }));
  for (const stop of stops) stop();
  expect(others).toEqual(['root', 'document', 'window']);
});
