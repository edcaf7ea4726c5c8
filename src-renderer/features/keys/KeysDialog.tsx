// The keys, to look up: what each does, in groups.

import { useStore } from '../../store/store';
import { Dialog } from '../../ui/Dialog';
import { shownKeys } from '../../ui/key-names';
import styles from './KeysDialog.module.css';
import { keyGroups } from './key-groups';

export default function KeysDialog() {
  const showPanel = useStore((state) => state.showPanel);
  return (
    <Dialog
      open
      onClose={() => showPanel(null)}
      title="Keys"
      lead="Keys without Ctrl or Alt work wherever you are not typing."
      width="wide"
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable. */}
      <section className={styles.all} tabIndex={0} aria-label="All keys">
        <div className={styles.groups}>
          {keyGroups().map(({ name, uses }) => (
            <section key={name} className={styles.group} aria-label={name}>
              <h3>{name}</h3>
              <dl>
                {uses.map((use) => (
                  <div key={use.name}>
                    <dt>{use.name.replace(/…$/, '')}</dt>
                    <dd>
                      {shownKeys(use.keys).map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </section>
    </Dialog>
  );
}
