import { ipcMain, type WebFrameMain } from 'electron';
import { channels } from '../../shared/ipc/channels';
import type { Channel } from '../../shared/ipc/contract';
import type { Log } from '../log';
import { answerCall, type Handlers } from './answer-call';

/**
 * Opens the door: every channel of the contract, for trusted senders only. The only place that knows ipcMain.
 * @param handlersFor the handlers of the window that a frame belongs to; null for a sender that is not trusted
 * @param onFailure told what a handler has thrown
 */
export const registerHandlers = (
  handlersFor: (frame: WebFrameMain | null) => Handlers | null,
  log: Log,
  onFailure: (error: unknown) => void,
): void => {
  const open = <C extends Channel>(channel: C): void => {
    ipcMain.handle(channel, (event, input: unknown) => {
      const handlers = handlersFor(event.senderFrame);
      if (handlers) return answerCall(channel, handlers[channel], input, log, onFailure);
      log.info('call refused', { channel });
      throw new Error('refused');
    });
  };
  for (const channel of channels) open(channel);
};
