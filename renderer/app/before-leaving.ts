/** Hands over what is unsaved; rejects with the reason when that fails. */
type HandOver = () => Promise<void>;

const pending = new Set<HandOver>();

/** Called before the screen is left or the window closes; returns how to take it back. */
export const beforeLeaving = (handOver: HandOver): (() => void) => {
  pending.add(handOver);
  return () => pending.delete(handOver);
};

/** Hands over everything that is unsaved anywhere. Rejects when something could not be saved. */
export const handOverAll = async (): Promise<void> => {
  await Promise.all([...pending].map((handOver) => handOver()));
};
