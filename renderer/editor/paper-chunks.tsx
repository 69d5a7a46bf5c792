import type { ReactElement } from 'react';
import type { RenderChunkProps } from 'slate-react';

/**
 * Blocks come in chunks of so many: a key renders the list of one chunk again, not the whole part's, and only chunks
 * near the screen are laid out (`content-visibility` in editor.css).
 */
export const chunkSize = 32;

/** A line of the paper: 28 characters (GB/T 9704-2012, 5.2.3). */
const lineLength = 28;
/** Lines a picture takes until it has been seen. */
const pictureLines = 10;

/** Gives a chunk the height of so many lines until it has been seen; from then on the browser remembers its own. */
const guessHeight = (chunk: HTMLElement | null): void => {
  if (!chunk) return;
  let lines = 0;
  // Two more: the indent, and on average half a number.
  for (const { textContent, classList } of chunk.children) {
    lines += Math.ceil(((textContent?.length ?? 0) + 2) / lineLength);
    if (classList.contains('picture')) lines += pictureLines;
  }
  chunk.style.setProperty('--lines', String(lines));
};

export const renderChunk = ({ attributes, children, lowest }: RenderChunkProps): ReactElement =>
  lowest ? (
    <div {...attributes} className="chunk" ref={guessHeight}>
      {children}
    </div>
  ) : (
    children
  );

/** The chunk of a node, the one before and the one behind it. */
const chunksAround = (node: Node): readonly Element[] => {
  const chunk = (node instanceof Element ? node : node.parentElement)?.closest('.part > *');
  return [chunk, chunk?.previousElementSibling, chunk?.nextElementSibling].filter((element) => element != null);
};

/**
 * Keeps the chunk of the caret and its neighbours laid out when they are scrolled away: the browser types at, and
 * moves the caret by, what is laid out. (It does so by itself for a selection that is not collapsed.)
 * @returns what ends it
 */
export const keepCaretLaidOut = (paper: HTMLElement): (() => void) => {
  let near: readonly Element[] = [];
  const follow = (): void => {
    const node = getSelection()?.focusNode;
    if (!node || !paper.contains(node)) return;
    const next = chunksAround(node);
    if (next[0] === near[0] && next.length === near.length) return;
    for (const element of near) element.removeAttribute('data-near');
    for (const element of next) element.setAttribute('data-near', '');
    near = next;
  };
  document.addEventListener('selectionchange', follow);
  return () => document.removeEventListener('selectionchange', follow);
};

/** Time in which the browser finds out by itself what has come to the screen, in milliseconds. */
const settling = 500;

/** Scrolls to a place in the text, which stays where it is put: what is around it has its true height at once. */
export const scrollToMiddle = (element: Element): void => {
  const around = chunksAround(element);
  for (const chunk of around) chunk.setAttribute('data-shown', '');
  element.scrollIntoView({ block: 'center' });
  setTimeout(() => {
    for (const chunk of around) chunk.removeAttribute('data-shown');
  }, settling);
};
