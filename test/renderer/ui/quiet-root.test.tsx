// React does not hear of letters on their way to a rich text editor; it hears of all else, and
// everyone who listens without React hears of those letters too.

import { createQuietRoot } from '@renderer/ui/quiet-root';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

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
          <button type="button">In it</button>
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

test('of a letter that does not leave the editor it hears nothing', () => {
  const editor = container.querySelector('p');
  for (const type of ['keydown', 'keyup', 'input']) {
    editor?.addEventListener(type, (event) => event.stopPropagation());
  }
  for (const type of ['keydown', 'keypress', 'keyup']) fire('p', key(type, { key: 'e' }));
  for (const type of ['beforeinput', 'input']) fire('p', new InputEvent(type, { bubbles: true }));
  expect(heard).toEqual([]);
});

test('of every other key, of a letter with a modifier and of clicks it hears', () => {
  fire('p', key('keydown', { key: 'Escape' }));
  fire('p', key('keydown', { key: 'b', ctrlKey: true }));
  fire('p', key('keydown', { key: '3', altKey: true }));
  fire('p', key('keyup', { key: 'Enter' }));
  fire('p', new MouseEvent('click', { bubbles: true }));
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

test('of what is not meant for the editor but for something in it, it hears all', () => {
  fire('button', key('keydown', { key: 'e' }));
  expect(heard).toEqual(['keydown e', 'keydown e']);
});

test('nobody of React is called before the editor has read its text, nor of a selection', () => {
  const add = vi.spyOn(EventTarget.prototype, 'addEventListener');
  createQuietRoot(document.createElement('div'));
  const heard = add.mock.calls.map(([type, , options]) => {
    const isDownwards = typeof options === 'object' ? options?.capture : options;
    return `${type} ${isDownwards ? 'down' : 'up'}`;
  });
  add.mockRestore();
  const ofLetters = /^(keydown|keyup|keypress|beforeinput|input|textInput|selectionchange) /;
  expect(heard.filter((one) => ofLetters.test(one)).sort()).toEqual([
    'input up',
    'keydown down',
    'keydown up',
    'keyup up',
  ]);
});

test('others at the root, the document and the window hear of the letter', () => {
  const others: string[] = [];
  const places = { root: container, document, window };
  const stops = Object.entries(places).map(([name, place]) => {
    const note = () => others.push(name);
    place.addEventListener('keydown', note);
    return () => place.removeEventListener('keydown', note);
  });
  fire('p', key('keydown', { key: 'e' }));
  for (const stop of stops) stop();
  expect(others).toEqual(['root', 'document', 'window']);
});
