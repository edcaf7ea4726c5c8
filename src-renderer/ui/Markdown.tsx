// What people wrote, to read: Markdown to elements through a syntax tree. Raw HTML is shown as
// text, images as their description, and a link opens only after a question.

import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { useMemo } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import styles from './Markdown.module.css';
import { hastOf } from './markdown-tree';

interface Props {
  source: string;
  onOpenLink: (href: string) => void;
}

export function Markdown({ source, onOpenLink }: Props) {
  const content = useMemo(
    () =>
      toJsxRuntime(hastOf(source), {
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
      }),
    [source, onOpenLink],
  );
  return <div className={styles.markdown}>{content}</div>;
}
