import type { Channel, EventName, EventPayload, Input, Output } from './contract';
import type { Result } from './result';

/** What the preload puts on `window.api`, and nothing else. */
export type WindowApi = Readonly<{
  invoke<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>>;
  /** Listens to an event; returns how to stop. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
}>;
