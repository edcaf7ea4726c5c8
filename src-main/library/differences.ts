// What differs between two versions of a record: the places an edit can reach, and in words what
// it cannot. Whatever is not named here is the same on both sides. Pure.

import type { SaveConflict } from '@core/ipc/contract';
import type { RecordContent } from '@core/record/model';
import { editAt, nameOf, PLACES, wordAt } from './places';

export interface Differences {
  places: SaveConflict[];
  alsoDiffers: string[];
}

/** @param base what both were made from; null when that is not known */
export function differences(
  mine: RecordContent,
  theirs: RecordContent,
  base: RecordContent | null = null,
): Differences {
  const places = PLACES.filter((place) => wordAt(mine, place) !== wordAt(theirs, place)).map(
    (place): SaveConflict => ({
      place,
      name: nameOf(place),
      base: base && editAt(base, place),
      mine: editAt(mine, place),
      theirs: editAt(theirs, place),
    }),
  );
  return { places, alsoDiffers: beyondPlaces(mine, theirs) };
}

function beyondPlaces(mine: RecordContent, theirs: RecordContent): string[] {
  const extras = unlike(
    mine.extras.map(({ heading, text }) => [heading, plain(text)]),
    theirs.extras.map(({ heading, text }) => [heading, plain(text)]),
  );
  const keys = unlike(
    mine.unknownKeys.map(({ key, source }) => [key, plain(source)]),
    theirs.unknownKeys.map(({ key, source }) => [key, plain(source)]),
  );
  const problems = unlike(
    mine.problems.map(({ message }) => [message, '']),
    theirs.problems.map(({ message }) => [message, '']),
  );
  return [
    ...extras.map((name) => (name === '' ? 'the text above the first heading' : `“${name}”`)),
    ...keys.map((name) => `“${name}” in the front matter`),
    ...problems.map((message) => `a value that could not be read: ${message}`),
    ...(mine.version === theirs.version ? [] : ['the version of the format']),
  ];
}

/** Names of what one side has and the other has not, or not with the same text. */
function unlike(
  mine: readonly (readonly [string, string])[],
  theirs: readonly (readonly [string, string])[],
): string[] {
  const all = (pairs: typeof mine, name: string) =>
    JSON.stringify(pairs.filter((pair) => pair[0] === name));
  const names = new Set([...mine, ...theirs].map(([name]) => name));
  return [...names].filter((name) => all(mine, name) !== all(theirs, name));
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
