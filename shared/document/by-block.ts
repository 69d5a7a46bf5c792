import type { Block } from './block';

/**
 * Reads each block once. Blocks are immutable, so what was read of one holds for as long as it lives: after a key
 * press only the changed block is read again, and rules that compare places of a document compare what was read.
 */
export const byBlock = <Fact>(read: (block: Block) => Fact): ((block: Block) => Fact) => {
  const known = new WeakMap<Block, Readonly<{ fact: Fact }>>();
  return (block) => {
    const found = known.get(block);
    if (found) return found.fact;
    const fact = read(block);
    known.set(block, { fact });
    return fact;
  };
};
