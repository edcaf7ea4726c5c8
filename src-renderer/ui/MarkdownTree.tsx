// What people wrote, to read, by the same tree that the PDF is made of: raw HTML is text, images
// are their description. A link opens only after a question.

import { sectionHast } from '@core/export/html-section';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { useMemo } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import styles from './Markdown.module.css';

export interface MarkdownProps {
  source: string;
  onOpenLink: (href: string) => void;
}

export default function MarkdownTree({ source, onOpenLink }: MarkdownProps) {
  const content = useMemo(
    () =>
      toJsxRuntime(
        { type: 'root', children: sectionHast(source) },
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
    [source, onOpenLink],
  );
  return <div className={styles.markdown}>{content}</div>;
}
