// Components whose code is loaded apart. One that is there already is drawn at once, another as soon
// as it is there: React's own `lazy` would suspend even then, and after anything suspended React
// shows nothing new for 300 ms.

import { type ComponentType, type FunctionComponent, useEffect, useState } from 'react';

/** A component, and `load()` to have its code before it is drawn; it is fetched once. */
export type Later<Props> = FunctionComponent<Props> & { load(): Promise<unknown> };

/**
 * A component that is fetched when it is first drawn, if nobody has asked for it before.
 * @param Meanwhile what holds its place, given the same props; nothing, unless said
 * @raises in the drawing, what the fetching failed with
 */
export function later<Props extends object>(
  fetch: () => Promise<{ default: ComponentType<Props> }>,
  Meanwhile: ComponentType<Props> = Nothing,
): Later<Props> {
  let fetched: ComponentType<Props> | undefined;
  let fetching: Promise<void> | undefined;
  const load = () => {
    fetching ??= fetch().then((module) => {
      fetched = module.default;
    });
    return fetching;
  };
  function Component(props: Props) {
    const [Shown, show] = useState(() => fetched);
    useEffect(() => {
      if (Shown) return;
      load().then(
        () => show(() => fetched),
        (problem) =>
          show(() => {
            throw problem;
          }),
      );
    }, [Shown]);
    return Shown ? <Shown {...props} /> : <Meanwhile {...props} />;
  }
  return Object.assign(Component, { load });
}

function Nothing() {
  return null;
}
