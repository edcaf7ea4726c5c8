// Every command and every near miss, by a few letters: a text field with a list below it, worked
// with the keyboard alone. What is chosen happens once the palette is gone.

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { isoDay, shortDate } from '@core/dates';
import { rowsByKey } from '@core/library/list-view';
import type { RecordSummary } from '@core/library/listing';
import { dateOf } from '@core/library/row-facts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { client } from '../../ipc/client';
import { isPossible, run } from '../../shell/commands/run';
import { COMMANDS } from '../../shell/commands/table';
import { useStore } from '../../store/store';
import { focusAgain } from '../../ui/focus-again';
import { Kbd } from '../../ui/Kbd';
import { keyLabel } from '../../ui/key-names';
import styles from './CommandPalette.module.css';
import { type PaletteGroup, type PaletteItem, paletteGroups } from './palette-items';
import { viewCommands } from './view-commands';

const MOST_FOUND = 40;

export default function CommandPalette() {
  const [typed, setTyped] = useState('');
  const chosen = useRef<PaletteItem | null>(null);
  const [before] = useState(() => document.activeElement);
  const { showPanel } = useStore.getState();
  const groups = useGroups(typed);

  const choose = (item: PaletteItem) => {
    chosen.current = item;
    showPanel(null);
  };
  // The palette has gone by then. The focus is where it was, for what is done there and for whoever
  // types on, and free to go where the command takes it.
  useEffect(
    () => () => {
      if (!chosen.current) return;
      focusAgain(before);
      perform(chosen.current);
    },
    [before],
  );

  return (
    <Dialog.Root open onOpenChange={(open) => !open && showPanel(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={styles.popup}
          aria-label="Commands and near misses"
          finalFocus={() => chosen.current === null}
        >
          <Autocomplete.Root
            open
            inline
            mode="none"
            items={groups}
            value={typed}
            onValueChange={(value, { reason }) => {
              if (reason === 'input-change' || reason === 'input-clear') setTyped(value);
            }}
            itemToStringValue={(item: PaletteItem) => item.name}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.Input
              className={styles.input}
              aria-label="Find a command or a near miss"
              placeholder="A command or a near miss…"
            />
            <Autocomplete.Empty className={styles.nothing}>
              {typed.trim() !== '' && `Nothing found for “${typed.trim()}”.`}
            </Autocomplete.Empty>
            <Autocomplete.List className={styles.list}>
              {(group: PaletteGroup) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  <Autocomplete.GroupLabel className={styles.group}>
                    {group.value}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: PaletteItem) => (
                      <Autocomplete.Item
                        key={item.id}
                        value={item}
                        className={styles.item}
                        onClick={() => choose(item)}
                      >
                        <span className={styles.name}>{item.name}</span>
                        {item.detail && <span className={styles.detail}>{item.detail}</span>}
                        {item.key && <Kbd>{keyLabel(item.key)}</Kbd>}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What fits what is typed; near misses come as soon as the search has found them. */
function useGroups(typed: string): PaletteGroup[] {
  const records = useStore((state) => state.listing.records);
  const recent = useStore((state) => state.recent);
  const ran = useStore((state) => state.ran);
  const inSession = useStore((state) => state.session !== null);
  const [found, setFound] = useState<PaletteItem[]>([]);
  const byKey = rowsByKey(records);
  useEffect(() => {
    let isStale = false;
    if (typed.trim() === '' || inSession) {
      setFound([]);
      return;
    }
    client
      .call('library:search', { query: typed })
      .then(({ keys }) => {
        if (isStale) return;
        const hit = keys.slice(0, MOST_FOUND).flatMap((key) => byKey.get(key) ?? []);
        setFound(hit.map(recordItem));
      })
      .catch(useStore.getState().complain);
    return () => {
      isStale = true;
    };
  }, [typed, byKey, inSession]);
  const views = useStore((state) => state.savedViews);
  const commands = useMemo(
    () =>
      [...COMMANDS, ...viewCommands(views)].filter(
        (command) => command.id !== 'palette' && isPossible(command),
      ),
    [views],
  );
  return paletteGroups({
    typed,
    commands,
    found,
    // While a session runs, nobody leaves it by a slip.
    recent: inSession ? [] : recent.flatMap((key) => byKey.get(key) ?? []).map(recordItem),
    ran,
  });
}

function recordItem(record: RecordSummary): PaletteItem {
  const { title, services } = record.fields;
  return {
    id: `record:${record.key}`,
    name: title || 'Without a title',
    detail: [...services, shortDate(dateOf(record.fields), isoDay(new Date()))]
      .filter(Boolean)
      .join(' · '),
    does: { open: record.key },
  };
}

function perform({ does }: PaletteItem): void {
  if ('open' in does) {
    useStore.getState().go({ name: 'record', key: does.open });
    return;
  }
  useStore.getState().rememberCommand(does.command.id);
  run(does.command);
}
