// What people wrote, to read, by the same tree that the PDF is made of: raw HTML is text, images
// are their description. A link opens only after a question.

import { definitionsOf, sectionHast } from '@core/export/html-section';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { useMemo } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import styles from './Markdown.module.css';

export interface MarkdownProps {
  source: string;
  /** The record's sections: what a link or a footnote names may be defined in another of them. */
  sections?: readonly string[];
  onOpenLink: (href: string) => void;
}

const NONE: readonly string[] = [];

export default function MarkdownTree({ source, sections = NONE, onOpenLink }: MarkdownProps) {
  const content = useMemo(
    () =>
      toJsxRuntime(
        { type: 'root', children: sectionHast(source, definitionsOf(sections)) },
        {
          Fragment,
          jsx,
          jsxs,
          ignoreInvalidStyle: true,
          components: {
            a: ({ href, children }) => (
              <button
                type="button"
                className={styles.link}
                title={href}
                onClick={() => href && onOpenLink(href)}
              >
                {children}
              </button>
            ),
          },
        },
      ),
    [source, sections, onOpenLink],
  );
  return <div className={styles.markdown}>{content}</div>;
}
