// The editor as a person meets it: by role, with keys and the clipboard.

import './dom';
import SectionEditor, { type SectionEditorProps } from '@renderer/editor/SectionEditor';
import type { SectionSource } from '@renderer/editor/section-source';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  type ElementNode,
  getNearestEditorFromDOMNode,
  type LexicalEditor,
  PASTE_COMMAND,
} from 'lexical';
import { StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';

const label = 'How close it was';

/** A section's words, kept somewhere. */
function sourceOf(markdown: string): SectionSource & { set(next: string): void } {
  let now = markdown;
  const listeners = new Set<() => void>();
  return {
    read: () => now,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    set: (next) => {
      now = next;
      for (const changed of listeners) changed();
    },
  };
}

/** What is heard above an editor of the keys, as `keydown e`, until `stop` is called. */
function listen() {
  const heard: string[] = [];
  const note = (event: Event) =>
    heard.push([event.type, (event as KeyboardEvent).key].filter(Boolean).join(' '));
  const types = ['keydown', 'keyup', 'input'];
  for (const type of types) window.addEventListener(type, note);
  const stop = () => {
    for (const type of types) window.removeEventListener(type, note);
  };
  return { heard, stop };
}

/** Renders a section whose store answers every change, the way the app does. */
function show(markdown: string, props: Partial<SectionEditorProps> = {}) {
  const onChange = vi.fn<(markdown: string) => void>();
  const source = sourceOf(markdown);
  const view = render(
    <StrictMode>
      <SectionEditor
        label={label}
        source={source}
        onChange={(next) => {
          onChange(next);
          source.set(next);
        }}
        {...props}
      />
    </StrictMode>,
  );
  const box = screen.getByRole('textbox', { name: label });
  const editor = getNearestEditorFromDOMNode(box);
  if (editor === null) throw new Error('no editor');
  return {
    ...view,
    box,
    editor,
    onChange,
    user: userEvent.setup(),
    saved: () => onChange.mock.lastCall?.[0],
    outside: (next: string) => act(() => source.set(next)),
  };
}

const edit = (editor: LexicalEditor, change: (root: ElementNode) => void) =>
  act(() => editor.update(() => change($getRoot()), { discrete: true }));

function $block(root: ElementNode, ...path: number[]): ElementNode {
  let node: ElementNode = root;
  for (const index of path) {
    const child = node.getChildAtIndex(index);
    if (!$isElementNode(child)) throw new Error('no element there');
    node = child;
  }
  return node;
}

const type = (editor: LexicalEditor, text: string) =>
  edit(editor, (root) => $block(root, 0).append($createTextNode(text)));
const press = (name: string) => screen.getByRole('button', { name });

async function paste(editor: LexicalEditor, data: Record<string, string>) {
  const event = new ClipboardEvent('paste', { cancelable: true });
  const getData = (type: string) => data[type] ?? '';
  Object.assign(event, { clipboardData: { types: Object.keys(data), files: [], getData } });
  await act(async () => void editor.dispatchCommand(PASTE_COMMAND, event));
}

describe('a section on the page', () => {
  it('is a text box with the heading’s name and shows its text', () => {
    const { box } = show('Disk at **94 %**.\n\n- [x] paged\n- [ ] slept\n\n<div>x</div>\n');
    expect(box.getAttribute('contenteditable')).toBe('true');
    expect(box.getAttribute('aria-multiline')).toBe('true');
    expect(box.getAttribute('spellcheck')).toBe('true');
    expect(within(box).getByText('94 %').tagName).toBe('STRONG');
    expect(
      within(box)
        .getAllByRole('checkbox')
        .map((task) => task.getAttribute('aria-checked')),
    ).toEqual(['true', 'false']);
    expect(within(box).getByRole('group', { name: 'Kept as source' }).textContent).toBe(
      '<div>x</div>',
    );
  });

  it('shows a link that names its definition as a link, and what a line holds as source', () => {
    const { box } = show('[a][b] ![c](d)\n\n[b]: https://e.f\n');
    expect(within(box).getByRole('link', { name: 'a' }).getAttribute('href')).toBe('https://e.f');
    expect(within(box).getByTitle('Kept as source').textContent).toBe('![c](d)');
    expect(within(box).getByRole('group', { name: 'Kept as source' }).textContent).toBe(
      '[b]: https://e.f',
    );
  });

  it('says nothing when it is opened, and says what was typed', () => {
    const { editor, onChange } = show('*a*\n\n* b\n');
    expect(onChange).not.toHaveBeenCalled();
    type(editor, '!');
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(onChange).toHaveBeenLastCalledWith('*a*!\n\n* b\n');
  });

  it('shows an outside change, without calling it an edit, and does not undo into it', async () => {
    const { box, editor, onChange, outside, user } = show('before\n');
    type(editor, ' typed');
    onChange.mockClear();
    outside('after\n');
    expect(box.textContent).toBe('after');
    expect(onChange).not.toHaveBeenCalled();
    await waitFor(() => expect(press('Undo').getAttribute('aria-disabled')).toBe('true'));
    await user.click(press('Undo'));
    expect(box.textContent).toBe('after');
  });

  it('is not set back by an answer that comes late', () => {
    const onChange = vi.fn();
    const source = sourceOf('');
    render(<SectionEditor label={label} onChange={onChange} source={source} />);
    const box = screen.getByRole('textbox', { name: label });
    const editor = getNearestEditorFromDOMNode(box);
    if (editor === null) throw new Error('no editor');
    for (const letter of 'abc') type(editor, letter);
    act(() => source.set('ab'));
    expect(box.textContent).toBe('abc');
    act(() => source.set('abc'));
    expect(box.textContent).toBe('abc');
    // Once answered, an older text can only be someone else's.
    act(() => source.set('ab'));
    expect(box.textContent).toBe('ab');
  });

  it('uses the record’s line end in a section that has none', () => {
    const { editor, saved } = show('', { lineEnd: '\r\n' });
    edit(editor, (root) => {
      $block(root, 0).append($createTextNode('a'));
      root.append($createParagraphNode().append($createTextNode('b')));
    });
    expect(saved()).toBe('a\r\n\r\nb');
  });

  it('keeps several sections apart', () => {
    render(
      <>
        <SectionEditor label="One" source={sourceOf('1')} onChange={() => {}} />
        <SectionEditor label="Two" source={sourceOf('2')} onChange={() => {}} />
      </>,
    );
    expect(screen.getByRole('textbox', { name: 'One' }).textContent).toBe('1');
    expect(screen.getByRole('textbox', { name: 'Two' }).textContent).toBe('2');
    expect(screen.getByRole('toolbar', { name: 'Formatting: Two' })).toBeTruthy();
  });

  it('can be read without being edited', () => {
    const { box } = show('text', { readOnly: true });
    expect(box.getAttribute('contenteditable')).toBe('false');
    expect(box.getAttribute('aria-readonly')).toBe('true');
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  it('sets no style attribute through HTML', () => {
    const html: string[] = [];
    const set = vi.spyOn(Element.prototype, 'setAttribute').mockImplementation(function (
      this: Element,
      name,
      value,
    ) {
      if (name === 'style') html.push(value);
      const attribute = document.createAttribute(name);
      attribute.value = value;
      this.setAttributeNode(attribute);
    });
    show('a\n\n| b |\n| :-: |\n| c |\n\n- d\n  - e\n\n```\nf\n```\n\n> g\n\n---\n');
    set.mockRestore();
    expect(html).toEqual([]);
  });
});

describe('the caret', () => {
  it('is put back where it was, or as near as the text still reaches', () => {
    const places: unknown[] = [];
    const at = (path: number[], offset: number) => {
      places.length = 0;
      const { unmount, editor } = show('one\n\n- two\n- three\n', {
        caret: { path, offset },
        onCaret: (read) => places.push(read()),
      });
      edit(editor, (root) => $block(root, 0).append($createTextNode('')));
      unmount();
      return places.at(-1);
    };
    expect(at([1, 1, 0], 2)).toEqual({ path: [1, 1, 0], offset: 2 });
    expect(at([1, 1, 0], 99)).toEqual({ path: [1, 1, 0], offset: 5 });
    expect(at([1, 7, 0], 1)).toEqual({ path: [1, 1, 0], offset: 5 });
    expect(at([9], 0)).toEqual({ path: [1, 1, 0], offset: 5 });
  });

  it('has the focus when asked for, and leaves it where it is otherwise', async () => {
    const { box, unmount } = show('a', { autoFocus: true });
    await waitFor(() => expect(document.activeElement).toBe(box));
    unmount();
    show('a', { caret: { path: [0, 0], offset: 1 } });
    expect(document.activeElement).toBe(document.body);
  });
});

describe('the toolbar', () => {
  it('is one stop for the Tab key, with arrow keys inside', async () => {
    const { user, box } = show('text');
    const toolbar = screen.getByRole('toolbar', { name: `Formatting: ${label}` });
    await user.tab();
    expect(document.activeElement).toBe(press('Bold'));
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(press('Italic'));
    await user.tab();
    expect(document.activeElement).toBe(box);
    for (const button of within(toolbar).getAllByRole('button')) {
      expect(button.getAttribute('aria-label')).toBeTruthy();
    }
  });

  /** With the focus there first: jsdom loses a selection made before. */
  const select = (editor: LexicalEditor) => {
    act(() => editor.getRootElement()?.focus());
    edit(editor, (root) => void root.select(0, root.getChildrenSize()));
  };

  it.each([
    ['Bold', '**text**'],
    ['Italic', '*text*'],
    ['Strikethrough', '~~text~~'],
    ['Code', '`text`'],
    ['Heading', '### text'],
    ['Smaller heading', '#### text'],
    ['Bulleted list', '- text'],
    ['Numbered list', '1. text'],
    ['Task list', '- [ ] text'],
    ['Quote', '> text'],
    ['Code block', '```\ntext\n```'],
  ])('%s turns text into it, shows that it is on, and turns it back', async (name, markdown) => {
    const { editor, user, saved } = show('text');
    select(editor);
    await user.click(press(name));
    await waitFor(() => expect(saved()).toBe(markdown));
    await waitFor(() => expect(press(name).getAttribute('aria-pressed')).toBe('true'));
    select(editor);
    await user.click(press(name));
    await waitFor(() => expect(saved()).toBe('text'));
    expect(press(name).getAttribute('aria-pressed')).toBe('false');
  });

  it('inserts a table and adds and removes its rows and columns', async () => {
    const { editor, user, saved, box } = show('text');
    edit(editor, (root) => void $block(root, 0).selectEnd());
    expect(screen.queryByRole('button', { name: 'Add row' })).toBeNull();
    await user.click(press('Insert table'));
    await waitFor(() => expect(within(box).getAllByRole('row')).toHaveLength(3));
    // Only what a cell can hold, so that there is room for what changes the table.
    expect(screen.queryByRole('button', { name: 'Bulleted list' })).toBeNull();
    await user.click(press('Add row'));
    await user.click(press('Add column'));
    await waitFor(() => expect(within(box).getAllByRole('row')).toHaveLength(4));
    expect(within(box).getAllByRole('columnheader')).toHaveLength(4);
    await user.click(press('Remove row'));
    await user.click(press('Remove column'));
    await waitFor(() =>
      expect(saved()).toBe('text\n\n|   |   |   |\n| - | - | - |\n|   |   |   |\n|   |   |   |'),
    );
    await user.click(press('Remove table'));
    await waitFor(() => expect(saved()).toBe('text'));
  });

  it('undoes and redoes', async () => {
    const { editor, user, saved } = show('a\n');
    expect(press('Undo').getAttribute('aria-disabled')).toBe('true');
    type(editor, 'b');
    await waitFor(() => expect(press('Undo').getAttribute('aria-disabled')).not.toBe('true'));
    await user.click(press('Undo'));
    await waitFor(() => expect(saved()).toBe('a\n'));
    await user.click(press('Redo'));
    await waitFor(() => expect(saved()).toBe('ab\n'));
  });

  it('offers nothing for what is kept as source', () => {
    const { editor } = show('<b>\n');
    edit(editor, (root) => void $block(root, 0).selectEnd());
    for (const name of ['Bold', 'Link', 'Heading', 'Task list', 'Quote', 'Code block']) {
      expect(press(name).getAttribute('aria-disabled')).toBe('true');
    }
  });
});

describe('keys', () => {
  /** Presses a key; whether the editor took it. */
  const key = async (box: HTMLElement, init: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    await act(async () => void box.dispatchEvent(event));
    return event.defaultPrevented;
  };

  it('Tab moves a list item in and out at its beginning, and elsewhere moves the focus', async () => {
    const { editor, box, saved } = show('- a\n- b\n\ntext\n');
    edit(editor, (root) => void $block(root, 1).selectEnd());
    expect(await key(box, { key: 'Tab' })).toBe(false);
    edit(editor, (root) => void $block(root, 0, 0).selectStart());
    expect(await key(box, { key: 'Tab' })).toBe(false);
    edit(editor, (root) => void $block(root, 0, 1).selectEnd());
    expect(await key(box, { key: 'Tab' })).toBe(false);
    edit(editor, (root) => void $block(root, 0, 1).selectStart());
    expect(await key(box, { key: 'Tab', shiftKey: true })).toBe(false);
    expect(await key(box, { key: 'Tab' })).toBe(true);
    expect(saved()).toBe('- a\n  - b\n\ntext\n');
    expect(await key(box, { key: 'Tab' })).toBe(false);
    expect(await key(box, { key: 'Tab', shiftKey: true })).toBe(true);
    expect(saved()).toBe('- a\n- b\n\ntext\n');
  });

  it('Ctrl+Shift+X ticks a task', async () => {
    const { editor, box, saved } = show('- [ ] a\n');
    edit(editor, (root) => void $block(root, 0, 0).selectEnd());
    await key(box, { key: 'X', ctrlKey: true, shiftKey: true });
    expect(saved()).toBe('- [x] a\n');
  });

  it('Ctrl+Enter is left to the page, and Ctrl+U does nothing', async () => {
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard);
    const { editor, box, onChange } = show('a\n');
    edit(editor, (root) => void root.select(0, 1));
    await key(box, { key: 'Enter', ctrlKey: true });
    await key(box, { key: 'u', ctrlKey: true });
    document.body.removeEventListener('keydown', heard);
    const formats = editor.read(() =>
      $getRoot()
        .getAllTextNodes()
        .map((text) => text.getFormat()),
    );
    expect(formats).toEqual([0]);
    expect(heard).toHaveBeenCalledTimes(2);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('an arrow key leaves a block that is the last', async () => {
    const { editor, box, saved } = show('<b>\n');
    edit(editor, (root) => void $block(root, 0).selectEnd());
    await key(box, { key: 'ArrowDown' });
    edit(editor, (root) => $block(root, 1).append($createTextNode('after')));
    expect(saved()).toBe('<b>\n\nafter\n');
  });
});

describe('links', () => {
  it('are made in a field, for https and mailto only', async () => {
    const { editor, user, saved, box } = show('see here');
    act(() => box.focus());
    edit(editor, (root) => {
      const text = root.getFirstDescendant();
      if ($isTextNode(text)) text.select(4, 8);
    });
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('textbox', { name: 'Link address' });
    await user.type(field, 'javascript:alert(1){Enter}');
    expect(screen.getByRole('alert').textContent).toContain('https://');
    expect(saved()).toBeUndefined();
    await user.clear(field);
    await user.type(field, 'example.org/a{Enter}');
    await waitFor(() => expect(saved()).toBe('see [here](https://example.org/a)'));
    expect(screen.queryByRole('textbox', { name: 'Link address' })).toBeNull();
  });

  it('are changed and removed there', async () => {
    const { editor, user, saved } = show('[a](https://b.c)\n');
    edit(editor, (root) => void $block(root, 0, 0).selectEnd());
    await user.click(press('Link'));
    const field = await screen.findByRole('textbox', { name: 'Link address' });
    expect(field).toHaveProperty('value', 'https://b.c');
    await user.clear(field);
    await user.type(field, 'me@b.c');
    await user.click(press('Change link'));
    await waitFor(() => expect(saved()).toBe('[a](mailto:me@b.c)\n'));
    await user.click(press('Link'));
    await user.click(press('Remove link'));
    await waitFor(() => expect(saved()).toBe('a\n'));
  });

  it('are never followed, and opening one is asked for with Ctrl+click', async () => {
    const onOpenLink = vi.fn();
    const { box, user } = show('[a](https://b.c) [d](javascript:alert) [e](./f.md)', {
      onOpenLink,
    });
    const click = (name: string) => {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
      act(() => void within(box).getByText(name).dispatchEvent(event));
      expect(event.defaultPrevented).toBe(true);
    };
    for (const name of ['a', 'd', 'e']) click(name);
    expect(onOpenLink.mock.calls).toEqual([['https://b.c']]);
    await user.click(within(box).getByText('a'));
    expect(onOpenLink).toHaveBeenCalledTimes(1);
    expect(box.innerHTML).not.toContain('javascript:');
  });
});

describe('the clipboard', () => {
  const empty = () => {
    const shown = show('');
    edit(shown.editor, (root) => void $block(root, 0).selectEnd());
    return shown;
  };

  it('gives paragraphs for plain text, whatever it looks like', async () => {
    const { editor, saved } = empty();
    await paste(editor, { 'text/plain': '## a\nb *c*' });
    expect(saved()).toBe('\\## a\n\nb \\*c\\*');
  });

  it('takes over what a section can hold of HTML, and nothing that runs', async () => {
    const ran = vi.fn();
    Object.assign(window, { ran });
    const { editor, saved, box } = empty();
    await paste(editor, {
      'text/html': `<h1 onclick="ran()">Title</h1><p style="color:red;text-align:center">a <b>b</b>
        <u>c</u> <a href="https://d.e" target="_blank">d</a> <a href="javascript:ran()">f</a>
        <img src="x" onerror="ran()"><svg onload="ran()"><text>g</text></svg></p>
        <script>ran()</script><style>p{color:red}</style><iframe srcdoc="<script>ran()</script>">
        </iframe><ul><li>h</li></ul>`,
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ran).not.toHaveBeenCalled();
    expect(saved()).toBe('### Title\n\na **b** c [d](https://d.e) f\n\n- h');
    expect(box.querySelector('[style],img,svg,script,style,iframe,[target],[onclick]')).toBeNull();
  });

  it('reads bold and italic as word processors write them', async () => {
    const { editor, saved } = empty();
    await paste(editor, {
      'text/html': `<b style="font-weight:normal" id="docs-internal-guid-1"><p><span>a</span>
        <span style="font-weight:700;font-style:italic">b</span></p></b>`,
    });
    expect(saved()).toMatch(/^a \*\*[*_]b[*_]\*\*$/);
  });

  it('trusts nodes copied from an editor no more than that', async () => {
    const { editor, saved, box } = empty();
    const text = (words: string) => ({
      type: 'text',
      version: 1,
      text: words,
      format: 8,
      style: 'color:red',
    });
    const link = { type: 'link', version: 1, url: 'javascript:ran()', children: [text('a')] };
    const nodes = [
      { type: 'paragraph', version: 1, indent: 3, format: 'center', children: [link, text('b')] },
    ];
    await paste(editor, {
      'application/x-lexical-editor': JSON.stringify({ namespace: 'close-call', nodes }),
      'text/plain': 'ab',
    });
    expect(saved()).toBe('ab');
    expect(box.querySelector('a,u,[style]')).toBeNull();
  });
});

describe('the keys', () => {
  const press = (box: HTMLElement, type: string, init: KeyboardEventInit) =>
    box.dispatchEvent(new KeyboardEvent(type, { bubbles: true, ...init }));

  it('keeps its letters to itself', () => {
    const { box } = show('It held.');
    const { heard, stop } = listen();
    for (const type of ['keydown', 'keyup']) press(box, type, { key: 'e' });
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    stop();
    expect(heard).toEqual([]);
  });

  it('lets the page around it hear of all others', () => {
    const { box } = show('It held.');
    const { heard, stop } = listen();
    press(box, 'keydown', { key: 'Escape' });
    press(box, 'keydown', { key: '3', altKey: true });
    press(box, 'keydown', { key: 's', ctrlKey: true });
    press(box, 'keyup', { key: 'Enter' });
    stop();
    expect(heard).toEqual(['keydown Escape', 'keydown 3', 'keydown s', 'keyup Enter']);
  });

  it('lets go of the letters, too, where nothing can be typed', () => {
    const { box } = show('It held.', { readOnly: true });
    const { heard, stop } = listen();
    press(box, 'keydown', { key: 's' });
    stop();
    expect(heard).toEqual(['keydown s']);
  });
});
