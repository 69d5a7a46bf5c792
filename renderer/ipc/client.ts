import { AppError } from '../../shared/ipc/app-error';
import type { Channel, EventName, EventPayload, Input, Output } from '../../shared/ipc/contract';
import type { WindowApi } from '../../shared/ipc/window-api';

declare global {
  interface Window {
    readonly api: WindowApi;
  }
}

/**
 * Calls the machine.
 * @throws AppError with the sentence the person reads.
 */
export const call = async <C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> => {
  const result = await window.api.invoke(channel, input).catch((cause: unknown) => {
    throw new AppError('internal', '程序没有应答。请关闭后重新打开，已保存的文稿不受影响。', { cause });
  });
  if (!result.ok) throw new AppError(result.error.code, result.error.message);
  return result.value;
};

/** Listens to the machine; returns how to stop. */
export const listen = <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): (() => void) =>
  window.api.on(event, listener);

/** The sentence to show for anything that was thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof AppError ? error.message : '这一步没有完成，文稿没有丢失。请再试一次。';
