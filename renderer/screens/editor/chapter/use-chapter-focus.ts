import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { OutlineRow } from '../../../app/outline/outline-rows';
import type { EditorHandle } from '../../../editor/document-editor';
import type { Reading } from '../session/use-reading';
import { chapterOf, chapterStyle } from './chapter-focus';

/** Whether something on the paper can be seen. */
const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/** The element of the text in which the caret stands; null when it is elsewhere. */
const caretElement = (): Element | null => getSelection()?.focusNode?.parentElement?.closest('.paper *') ?? null;

/**
 * 只看一章: the rest of the paper is out of sight, by a style of its own, so that neither the text nor what Slate has
 * rendered is touched. Ends by itself when its heading is gone, or when the caret comes to what is out of sight.
 */
export const useChapterFocus = (
  reading: Reading,
  editor: RefObject<EditorHandle | null>,
  caretBlock: string | null,
) => {
  const [only, setOnly] = useState<string | null>(null);
  const [sheet] = useState(() => new CSSStyleSheet());
  const { document: read, rows } = reading;
  const row = useMemo(() => rows.find(({ id }) => id === only) ?? null, [rows, only]);

  useEffect(() => {
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [sheet]);
  useLayoutEffect(() => {
    const chapter = only === null ? null : chapterOf(read, rows, only);
    if (only !== null && !chapter) setOnly(null);
    sheet.replaceSync(chapter ? chapterStyle(read, chapter) : '');
  }, [sheet, read, rows, only]);
  const head = row?.blockId ?? null;
  /** A jump ends the view of one chapter and scrolls by itself. */
  const jumping = useRef(false);
  useEffect(() => {
    const at = caretElement();
    if (head === null) {
      if (!jumping.current) at?.scrollIntoView({ block: 'center' });
      jumping.current = false;
    } else if (at && isShown(at)) {
      editor.current?.focus();
      at.scrollIntoView({ block: 'center' });
    } else editor.current?.reveal(head);
  }, [editor, head]);

  const showAll = useCallback(() => {
    sheet.replaceSync('');
    setOnly(null);
  }, [sheet]);
  /** Called before the caret is sent to a block. */
  const uncover = useCallback(
    (blockId: string) => {
      const block = only !== null && document.querySelector(`.paper [data-block="${blockId}"]`);
      if (!block || isShown(block)) return;
      jumping.current = true;
      showAll();
    },
    [only, showAll],
  );
  // Where the caret has come to is seen; where it has stood when a chapter was chosen may be out of sight.
  const latest = useRef(uncover);
  latest.current = uncover;
  useEffect(() => {
    if (caretBlock !== null) latest.current(caretBlock);
  }, [caretBlock]);
  const showOnly = useCallback((wanted: OutlineRow) => setOnly(wanted.id), []);
  return { row, showOnly, showAll, uncover };
};
