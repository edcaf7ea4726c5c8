// Row 17, in the real app: a library whose folder is moved away, unmounted, made read-only or full
// while someone types. The app says so, typing goes on into the journal, and all of it is saved when
// the folder is back.

import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRecord } from '@core/record/parse';
import type { Page } from '@playwright/test';
import { makeReadOnly } from '../main/read-only';
import { expect, test } from './app';

const isRoot = process.getuid?.() === 0;
const RECORD = '2026/2026-11-20-queue.md';
const TEXT = `---
close-call: 1
id: QUEUE
title: The queue was nearly full
status: captured
---

# The queue was nearly full

## What almost happened

It filled.
`;

async function fillLibrary(folder: string): Promise<string> {
  await mkdir(join(folder, '2026'), { recursive: true });
  await writeFile(join(folder, 'close-call.yml'), 'close-call: 1\nname: Team near misses\n');
  await writeFile(join(folder, RECORD), TEXT);
  return folder;
}

/** Opens the record with the caret behind its first section. */
async function openRecord(page: Page) {
  await page.getByRole('option', { name: /^The queue was nearly full/ }).dblclick();
  const editor = page.getByRole('textbox', { name: 'What almost happened' });
  await editor.focus();
  await page.keyboard.press('Control+End');
  return editor;
}

const notSaved = (page: Page) =>
  page
    .getByRole('main')
    .getByText(/not saved/i)
    .first();
const saved = (page: Page) => page.getByRole('main').getByText(/^Saved · \d\d:\d\d/);

async function sectionIn(folder: string): Promise<string> {
  const parsed = parseRecord(await readFile(join(folder, RECORD), 'utf8'));
  if (parsed.kind !== 'record') throw new Error('The record is broken');
  return parsed.record.sections.almost;
}

/** All journals of the profile, as text. */
async function journals(scratch: string): Promise<string> {
  const folder = join(scratch, 'profile/journal');
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.journal'));
  return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('');
}

/** What is typed while nothing can be saved: said, shown, and in the journal. */
async function typeThroughFault(page: Page, scratch: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: 'What almost happened' });
  await page.keyboard.type(' And more.');
  await expect(notSaved(page)).toBeVisible();
  await page.keyboard.type(' Typed on.');
  await expect(editor).toHaveText('It filled. And more. Typed on.');
  await expect.poll(() => journals(scratch)).toContain('Typed on.');
  await expect(notSaved(page)).toBeVisible();
}

async function savedAfterwards(page: Page, folder: string): Promise<void> {
  await expect(saved(page)).toBeVisible({ timeout: 40_000 });
  await expect.poll(() => sectionIn(folder)).toBe('It filled. And more. Typed on.');
  await page.keyboard.type(' Whole.');
  await expect.poll(() => sectionIn(folder)).toBe('It filled. And more. Typed on. Whole.');
}

function mountTmpfs(folder: string, options: string): () => void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'close-call', folder]);
  return () => execFileSync('umount', ['--lazy', folder]);
}

test('row 17: the folder is moved away while editing, and comes back', async ({
  start,
  scratch,
}) => {
  const folder = await fillLibrary(join(scratch, 'library'));
  const { page } = await start(['--library', folder]);
  await openRecord(page);
  await rename(folder, `${folder}-away`);
  await typeThroughFault(page, scratch);
  await rename(`${folder}-away`, folder);
  await savedAfterwards(page, folder);
});

test('row 17: the folder is read-only for a while', async ({ start, scratch }) => {
  const folder = await fillLibrary(join(scratch, 'library'));
  const { page } = await start(['--library', folder]);
  await openRecord(page);
  const undo = [makeReadOnly(folder), ...(isRoot ? [] : [makeReadOnly(join(folder, '2026'))])];
  try {
    await typeThroughFault(page, scratch);
  } finally {
    for (const one of undo) one();
  }
  await savedAfterwards(page, folder);
});

test.describe('a disk of its own', () => {
  test.skip(!isRoot, 'mounting takes root');

  test('row 17: the disk is unmounted while editing, and mounted again', async ({
    start,
    scratch,
  }) => {
    const folder = join(scratch, 'library');
    const disk = await fillLibrary(join(scratch, 'disk'));
    await mkdir(folder);
    const mount = () => execFileSync('mount', ['--bind', disk, folder]);
    const unmount = () => execFileSync('umount', ['--lazy', folder]);
    mount();
    try {
      const { page } = await start(['--library', folder]);
      await openRecord(page);
      unmount();
      await typeThroughFault(page, scratch);
      mount();
      await savedAfterwards(page, folder);
    } finally {
      unmount();
    }
  });

  test('row 17: the disk is full, and has room again', async ({ start, scratch }) => {
    const folder = join(scratch, 'library');
    await mkdir(folder);
    const unmount = mountTmpfs(folder, 'size=1m');
    try {
      await fillLibrary(folder);
      const { page } = await start(['--library', folder]);
      await openRecord(page);
      const filler = join(folder, 'filler');
      // tmpfs counts whole pages: when this fails, not one is left.
      await writeFile(filler, Buffer.alloc(2 * 1024 * 1024)).catch(() => {});
      await typeThroughFault(page, scratch);
      await expect(page.getByText(/the disk is full/).first()).toBeVisible();
      expect(await sectionIn(folder)).toBe('It filled.');
      await rm(filler);
      await savedAfterwards(page, folder);
    } finally {
      unmount();
    }
  });
});
