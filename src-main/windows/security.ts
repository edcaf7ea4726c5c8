// The security baseline of every window: sandboxed, isolated, no way out. Held for each
// webContents that is ever made, so that a new window cannot forget it.

import type { App, Session, WebPreferences } from 'electron';

/** Preferences of every window of the app. */
export function webPreferences(preload?: string): WebPreferences {
  return {
    ...(preload ? { preload } : {}),
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    webviewTag: false,
    // By the system. Linux has none that the page could ask: the dictionaries would come from the
    // network, and every letter would be looked up in nothing.
    spellcheck: process.platform !== 'linux',
    // The session's clock goes on while the window is behind another.
    backgroundThrottling: false,
  };
}

/** Nothing is asked of the network, no permission is given. `allowed` are URL prefixes. */
export function closeSession(session: Session, allowed: readonly string[]): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !allowed.some((prefix) => details.url.startsWith(prefix)) });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setSpellCheckerDictionaryDownloadURL('app://close-call/no-dictionaries/');
  session.on('will-download', (event) => event.preventDefault());
}

/** Denies navigation, new windows and webviews to every webContents of the app. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
