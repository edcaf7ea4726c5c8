// The application menu, with each platform's conventions. Its own items only send a command: what
// a command does is the page's business. So are undo and redo: the page knows whose step was last.

import type { MenuCommand } from '@core/ipc/contract';
import type { MenuItemConstructorOptions } from 'electron';

export interface MenuParts {
  platform: NodeJS.Platform;
  packaged: boolean;
  command(command: MenuCommand): void;
  about(): void;
}

type Item = MenuItemConstructorOptions;
const LINE: Item = { type: 'separator' };

export function menuTemplate({ platform, packaged, command, about }: MenuParts): Item[] {
  const isMac = platform === 'darwin';
  const item = (label: string, name: MenuCommand, accelerator?: string): Item => ({
    id: name,
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => command(name),
  });
  const settings = item('Settings…', 'settings', 'CmdOrCtrl+,');
  const aboutItem: Item = { id: 'about', label: 'About Close Call', click: about };
  const appMenu: Item = {
    role: 'appMenu',
    label: 'Close Call',
    submenu: [
      aboutItem,
      LINE,
      settings,
      LINE,
      { role: 'services' },
      LINE,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      LINE,
      { role: 'quit' },
    ],
  };
  return [
    ...(isMac ? [appMenu] : []),
    {
      label: 'File',
      submenu: [
        item('Capture a near miss', 'capture', 'CmdOrCtrl+N'),
        item('Start a session', 'start-session'),
        LINE,
        item('Open library…', 'open-library', 'CmdOrCtrl+O'),
        item('Create a library…', 'create-library'),
        LINE,
        item('Export Markdown…', 'export-markdown'),
        item('Export PDF…', 'export-pdf'),
        LINE,
        ...(isMac ? [{ role: 'close' as const }] : [settings, LINE, { role: 'quit' as const }]),
      ],
    },
    {
      label: 'Edit',
      submenu: [
        item('Undo', 'undo', 'CmdOrCtrl+Z'),
        item('Redo', 'redo', isMac ? 'Shift+Cmd+Z' : 'Ctrl+Shift+Z'),
        LINE,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        LINE,
        item('Search the library', 'search', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: 'View',
      submenu: [
        item('Library', 'home'),
        LINE,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        LINE,
        { role: 'togglefullscreen' },
        ...(packaged ? [] : [LINE, { role: 'toggleDevTools' as const }]),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
    {
      role: 'help',
      label: 'Help',
      submenu: [item('How it works', 'tour'), ...(isMac ? [] : [LINE, aboutItem])],
    },
  ];
}
