// Files dropped anywhere on the window go to the import page. While they are held over it, it says
// so. Files that come before a library is open are kept until it is. What is not a file is left to
// whoever it is dropped on.

import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from '../../store/store';
import { droppedFiles, hasFiles } from './dropped-files';
import styles from './FileDrop.module.css';

export function FileDrop() {
  const [over, setOver] = useState(false);
  const take = useFilesInTime();
  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      // Before the editor, which would take them for pictures.
      event.preventDefault();
      event.stopPropagation();
      const obstacle = obstacleToDrop();
      if (event.dataTransfer) event.dataTransfer.dropEffect = obstacle ? 'none' : 'copy';
      setOver(!obstacle);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      const { dataTransfer } = event;
      if (!dataTransfer || !hasFiles(dataTransfer)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      const obstacle = obstacleToDrop();
      if (obstacle) useStore.getState().say(obstacle);
      else take(droppedFiles(dataTransfer));
    };
    const listeners = { dragenter: onDrag, dragover: onDrag, dragleave: onLeave, drop: onDrop };
    for (const [type, listener] of Object.entries(listeners)) {
      window.addEventListener(type, listener as EventListener, { capture: true });
    }
    return () => {
      for (const [type, listener] of Object.entries(listeners)) {
        window.removeEventListener(type, listener as EventListener, { capture: true });
      }
    };
  }, [take]);
  if (!over) return null;
  return (
    <div className={styles.over} role="status">
      <p>Drop the files to see what they become</p>
      <small>Markdown, text and CSV. They stay as they are.</small>
    </div>
  );
}

/** Takes files to the import page, at once or as soon as a library is open. */
function useFilesInTime(): (files: Promise<File[]>) => void {
  const waiting = useRef<Promise<File[]>[]>([]);
  useEffect(
    () =>
      useStore.subscribe(({ library, importFiles }) => {
        if (!library || waiting.current.length === 0) return;
        const files = Promise.all(waiting.current);
        waiting.current = [];
        void importFiles(files.then((several) => several.flat()));
      }),
    [],
  );
  return useCallback((files) => {
    const { library, importFiles, closeCapture, say } = useStore.getState();
    if (!library) {
      waiting.current.push(files);
      say('The files wait until a library is open.');
      return;
    }
    // The form keeps its text.
    closeCapture();
    void importFiles(files);
  }, []);
}

/** Why nothing can be dropped now, as a sentence; null when it can. */
function obstacleToDrop(): string | null {
  const { route, capturing, importProgress } = useStore.getState();
  if (route.name === 'session') return 'A session is running. Leave it for now, then do that.';
  if (importProgress) return 'An import is being written. Drop the files again when it is done.';
  const isOverDialog = !capturing && document.querySelector('[role="dialog"]') !== null;
  return isOverDialog ? 'Close what is open first, then drop the files again.' : null;
}
