// What the file holds beyond the template: sections and facts of the team's own, to read. A link
// in them opens, whether or not the record can be changed.

import { useStore } from '../../store/store';
import { Markdown } from '../../ui/Markdown';
import styles from './KeptAsIs.module.css';
import type { RecordOutline } from './outline';

export function KeptAsIs({ view }: { view: RecordOutline }) {
  const { askLink } = useStore.getState();
  const { extras, unknownKeys } = view.content;
  // What their links may lead to.
  const sections = useStore(({ open }) =>
    extras.length > 0 ? open[view.key]?.content.sections : undefined,
  );
  const texts = [...Object.values(sections ?? {}), ...extras.map(({ text }) => text)];
  return (
    <>
      {extras.map((extra, index) => (
        <section
          key={`${index} ${extra.heading}`}
          aria-label={extra.heading || 'Before the first section'}
        >
          {extra.heading && <h2>{extra.heading}</h2>}
          <Markdown source={extra.text} sections={texts} onOpenLink={askLink} />
          <p className={styles.kept}>
            Not a section of the template. It is kept in the file as it is.
          </p>
        </section>
      ))}
      {unknownKeys.length > 0 && (
        <section aria-labelledby="other-facts">
          <h2 id="other-facts">Other facts in the file</h2>
          <dl className={styles.facts}>
            {unknownKeys.map(({ key, source }) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd>{source}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}
