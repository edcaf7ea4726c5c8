// Files that a program which keeps folders in step has put beside a record, because it was changed
// in two places: told by their names, and only where the record they are another version of is
// there. A name that people could have given themselves counts only with the same id.

/** Who left another version of a record, as people know it. */
export type CopyTool =
  | 'Syncthing'
  | 'Dropbox'
  | 'Dropbox or Nextcloud'
  | 'OneDrive'
  | 'iCloud'
  | 'Google Drive'
  | 'Git';

/** What a file's name says of it. */
interface NamedCopy {
  tool: CopyTool;
  /** Path of the file it would be another version of. */
  original: string;
  /** People give such names too. */
  isWeak: boolean;
}

const MARKS: readonly { tool: CopyTool; mark: RegExp; isWeak?: true }[] = [
  { tool: 'Syncthing', mark: /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z2-7]{7})?$/ },
  { tool: 'Dropbox', mark: / \([^()/]+['’]s conflicted copy \d{4}-\d{2}-\d{2}(?: \(\d+\))?\)$/ },
  { tool: 'Dropbox or Nextcloud', mark: / \(conflicted copy \d{4}-\d{2}-\d{2}(?: \d{6})?\)$/ },
  { tool: 'iCloud', mark: / (?:[2-9]|[1-9]\d{1,2})$/, isWeak: true },
  { tool: 'Google Drive', mark: / \([1-9]\d{0,2}\)$/, isWeak: true },
];
/** The name of a computer: it has a capital letter, which no name made from a title has. */
const COMPUTER = /^(?=[^A-Z]*[A-Z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

/** What a path may be another version of, by its name alone; the likeliest first. */
export function namedCopies(path: string): NamedCopy[] {
  if (!/\.md$/i.test(path)) return [];
  const stem = path.slice(0, -3);
  const extension = path.slice(-3);
  const name = stem.slice(stem.lastIndexOf('/') + 1);
  // Nearly every name is done with this: no mark does without any of it.
  if (!/[ A-Z]|\.sync-conflict-/.test(name)) return [];
  const found: NamedCopy[] = [];
  const add = (tool: CopyTool, original: string, isWeak: boolean) => {
    if (original !== '' && !original.endsWith('/')) {
      found.push({ tool, original: original + extension, isWeak });
    }
  };
  for (const { tool, mark, isWeak } of MARKS) {
    const length = mark.exec(stem)?.[0].length;
    if (length) add(tool, stem.slice(0, -length), isWeak ?? false);
  }
  for (let at = name.lastIndexOf('-'); at > 0; at = name.lastIndexOf('-', at - 1)) {
    const computer = name.slice(at + 1);
    if (COMPUTER.test(computer)) add('OneDrive', stem.slice(0, -computer.length - 1), true);
  }
  return found;
}

/** Another version of a record: who left it, and the path of the record. */
export interface FoundCopy {
  tool: CopyTool;
  of: string;
}

/**
 * What a record is another version of; null for a record of its own.
 * @param idAt the id of the record at a path, '' when it states none; null when there is no record
 */
export function copyAt(path: string, idAt: (path: string) => string | null): FoundCopy | null {
  const id = idAt(path);
  if (id === null) return null;
  for (const { tool, original, isWeak } of namedCopies(path)) {
    const other = idAt(original);
    if (other === null || (isWeak ? id === '' || id !== other : id && other && id !== other)) {
      continue;
    }
    // A copy of a copy is another version of what that one was made from.
    return { tool, of: copyAt(original, idAt)?.of ?? original };
  }
  return null;
}
