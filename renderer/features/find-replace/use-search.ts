import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type Beside, besideKey, besideTexts } from '../../../shared/document/beside-text';
import type { GovDocument } from '../../../shared/document/document';
import type { DocumentFunction } from '../../../shared/functions/types';
import type { EditorHandle } from '../../editor/document-editor';
import type { TextRange } from '../../editor/findings/hit-marks';
import { mostHits } from '../../workers/search-texts';
import { createSearcher } from './search-in-worker';
import { compileQuery, expandReplacement, type SearchQuery } from './search-query';
import { type SearchScope, textsIn } from './search-scope';

/** A hit, with what the groups of a pattern caught and the text in which it stands. */
export type Hit = TextRange & Readonly<{ groups: readonly string[]; text: string }>;
type Place = Readonly<{ blockId: string | null; beside?: Beside; start: number }>;

/** What has been found; `current` is -1 when nothing was. */
export type Found = Readonly<{
  hits: readonly Hit[];
  current: number;
  /** Why there is no answer: a bad pattern, one that takes too long. */
  problem: string | null;
}>;

type Surroundings = Readonly<{
  editor: RefObject<EditorHandle | null>;
  functions: ReadonlyMap<string, DocumentFunction>;
  composing(): boolean;
  /** Shows a block that is hidden at present. */
  uncover(blockId: string): void;
}>;

const nothing: Found = { hits: [], current: -1, problem: null };
const tooSlow = '这个正则要试的情形太多，请写得具体一些。';
/** So long after a change in the text the hits are looked for again. */
const delay = 200;

/** Index of the first hit at or behind a place; the first one when none is. Beside a block is behind its text. */
const firstFrom = (hits: readonly Hit[], document: GovDocument, from: Place): number => {
  if (hits.length === 0) return -1;
  const blocks = document.parts.flatMap((part) => part.children);
  const order = new Map(blocks.map(({ id }, at) => [id, at] as const));
  const rank = ({ blockId, beside }: Place): readonly [number, number] => {
    const at = order.get(blockId ?? '') ?? 0;
    const asides = beside ? besideTexts(blocks[at]!).map((aside) => besideKey(aside.beside)) : [];
    return [at, beside ? asides.indexOf(besideKey(beside)) : -1];
  };
  const [block, aside] = rank(from);
  const found = hits.findIndex((hit) => {
    const [at, besideAt] = rank(hit);
    if (at !== block) return at > block;
    return besideAt === aside ? hit.start >= from.start : besideAt > aside;
  });
  return Math.max(found, 0);
};

/** Finds while the query is being written and while the text changes; steps and replaces. */
export const useSearch = (query: SearchQuery, scope: SearchScope, surroundings: Surroundings) => {
  const [searcher] = useState(createSearcher);
  const [found, setFound] = useState<Found>(nothing);
  /** The hits shown and the document in which they were found. */
  const shown = useRef<{ found: Found; document: GovDocument | null }>({ found: nothing, document: null });
  const latest = useRef({ query, scope, ...surroundings });
  latest.current = { query, scope, ...surroundings };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback((next: Found, document: GovDocument | null) => {
    shown.current = { found: next, document };
    setFound(next);
    latest.current.editor.current?.showHits(next.hits, next.current);
  }, []);

  /** Goes to the first hit from a place on; false when a newer search has taken over. */
  const search = useCallback(
    async (from: Place): Promise<boolean> => {
      const { query, scope, editor, functions } = latest.current;
      const document = editor.current?.getDocument();
      if (!document || query.text === '') {
        searcher.stop();
        show(nothing, document ?? null);
        return true;
      }
      const compiled = compileQuery(query);
      if ('problem' in compiled) {
        searcher.stop();
        show({ ...nothing, problem: compiled.problem }, document);
        return true;
      }
      const caret = editor.current?.getCaret().blockId ?? null;
      const { texts, places } = textsIn(document, scope, caret, functions);
      const answer = await searcher.search({ ...compiled, texts });
      if (answer === null) return false;
      if (answer === 'slow') {
        show({ ...nothing, problem: tooSlow }, document);
        return true;
      }
      const hits = answer.map(({ text, start, groups }): Hit => {
        const { offset, ...place } = places[text]!;
        return { ...place, start: offset + start, end: offset + start + groups[0]!.length, groups, text: texts[text]! };
      });
      show({ hits, current: firstFrom(hits, document, from), problem: null }, document);
      return true;
    },
    [searcher, show],
  );

  const placeOfCurrent = (): Place =>
    shown.current.found.hits[shown.current.found.current] ?? {
      blockId: latest.current.editor.current?.getCaret().blockId ?? null,
      start: 0,
    };
  const isFresh = () => shown.current.document === latest.current.editor.current?.getDocument();
  /** Makes sure that the hits are those of the text as it stands. */
  const settle = async (): Promise<boolean> => isFresh() || ((await search(placeOfCurrent())) && isFresh());

  const goTo = (current: number): void => {
    const { found: before, document } = shown.current;
    const hit = before.hits[current];
    if (!hit) return;
    show({ ...before, current }, document);
    latest.current.uncover(hit.blockId);
    latest.current.editor.current?.scrollTo(hit);
  };

  const { text, pattern, caseSensitive, wholeWord } = query;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes the question asks it again
  useEffect(() => {
    void search(placeOfCurrent()).then((done) => done && goTo(shown.current.found.current));
  }, [text, pattern, caseSensitive, wholeWord, scope]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      searcher.stop();
      latest.current.editor.current?.showHits([], -1);
    },
    [searcher],
  );

  return {
    found,
    /** The text has changed: looks again when it rests and no input method is open. */
    changed: () => {
      clearTimeout(timer.current);
      const again = () => {
        if (latest.current.composing()) timer.current = setTimeout(again, delay);
        else void search(placeOfCurrent());
      };
      timer.current = setTimeout(again, delay);
    },
    step: async (direction: 1 | -1) => {
      if (!(await settle())) return;
      const { hits, current } = shown.current.found;
      if (hits.length > 0) goTo((current + direction + hits.length) % hits.length);
    },
    /** Puts the caret where the search has got to. */
    leave: () => {
      const { editor } = latest.current;
      const hit = isFresh() ? shown.current.found.hits[shown.current.found.current] : undefined;
      if (hit) editor.current?.select(hit);
      else editor.current?.focus();
    },
    replaceOne: async (replacement: string) => {
      if (!(await settle())) return;
      const { hits, current } = shown.current.found;
      const hit = hits[current];
      if (!hit) return;
      const { query, editor } = latest.current;
      const words = expandReplacement(replacement, query.pattern, hit.groups);
      editor.current?.runFromOutside({ type: 'replaceTexts', edits: [{ ...hit, text: words }] });
      if (await search({ ...hit, start: hit.start + words.length })) goTo(shown.current.found.current);
    },
    /** Replaces all hits in one step of undo; how many, or null when nothing could be done. */
    replaceAll: async (replacement: string): Promise<number | null> => {
      if (!(await settle())) return null;
      const { hits } = shown.current.found;
      if (hits.length === 0 || hits.length === mostHits) return null;
      const { query, editor } = latest.current;
      const edits = hits.map((hit) => ({ ...hit, text: expandReplacement(replacement, query.pattern, hit.groups) }));
      editor.current?.runFromOutside({ type: 'replaceTexts', edits });
      await search(placeOfCurrent());
      return hits.length;
    },
  };
};
