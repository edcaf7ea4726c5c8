// What the app says of itself.

import { join } from 'node:path';
import { app } from 'electron';

/** The app's picture, for windows and the panel. */
export const iconPath = (): string => join(app.getAppPath(), 'resources/icons/icon.png');

export function showAbout(): void {
  app.setAboutPanelOptions({
    applicationName: 'Close Call',
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence',
    credits:
      'Facilitated, blameless postmortems of near misses, as plain files your team owns. ' +
      'No account, no network, no telemetry.',
    iconPath: iconPath(),
  });
  app.showAboutPanel();
}
