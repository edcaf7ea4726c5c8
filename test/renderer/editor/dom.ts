// What an editor asks of a browser and jsdom does not have.

const nowhere = { x: 0, y: 0, width: 0, height: 0, top: 0, left: 0, right: 0, bottom: 0 };
Range.prototype.getBoundingClientRect ??= () => ({ ...nowhere, toJSON: () => nowhere });

globalThis.ClipboardEvent ??= class ClipboardEvent extends Event {
  readonly clipboardData: DataTransfer | null = null;
};
globalThis.DragEvent ??= class DragEvent extends MouseEvent {
  readonly dataTransfer: DataTransfer | null = null;
};
