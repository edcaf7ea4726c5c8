// Versions as they are listed: by day, and saves that came shortly after one another as one.

import { isoDay, longDate, timeOfDay } from '@core/dates';
import type { Version } from '@core/ipc/contract';
import type { VersionOrigin } from '@core/record/version';

/** The newest of saves that came shortly after one another, and the others, newest first. */
export interface Burst {
  newest: Version;
  older: Version[];
}

interface Day {
  name: string;
  bursts: Burst[];
}

const SHORTLY = 5 * 60_000;

export const ORIGIN_NAMES: Record<VersionOrigin, string> = {
  found: 'As it was found',
  saved: 'Saved',
  restored: 'Restored',
  mine: 'Mine, before a choice',
  theirs: 'Theirs, before a choice',
};

/** @param versions newest first */
export function versionDays(versions: readonly Version[], now: Date): Day[] {
  const days: Day[] = [];
  let last: Version | null = null;
  for (const version of versions) {
    const name = dayName(version.at, now);
    let day = days.at(-1);
    if (day?.name !== name) {
      day = { name, bursts: [] };
      days.push(day);
      last = null;
    }
    const burst = day.bursts.at(-1);
    if (burst && last && belongsTo(last, version)) burst.older.push(version);
    else day.bursts.push({ newest: version, older: [] });
    last = version;
  }
  return days;
}

/** What says most at first: the newest that is listed and is not what the file holds now. */
export function firstToShow(versions: readonly Version[], now: Date): Version | undefined {
  const listed = versionDays(versions, now).flatMap(({ bursts }) => bursts);
  return [...listed.map(({ newest }) => newest), ...versions].find(({ current }) => !current);
}

/** Only saves are gathered: what was found, restored or chosen is looked for by itself. */
function belongsTo(later: Version, earlier: Version): boolean {
  return later.why === 'saved' && earlier.why === 'saved' && later.at - earlier.at <= SHORTLY;
}

function dayName(at: number, now: Date): string {
  const day = isoDay(new Date(at));
  if (day === isoDay(now)) return 'Today';
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  return day === isoDay(yesterday) ? 'Yesterday' : longDate(day);
}

/** "14:02 on 21 November 2026". */
export function versionTime(at: number): string {
  return `${timeOfDay(at)} on ${longDate(isoDay(new Date(at)))}`;
}

/** "812 bytes", "1.4 kB". */
export function sizeWords(bytes: number): string {
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`;
}
