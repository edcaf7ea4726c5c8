// What people wrote, shown: a hostile text runs nothing, loads nothing and leads nowhere.

import Markdown from '@renderer/ui/MarkdownTree';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';

test('raw HTML is text, images are words, only https and mailto are links', async () => {
  const opened = vi.fn();
  const { container } = render(
    <Markdown
      onOpenLink={opened}
      source={[
        '<img src=x onerror=alert(1)> <script>alert(2)</script>',
        '![a map](https://example.org/map.png)',
        '[bad](javascript:alert(3)) [file](file:///etc/passwd) [good](https://example.org/a)',
        '- [x] done',
      ].join('\n\n')}
    />,
  );
  expect(container.querySelector('img, script, iframe, a')).toBeNull();
  expect(container.textContent).toContain('<script>alert(2)</script>');
  expect(container.textContent).toContain('a map');
  const buttons = screen.getAllByRole('button').map((button) => button.textContent);
  expect(buttons).toEqual(['good']);
  await userEvent.click(screen.getByRole('button', { name: 'good' }));
  expect(opened).toHaveBeenCalledExactlyOnceWith('https://example.org/a');
});

test('text too hard to read as Markdown is shown as it is, at once', () => {
  const source = `${'['.repeat(20_000)}end`;
  const { container } = render(<Markdown source={source} onOpenLink={() => {}} />);
  expect(container.textContent).toBe(source);
});
