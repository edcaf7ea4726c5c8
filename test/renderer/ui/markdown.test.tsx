// What people wrote, to read: links and footnotes that name a definition lead where it says.

import MarkdownTree from '@renderer/ui/MarkdownTree';
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

function show(source: string, sections?: readonly string[]) {
  const onOpenLink = vi.fn();
  const { container } = render(
    <MarkdownTree source={source} {...(sections ? { sections } : {})} onOpenLink={onOpenLink} />,
  );
  return { container, onOpenLink };
}

it.each(['see [the log]', 'see [the log][]', 'see [the log][l]'])(
  'opens a link that names its definition: %s',
  (text) => {
    const { container, onOpenLink } = show(
      `${text}\n\n[the log]: https://a.b/log\n[l]: https://a.b/log`,
    );
    screen.getByRole('button', { name: 'the log' }).click();
    expect(onOpenLink).toHaveBeenCalledExactlyOnceWith('https://a.b/log');
    expect(container.textContent).toBe('see the log');
  },
);

it('finds a definition in another section of the record', () => {
  const sections = ['see [the log]', 'x\n\n[the log]: https://a.b/log'];
  const { onOpenLink } = show(sections[0] ?? '', sections);
  screen.getByRole('button', { name: 'the log' }).click();
  expect(onOpenLink).toHaveBeenCalledExactlyOnceWith('https://a.b/log');
});

it('shows a footnote under its section, and no address that is not https or mailto', () => {
  const { container } = show('It ran[^1] [late]\n\n[^1]: For once.\n\n[late]: javascript:x');
  expect(container.textContent).toMatch(/^It ran1 late\s*Footnotes\s*For once\.\s*$/);
  expect(screen.queryByRole('button')).toBeNull();
  expect(container.querySelector('sup')?.textContent).toBe('1');
});

it('shows a name without a definition as it was written', () => {
  const { container } = show('a [b][c] d[^1]');
  expect(container.textContent).toBe('a [b][c] d[^1]');
});
