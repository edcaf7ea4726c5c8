// Which names and paths in a library are looked at.

/** Whether a file or folder of this name is looked at at all. */
export function isIgnoredName(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

export function isMarkdownName(name: string): boolean {
  return /\.md$/i.test(name);
}

/**
 * Whether a record may stand there, on whatever system the path was written down: inside the library,
 * and nowhere the app would not look.
 */
export function isRecordPath(path: string): boolean {
  const parts = path.split(/[/\\]/);
  return isMarkdownName(path) && parts.every((part) => part !== '' && !isIgnoredName(part));
}
