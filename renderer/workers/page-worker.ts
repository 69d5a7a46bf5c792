import { applyChanges } from '../../shared/document/changes';
import type { GovDocument } from '../../shared/document/document';
import { layOut } from '../../shared/layout/lay-out';
import type { LayoutOptions } from '../../shared/layout/layout-options';
import type { Page } from '../../shared/layout/paginate/page';
import { paginate } from '../../shared/layout/paginate/paginate';
import type { PageAnswer, PageRequest } from './page-messages';

let mirror: GovDocument | null = null;
let options: LayoutOptions | null = null;
let watched = false;
let timer: ReturnType<typeof setTimeout> | undefined;

const answer = (message: PageAnswer) => postMessage(message);

const startsOf = (pages: readonly Page[]): Map<string, number> => {
  const starts = new Map<string, number>();
  for (const { number, lines } of pages)
    for (const { pieces } of lines)
      for (const { block } of pieces) if (block !== undefined && !starts.has(block)) starts.set(block, number);
  return starts;
};

const count = () => {
  if (!mirror || !options) return;
  try {
    const laidOut = layOut(mirror, options);
    const pages = paginate(laidOut, options);
    const { messages } = laidOut;
    answer({ kind: 'pages', count: pages.length, starts: startsOf(pages), messages, pages: watched ? pages : null });
  } catch (error) {
    // Only its name: the message of an error may quote the document.
    answer({ kind: 'failed', name: error instanceof Error ? error.name : 'unknown' });
  }
};

/** Keeps a mirror of the document and pages its newest state; messages that come together are taken in first. */
addEventListener('message', ({ data }: MessageEvent<PageRequest>) => {
  switch (data.kind) {
    case 'load':
      mirror = data.document;
      options = data.options;
      break;
    case 'changes':
      if (mirror) mirror = applyChanges(mirror, data.changes);
      break;
    case 'options':
      options = data.options;
      break;
    case 'watch':
      watched = data.watched;
      if (!watched) return;
      break;
  }
  clearTimeout(timer);
  timer = setTimeout(count, 0);
});
