import type { z } from 'zod';
import { AppError } from '../../shared/ipc/app-error';
import { type Channel, contract, type Output } from '../../shared/ipc/contract';
import type { Result } from '../../shared/ipc/result';
import type { Log } from '../log';

/** What a handler receives: the call's input after parsing, defaults filled in. */
export type ParsedInput<C extends Channel> = z.output<(typeof contract)[C]['input']>;

export type Handler<C extends Channel> = (input: ParsedInput<C>) => Output<C> | Promise<Output<C>>;

/** One handler for every channel: a missing one does not compile. */
export type Handlers = Readonly<{ [C in Channel]: Handler<C> }>;

/**
 * Answers one call of the window: parses its input and runs the handler. Never throws: an AppError becomes its
 * own sentence, anything else is logged under a short id that the sentence names.
 * @param onFailure told what was thrown
 */
export const answerCall = async <C extends Channel>(
  channel: C,
  handler: Handler<C>,
  input: unknown,
  log: Log,
  onFailure: (error: unknown) => void = () => undefined,
): Promise<Result<Output<C>>> => {
  try {
    const parsed = contract[channel].input.safeParse(input);
    if (!parsed.success) {
      const id = log.error(`input of ${channel}`, parsed.error);
      return failure('bad-input', `这一步没有完成：收到的内容不合规定（编号 ${id}）。文稿没有改动，请重试。`);
    }
    // The schema that parsed is the one of this channel; the compiler cannot follow that through the index.
    return { ok: true, value: await handler(parsed.data as ParsedInput<C>) };
  } catch (error) {
    onFailure(error);
    if (error instanceof AppError) {
      if (error.cause !== undefined) log.error(`${channel}: ${error.code}`, error.cause);
      return failure(error.code, error.message);
    }
    const id = log.error(channel, error);
    return failure('internal', `这一步没有完成：程序内部出错（编号 ${id}）。请重试；再次出现时请把编号告诉维护人员。`);
  }
};

const failure = (code: AppError['code'], message: string): Result<never> => ({ ok: false, error: { code, message } });
