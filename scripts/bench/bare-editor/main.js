// A window with the bare editor in it, from the folder named last on the command line.
const { app, BrowserWindow } = require('electron');
const path = require('node:path');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } });
  window.loadFile(path.join(process.argv.at(-1), 'index.html'));
});
app.on('window-all-closed', () => app.quit());
