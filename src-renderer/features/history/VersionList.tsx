// The versions, by day. The arrows go through them; saves that came shortly after one another are
// one until they are opened.

import { timeToTheSecond } from '@core/dates';
import type { Version } from '@core/ipc/contract';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useAfterRender } from '../../ui/use-after-render';
import styles from './HistoryPage.module.css';
import { type Burst, ORIGIN_NAMES, sizeWords, versionDays } from './version-list';

interface Props {
  /** Newest first. */
  versions: readonly Version[];
  shown: Version;
  onShow: (version: Version) => void;
}

export function VersionList({ versions, shown, onShow }: Props) {
  const list = useRef<HTMLElement>(null);
  const afterRender = useAfterRender();
  const days = useMemo(() => versionDays(versions, new Date()), [versions]);
  const now = versions.find(({ current }) => current);
  const holdsShown = ({ older }: Burst) => older.includes(shown);
  const [opened, setOpened] = useState<ReadonlySet<number>>(
    () => new Set(days.flatMap(({ bursts }) => bursts.filter(holdsShown).map(at))),
  );
  const isOpen = (burst: Burst) => opened.has(at(burst)) || holdsShown(burst);
  const rows = days.flatMap(({ bursts }) =>
    bursts.flatMap((burst) => (isOpen(burst) ? [burst.newest, ...burst.older] : [burst.newest])),
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const place = rows.indexOf(shown);
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: rows.length - 1 }[
      event.key
    ];
    const next = to === undefined ? undefined : rows[Math.min(Math.max(to, 0), rows.length - 1)];
    if (!next) return;
    event.preventDefault();
    onShow(next);
    afterRender(() => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus());
  };
  const toggle = (burst: Burst) => {
    const next = new Set(opened);
    if (!isOpen(burst)) next.add(at(burst));
    else {
      next.delete(at(burst));
      if (holdsShown(burst)) onShow(burst.newest);
    }
    setOpened(next);
  };
  const row = (version: Version) => (
    <button
      type="button"
      className={styles.version}
      aria-current={version === shown}
      tabIndex={version === shown ? 0 : -1}
      onClick={() => onShow(version)}
    >
      <b>{timeToTheSecond(version.at)}</b> {ORIGIN_NAMES[version.why]}{' '}
      {version === now && <span className={styles.now}>now</span>}{' '}
      <small>{sizeWords(version.bytes)}</small>
    </button>
  );
  return (
    <nav ref={list} className={styles.list} aria-label="Versions" onKeyDown={onKeyDown}>
      {days.map((day) => (
        <section key={day.name} aria-label={day.name}>
          <h2>{day.name}</h2>
          <ol>
            {day.bursts.map((burst) => {
              const { newest, older } = burst;
              const open = isOpen(burst);
              return (
                <li key={`${newest.at} ${newest.hash}`}>
                  {row(newest)}
                  {older.length > 0 && (
                    <button
                      type="button"
                      className={styles.more}
                      aria-expanded={open}
                      onClick={() => toggle(burst)}
                    >
                      {open ? 'Fewer' : `${older.length} more shortly before`}
                    </button>
                  )}
                  {open && older.length > 0 && (
                    <ol>
                      {older.map((version) => (
                        <li key={`${version.at} ${version.hash}`}>{row(version)}</li>
                      ))}
                    </ol>
                  )}
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </nav>
  );
}

/** What a burst is known by. */
function at({ newest }: Burst): number {
  return newest.at;
}
