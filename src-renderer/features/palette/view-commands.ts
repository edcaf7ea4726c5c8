// The views that were kept, as commands: each is one that leads to the list and shows it.

import type { NamedView } from '@core/library/list-view';
import type { Command } from '../../shell/commands/command';
import { useStore } from '../../store/store';

export function viewCommands(saved: readonly NamedView[]): Command[] {
  return saved.map(({ name, view }) => ({
    id: `view:${name}`,
    name: `Show “${name}”`,
    group: 'Near misses',
    leaves: true,
    run() {
      const { go, showView } = useStore.getState();
      go({ name: 'home' });
      showView(view);
    },
  }));
}
