// The file functions of files.ts, each done by the time its call returns: a call takes the system a
// few microseconds, and handing it to another thread and back ten times as long. They hold up
// whoever calls them, so they are for a thread of its own: writer-thread.ts.

import {
  accessSync,
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import type { Files, OpenFile } from './files';

export const BLOCKING_FILES: Files = {
  open: async (path, flags, mode) => openFile(openSync(path, flags, mode)),
  rename: async (from, to) => renameSync(from, to),
  link: async (from, to) => linkSync(from, to),
  unlink: async (path) => unlinkSync(path),
  realpath: async (path) => realpathSync.native(path),
  stat: async (path) => statSync(path),
  lstat: async (path) => lstatSync(path),
  access: async (path, mode) => accessSync(path, mode),
  readFile: async (path) => readFileSync(path),
};

function openFile(file: number): OpenFile {
  return {
    write: async (bytes, offset, length, position) => ({
      bytesWritten: writeSync(file, bytes, offset, length, position),
    }),
    stat: async () => fstatSync(file),
    chmod: async (mode) => fchmodSync(file, mode),
    sync: async () => fsyncSync(file),
    close: async () => closeSync(file),
  };
}
