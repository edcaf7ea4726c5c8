import { MENU_COMMANDS, type MenuCommand } from '@core/ipc/menu-commands';
import { libraryArgument, linkArgument } from '@main/app/command-line';
import { outsideLink } from '@main/app/links';
import { Notices } from '@main/app/notices';
import { menuTemplate } from '@main/menu/menu';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';

describe('the command line', () => {
  const from = (...argv: string[]) => libraryArgument(['electron', '.', ...argv], '/home/ana');

  test('names a library in either way, relative to where it was typed', () => {
    expect(from('--library', '/data/lib')).toBe('/data/lib');
    expect(from('--library=/data/lib')).toBe('/data/lib');
    expect(from('--library', 'lib')).toBe('/home/ana/lib');
    expect(from('--library=a=b c')).toBe('/home/ana/a=b c');
  });

  test('passes over everything else', () => {
    expect(from()).toBeNull();
    expect(from('--inspect=0', '--unknown', 'x', '--library-x=1', '/data/lib')).toBeNull();
    expect(from('--library')).toBeNull();
    expect(from('--library=')).toBeNull();
    expect(from('--library', '--no-sandbox')).toBeNull();
    expect(from('--no-sandbox', '--library', 'lib', '--x')).toBe('/home/ana/lib');
  });
});

test('a link that the system hands over is found on the command line, whatever it says', () => {
  expect(linkArgument(['electron', '.', '--x', 'close-call://capture?what=y'])).toBe(
    'close-call://capture?what=y',
  );
  expect(linkArgument(['electron', '.', 'CLOSE-CALL:evil'])).toBe('CLOSE-CALL:evil');
  expect(linkArgument(['electron', '.', '--library', 'close-call'])).toBeNull();
});

describe('links', () => {
  test('to the web and to mail are opened, as URL reads them', () => {
    expect(outsideLink('https://example.com/a b')).toBe('https://example.com/a%20b');
    expect(outsideLink('mailto:ana@example.com')).toBe('mailto:ana@example.com');
    expect(outsideLink('HTTPS://EXAMPLE.com')).toBe('https://example.com/');
  });

  test.each([
    'http://example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' data:text/html,x',
    'smb://host/share',
    'ms-msdt:/id',
    'vscode://x',
    'app://close-call/index.html',
    'example.com',
    '//example.com',
    '',
  ])('%j is not opened', (href) => {
    expect(() => outsideLink(href)).toThrowError(expect.objectContaining({ code: 'not-allowed' }));
  });
});

describe('notices', () => {
  test('are told, kept until dismissed, and said once', () => {
    const told: unknown[] = [];
    const notices = new Notices((event, payload) => void told.push([event, payload]));
    notices.add('One');
    notices.add('Two');
    notices.add('One');
    expect(notices.list().map(({ message }) => message)).toEqual(['One', 'Two']);
    expect(told.length).toBe(2);
    const [first] = notices.list();
    notices.dismiss(first?.id ?? '');
    notices.dismiss('nothing');
    expect(notices.list().map(({ message }) => message)).toEqual(['Two']);
    notices.add('One');
    expect(new Set(notices.list().map(({ id }) => id)).size).toBe(2);
  });
});

describe('the menu', () => {
  const items = (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
  const make = (platform: NodeJS.Platform, packaged: boolean) => {
    const sent: MenuCommand[] = [];
    const command = (name: MenuCommand) => void sent.push(name);
    const all = items(menuTemplate({ platform, packaged, command, about: () => {} }));
    return { all, sent, roles: all.map(({ role }) => role) };
  };

  test.each(['linux', 'win32', 'darwin'] as const)('on %s sends every command once', (platform) => {
    const { all, sent } = make(platform, true);
    for (const item of all) if (item.id !== 'about') (item.click as (() => void) | undefined)?.();
    expect(sent.sort()).toEqual([...MENU_COMMANDS].sort());
    const keys = all.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []));
    expect(keys).toContain('CmdOrCtrl+N');
    expect(keys).toContain('CmdOrCtrl+O');
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('has developer tools only when run from source', () => {
    expect(make('linux', true).roles).not.toContain('toggleDevTools');
    expect(make('linux', false).roles).toContain('toggleDevTools');
  });

  test('quits and closes where people look for it', () => {
    expect(make('linux', true).roles).toContain('quit');
    expect(make('darwin', true).roles).toEqual(expect.arrayContaining(['close', 'appMenu']));
  });
});
