// Which names in a library are looked at.

/** Whether a file or folder of this name is looked at at all. */
export function isIgnoredName(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

export function isMarkdownName(name: string): boolean {
  return /\.md$/i.test(name);
}
