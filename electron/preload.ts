import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { channels, eventChannels } from '../shared/ipc/channels';
import type { WindowApi } from '../shared/ipc/window-api';

const calls: ReadonlySet<string> = new Set(channels);
const events: ReadonlySet<string> = new Set(eventChannels);

const api: WindowApi = {
  invoke: (channel, input) =>
    calls.has(channel) ? ipcRenderer.invoke(channel, input) : Promise.reject(new Error('unknown channel')),
  on: (event, listener) => {
    if (!events.has(event)) throw new Error('unknown event');
    const forward = (_: IpcRendererEvent, payload: Parameters<typeof listener>[0]): void => listener(payload);
    ipcRenderer.on(event, forward);
    return () => ipcRenderer.off(event, forward);
  },
};

contextBridge.exposeInMainWorld('api', api);
