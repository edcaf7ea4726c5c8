// Windows hear of each record's saving what is true by the next pause, and of a failure at once.

import type { SaveState } from '@core/ipc/contract';
import { SaveNews } from '@main/library/save-news';
import { beforeEach, expect, test } from 'vitest';

const SAVING: SaveState = { kind: 'saving' };
const SAVED: SaveState = { kind: 'saved', at: 1 };
const FULL: SaveState = { kind: 'not-saved', reason: 'the disk is full' };

let told: string[];
let waiting: (() => void)[];
let news: SaveNews;
const pause = () => {
  for (const run of waiting.splice(0)) run();
};

beforeEach(() => {
  told = [];
  waiting = [];
  news = new SaveNews(
    (key, { kind }) => told.push(`${key} ${kind}`),
    (run) => waiting.push(run),
  );
});

test('the last word of each record is told in the pause, once', () => {
  news.add('a', SAVING);
  news.add('b', SAVING);
  news.add('a', SAVED);
  expect(told).toEqual([]);
  pause();
  expect(told).toEqual(['a saved', 'b saving']);
  pause();
  expect(told).toHaveLength(2);
});

test('a failure is told at once, and nothing that was said before it comes after it', () => {
  news.add('a', SAVING);
  news.add('a', FULL);
  expect(told).toEqual(['a not-saved']);
  pause();
  expect(told).toEqual(['a not-saved']);
  news.add('a', SAVED);
  pause();
  expect(told).toEqual(['a not-saved', 'a saved']);
});

test('what a record was is not told after the whole of it', () => {
  news.add('a', SAVED);
  news.drop('a');
  pause();
  expect(told).toEqual([]);
});
