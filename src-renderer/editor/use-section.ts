// Connects an editor to its section: loads what comes in, hands out what changes. Promises that
// loading is never reported as a change, and that an answer to an earlier change never undoes a
// later one.

import { changeOfPieces, type Upon } from '@core/record/merge-typing';
import type { CaretPlace, ReadCaret } from '@core/session/session';
import { $addUpdateTag, $getRoot, type LexicalEditor, SKIP_DOM_SELECTION_TAG } from 'lexical';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { isTyping } from '../ui/text-fields';
import { $caretPlace, $placeCaret } from './caret/caret-place';
import { createEchoes, type Echoes } from './echoes';
import { $exportPieces, forgetChanged, textOf, type WrittenParts } from './markdown/export-section';
import type { LineEnd } from './markdown/line-ends';
import { LOAD_TAG, loadSection } from './markdown/load-section';
import type { SectionMemory } from './markdown/memory';
import { updateSection } from './markdown/update-section';
import type { SectionSource } from './section-source';

export interface SectionLink {
  source: SectionSource;
  lineEnd: LineEnd;
  caret: CaretPlace | undefined;
  autoFocus: boolean;
  /** `upon` is what the editor had before the change. */
  onChange: (markdown: string, upon: Upon) => void;
  /** The caret may have moved: `read` tells where it is by then. */
  onCaret: ((read: ReadCaret) => void) | undefined;
}

interface Loaded {
  memory: SectionMemory;
  /** The section's Markdown as the editor has it now. */
  current: string;
  /** The same, in pieces. */
  pieces: readonly string[];
  echoes: Echoes;
  /** Blocks as they were written last. */
  written: WrittenParts;
}

export function useSection(editor: LexicalEditor, link: SectionLink): void {
  const { source, lineEnd } = link;
  const loaded = useRef<Loaded | null>(null);

  /** Something came from elsewhere while a word was being composed: it is taken in after that. */
  const waits = useRef(false);

  const take = useEffectEvent(() => {
    const now = loaded.current;
    const markdown = source.read();
    if (now?.echoes.isEcho(markdown)) return;
    waits.current = now !== null && editor.isComposing();
    if (waits.current) return;
    const memory =
      (now && updateSection(editor, now.memory, markdown)) ?? loadAnew(editor, markdown, lineEnd);
    loaded.current = {
      memory,
      current: markdown,
      pieces: [markdown],
      echoes: createEchoes(markdown),
      written: new Map(),
    };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: an editor is filled when it is there
  useLayoutEffect(() => {
    take();
    return source.subscribe(() => take());
  }, [editor, source]);

  const begin = useEffectEvent(() => {
    const { caret, autoFocus } = link;
    // Whoever types somewhere else, in notes of their own, is not taken away from there.
    const takesFocus = autoFocus && !isTyping(document.activeElement);
    if (caret) putCaret(editor, caret, takesFocus);
    if (takesFocus) editor.focus(undefined, { defaultSelection: 'rootEnd' });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the editor is there first
  useEffect(() => begin(), [editor]);

  const change = useEffectEvent((saved: string, upon: Upon) => link.onChange(saved, upon));
  const moved = useEffectEvent((read: ReadCaret) => link.onCaret?.(read));

  useEffect(() => {
    const readCaret = () => editor.getEditorState().read($caretPlace, { editor });
    return editor.registerUpdateListener(({ editorState, tags, dirtyElements, dirtyLeaves }) => {
      const now = loaded.current;
      if (now === null || tags.has(LOAD_TAG)) return;
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) {
        forgetChanged(now.written, { tags, dirtyElements, dirtyLeaves });
        const pieces = editorState.read(() => $exportPieces(now.memory, now.written), { editor });
        const saved = textOf(pieces);
        if (saved !== now.current) {
          const upon = { before: now.current, change: changeOfPieces(now.pieces, pieces) };
          now.current = saved;
          now.pieces = pieces;
          now.echoes.emitted(saved);
          change(saved, upon);
        }
      }
      // What was typed last is on its way by then, and is merged with what waits.
      if (waits.current && !editor.isComposing()) queueMicrotask(take);
      moved(readCaret);
    });
  }, [editor]);
}

/** All of it, with the caret put back where it was. */
function loadAnew(editor: LexicalEditor, markdown: string, lineEnd: LineEnd): SectionMemory {
  const place = editor.read($caretPlace);
  const memory = loadSection(editor, markdown, lineEnd);
  if (place) putCaret(editor, place, hasFocus(editor));
  return memory;
}

function hasFocus(editor: LexicalEditor): boolean {
  return editor.getRootElement()?.contains(document.activeElement) ?? false;
}

/** Puts the caret back; without `focus` only for when the focus comes. */
function putCaret(editor: LexicalEditor, place: CaretPlace, focus: boolean): void {
  editor.update(
    () => {
      if (!focus) $addUpdateTag(SKIP_DOM_SELECTION_TAG);
      if (!$getRoot().isEmpty()) $placeCaret(place);
    },
    { discrete: true, tag: LOAD_TAG },
  );
}
