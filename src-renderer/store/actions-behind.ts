// A store whose actions stand behind its data, as the data's prototype: they never change, and
// each change copies the data alone. Beside hundreds of actions the copy took longer than all who
// listen, with every letter that is typed.

import type { StateCreator, StoreApi } from 'zustand';

type Change<T> = T | Partial<T> | ((state: T) => T | Partial<T>);

/** As `init` alone, for whoever reads or sets; a spread of the state has the data only. */
export function actionsBehind<T extends object>(init: StateCreator<T>): StateCreator<T> {
  return (_set, get, api: StoreApi<T>) => {
    const put = api.setState;
    let actions: object = {};
    const set = (change: Change<T>, replace?: boolean) => {
      const before = get();
      const changed = typeof change === 'function' ? change(before) : change;
      if (changed === before) return;
      // Not Object.assign, which takes its time where there is a prototype.
      put(
        replace ? (changed as T) : ({ __proto__: actions, ...before, ...changed } as unknown as T),
        true,
      );
    };
    api.setState = set;
    const entries = Object.entries(init(set, get, api));
    const isAction = ([, value]: [string, unknown]) => typeof value === 'function';
    actions = Object.fromEntries(entries.filter(isAction));
    const data = Object.fromEntries(entries.filter((entry) => !isAction(entry)));
    return Object.setPrototypeOf(data, actions);
  };
}
