// The contract's forwarders on window.closeCall, and nothing else: no logic, no Node, no path.

import { CALL, type CloseCallBridge, EVENT_NAMES, TELL } from '@core/ipc/contract';
import { contextBridge, ipcRenderer } from 'electron';

const bridge: CloseCallBridge = {
  invoke: (channel, input, library) => ipcRenderer.invoke(CALL, channel, input, library),
  tell: (channel, input, library) => ipcRenderer.send(TELL, channel, input, library),
  on: (event, listener) => {
    if (!EVENT_NAMES.includes(event)) return () => {};
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(event, forward);
    return () => ipcRenderer.removeListener(event, forward);
  },
};

contextBridge.exposeInMainWorld('closeCall', bridge);
