// The application menu, with each platform's conventions. Its own items only send a command: what
// a command does is the page's business. So are undo and redo: the page knows whose step was last.

import { MENU_ITEMS, type MenuCommand } from '@core/ipc/menu-commands';
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
  const item = (name: MenuCommand): Item => {
    const words: { name: string; accelerator?: string; macAccelerator?: string } = MENU_ITEMS[name];
    const accelerator = isMac ? (words.macAccelerator ?? words.accelerator) : words.accelerator;
    return {
      id: name,
      label: words.name,
      ...(accelerator ? { accelerator } : {}),
      click: () => command(name),
    };
  };
  const settings = item('settings');
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
        item('capture'),
        item('quick-capture'),
        item('start-session'),
        LINE,
        item('open-library'),
        item('create-library'),
        LINE,
        item('import'),
        item('export-markdown'),
        item('export-pdf'),
        LINE,
        ...(isMac ? [{ role: 'close' as const }] : [settings, LINE, { role: 'quit' as const }]),
      ],
    },
    {
      label: 'Edit',
      submenu: [
        item('undo'),
        item('redo'),
        LINE,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        LINE,
        item('search'),
      ],
    },
    {
      label: 'Room',
      submenu: [
        item('open-room'),
        item('move-room'),
        item('close-room'),
        LINE,
        item('show-facilitator'),
      ],
    },
    {
      label: 'View',
      submenu: [
        item('home'),
        item('triage'),
        item('actions'),
        item('palette'),
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
      submenu: [item('keys'), item('tour'), ...(isMac ? [] : [LINE, aboutItem])],
    },
  ];
}
