// A file that is no readable record, as text to look at: as far as it goes, whatever it holds.

import { open } from 'node:fs/promises';
import { resolveInside } from '../storage/path-safety';
import { decodeUtf8 } from './read-file';

const MAX_SHOWN = 1024 * 1024;

/** Raises AppError `not-found`, or `not-allowed` for a link that leads out. */
export async function readForeignFile(
  root: string,
  path: string,
): Promise<{ path: string; text: string }> {
  const file = await open(await resolveInside(root, path), 'r');
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(Math.min(size, MAX_SHOWN));
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    const shown = bytes.subarray(0, length);
    const text = size > MAX_SHOWN ? cutText(shown) : (decodeUtf8(shown) ?? asLatin1(shown));
    return { path, text };
  } finally {
    await file.close();
  }
}

function cutText(bytes: Uint8Array): string {
  // The cut may fall inside a character: up to three bytes belong to none.
  const whole = [0, 1, 2, 3].map((less) => decodeUtf8(bytes.subarray(0, bytes.length - less)));
  const text = whole.find((candidate) => candidate !== null) ?? asLatin1(bytes);
  return `${text}\n\n[Only the first 1 MiB of this file is shown.]\n`;
}

/** Every byte as a letter of its own, so that nothing is hidden. */
function asLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
