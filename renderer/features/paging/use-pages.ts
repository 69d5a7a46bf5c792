import { startTransition, useEffect, useState } from 'react';
import { diffDocuments } from '../../../shared/document/changes';
import type { GovDocument } from '../../../shared/document/document';
import type { LayoutOptions } from '../../../shared/layout/layout-options';
import type { Page } from '../../../shared/layout/paginate/page';
import { reportError } from '../../ipc/report-error';
import type { PageAnswer, PageRequest } from '../../workers/page-messages';

export type Paging = Readonly<{
  count: number;
  /** On which page (from 1) each block begins. */
  starts: ReadonlyMap<string, number>;
  messages: readonly string[];
  /** The pages of the newest state counted; null while nobody watches them. */
  pages: readonly Page[] | null;
  /** The newest state could not be set; the rest is that of the last that could. */
  failed: boolean;
}>;

const nothing: Paging = { count: 0, starts: new Map(), messages: [], pages: null, failed: true };

const sameStarts = (one: Paging['starts'], other: Paging['starts']): boolean =>
  one.size === other.size && [...one].every(([block, page]) => other.get(block) === page);
const sameMessages = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((message, at) => message === other[at]);

/** Takes over what is unchanged, so that nothing is drawn again for nothing. */
const merge = (before: Paging | null, after: Paging): Paging => {
  if (!before || before.failed !== after.failed || before.count !== after.count) return after;
  const starts = sameStarts(before.starts, after.starts) ? before.starts : after.starts;
  const messages = sameMessages(before.messages, after.messages) ? before.messages : after.messages;
  const same = starts === before.starts && messages === before.messages && before.pages === after.pages;
  return same ? before : { ...after, starts, messages };
};

/** Pages are counted when typing pauses this long, never while somebody types. */
const pause = 700;
/** The first count waits until nothing else is to be done, so many milliseconds at the most. */
const longestWait = 2000;

/** The window's end of the one who counts the pages of a document. */
const createPager = (
  opened: GovDocument,
  first: LayoutOptions,
  show: (change: (before: Paging | null) => Paging) => void,
) => {
  let worker: Worker | null = null;
  let sent = opened;
  let latest = opened;
  let options = first;
  let watched = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (message: PageRequest) => worker?.postMessage(message);
  const fail = (name: string) => {
    void reportError(`pages:${name}`, null);
    show((before) => ({ ...(before ?? nothing), failed: true }));
  };
  const handOver = () => {
    timer = undefined;
    const changes = diffDocuments(sent, latest);
    sent = latest;
    if (changes) tell({ kind: 'changes', changes });
  };
  return {
    start() {
      worker = new Worker(new URL('../../workers/page-worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<PageAnswer>) => {
        if (data.kind === 'failed') fail(data.name);
        // An answer from before the pages were asked for.
        else if (!watched || data.pages) show((before) => merge(before, { ...data, failed: false }));
      };
      worker.onerror = () => fail('worker');
      sent = latest;
      tell({ kind: 'load', document: latest, options });
      if (watched) tell({ kind: 'watch', watched });
    },
    changed(document: GovDocument) {
      latest = document;
      clearTimeout(timer);
      timer = setTimeout(handOver, pause);
    },
    setOptions(next: LayoutOptions) {
      if (next === options) return;
      options = next;
      tell({ kind: 'options', options });
    },
    /** Asks for the pages themselves, of the newest state. */
    watch(next: boolean) {
      watched = next;
      clearTimeout(timer);
      if (next) handOver();
      tell({ kind: 'watch', watched });
    },
    stop() {
      clearTimeout(timer);
      worker?.terminate();
      worker = null;
    },
  };
};

/** The pages of one open document: counted in a worker when typing pauses; null before the first count. */
export const usePages = (opened: GovDocument, options: LayoutOptions) => {
  const [paging, setPaging] = useState<Paging | null>(null);
  const [pager] = useState(() => createPager(opened, options, (change) => startTransition(() => setPaging(change))));
  useEffect(() => {
    // Opening comes first: the document to write in, and its checks.
    const whenIdle = requestIdleCallback(pager.start, { timeout: longestWait });
    return () => {
      cancelIdleCallback(whenIdle);
      pager.stop();
    };
  }, [pager]);
  useEffect(() => pager.setOptions(options), [pager, options]);
  return { paging, pager };
};
