const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

const time = async (task: () => unknown): Promise<number> => {
  const start = performance.now();
  await task();
  return performance.now() - start;
};

type Times = Readonly<{
  /** How often each side works; the median counts. */
  repeats?: number;
  /** How often before that, uncounted. */
  warmUps?: number;
}>;

/** Medians in ms of both sides, working in turn so that a busy machine meets both alike. */
export const measurePair = async (
  ours: () => unknown,
  peer: () => unknown,
  { repeats = 20, warmUps = 3 }: Times = {},
): Promise<{ ours: number; peer: number }> => {
  const times = { ours: [] as number[], peer: [] as number[] };
  for (let at = -warmUps; at < repeats; at += 1) {
    const pair = { ours: await time(ours), peer: await time(peer) };
    if (at < 0) continue;
    times.ours.push(pair.ours);
    times.peer.push(pair.peer);
  }
  return { ours: median(times.ours), peer: median(times.peer) };
};
