import {
  type CompositionEvent,
  type CSSProperties,
  memo,
  type ReactElement,
  useEffect,
  useRef,
  useSyncExternalStore,
} from 'react';
import { Range } from 'slate';
import { Editable, ReactEditor, Slate } from 'slate-react';
import { widenToPlaceholder } from './commands/placeholders';
import type { EditorSession } from './editor-session';
import { decorateLead } from './elements/lead';
import { renderElement } from './elements/render-element';
import { renderLeaf } from './elements/render-leaf';
import { repairText } from './ime/repair-text';
import { onKeyDown } from './keyboard';
import { InsertMenu, menuId } from './menu/insert-menu';
import { currentBlock } from './model/blocks';
import { keepCaretLaidOut, renderChunk } from './paper-chunks';
import { readSelection, showSelection } from './read-selection';
import { SessionContext } from './session-context';

/** The sign of a footnote in whose leaf the browser writes what is being composed beside it. */
const signAtCaret = (): Element | null => {
  const node = getSelection()?.focusNode;
  return (node instanceof Element ? node : node?.parentElement)?.closest('.footnote') ?? null;
};

const ignore = (): void => undefined;

/** The desk with the paper on it: one mounted editor. Findings and functions reach it through its stores. */
export const EditorSurface = memo(({ session, zoom }: { session: EditorSession; zoom: number }): ReactElement => {
  const { editor, gate, marks, hits, menu } = session;
  const desk = useRef<HTMLDivElement>(null);
  const composing = useRef(false);
  /** A key or the mouse may have moved the caret, and Slate need not know of it yet. */
  const caretMoved = useRef(false);
  const open = useSyncExternalStore(menu.subscribe, menu.get);

  useEffect(() => {
    marks.refreshAll();
    // Mounted again after an error: the caret is where it was.
    if (editor.selection) ReactEditor.focus(editor);
    return () => {
      marks.clear();
      hits.clear();
    };
  }, [editor, marks, hits]);
  useEffect(() => {
    const paper = ReactEditor.toDOMNode(editor, editor);
    // React counts the characters before the caret whenever it draws with the keyboard in an editable element, to
    // put the caret back: 3 ms each time at 2,000 blocks. The caret is Slate's business, so it may not know.
    Object.defineProperty(paper, 'contentEditable', { value: 'inherit', configurable: true });
    return keepCaretLaidOut(paper);
  }, [editor]);

  useEffect(() => {
    // What has been selected on the paper is what a button pressed right behind it is meant for.
    const onPress = (): void => readSelection(editor);
    document.addEventListener('mousedown', onPress, true);
    return () => document.removeEventListener('mousedown', onPress, true);
  }, [editor]);

  const compositionStarts = (): void => {
    // Right behind a click Slate does not know of it yet, and would write where the caret was before.
    readSelection(editor);
    composing.current = true;
    gate.close();
    signAtCaret()?.classList.add('typed-in');
    desk.current?.classList.add('composing');
  };
  const compositionEnds = (): void => {
    composing.current = false;
    // Slate takes the committed text in this event and ends its own composition right behind it.
    setTimeout(() => {
      if (composing.current) return;
      desk.current?.classList.remove('composing');
      desk.current?.querySelector('.footnote.typed-in')?.classList.remove('typed-in');
      try {
        if (desk.current) repairText(editor);
      } finally {
        gate.open();
      }
    }, 0);
  };
  /** An input method that has not ended its composition by itself when the mouse is pressed is made to. */
  const endComposition = (): void => {
    const paper = ReactEditor.toDOMNode(editor, editor);
    if (!composing.current) return;
    paper.blur();
    paper.focus({ preventScroll: true });
  };

  return (
    <SessionContext value={session}>
      <div className="desk" ref={desk} style={{ '--zoom': zoom } as CSSProperties}>
        <Slate editor={editor} onChange={ignore}>
          <Editable
            className="paper"
            aria-label="正文"
            tabIndex={0}
            aria-controls={open ? menuId : undefined}
            aria-activedescendant={open ? `${menuId}-${open.active}` : undefined}
            lang="zh-CN"
            spellCheck={false}
            disableDefaultStyles
            decorate={decorateLead}
            renderElement={renderElement}
            renderLeaf={renderLeaf}
            renderChunk={renderChunk}
            onKeyDown={(event) => {
              caretMoved.current ||= event.key.length > 1;
              onKeyDown(session, event);
            }}
            onMouseDown={() => {
              caretMoved.current = true;
              endComposition();
            }}
            onDOMBeforeInput={() => {
              // A character typed right behind an arrow goes where the arrow led, and the caret stays there.
              if (caretMoved.current) readSelection(editor);
              caretMoved.current = false;
            }}
            onPaste={(event) => {
              // Before Chromium makes elements of what is on the clipboard.
              event.preventDefault();
              editor.insertData(event.clipboardData);
            }}
            onCut={(event) => {
              // Nothing is selected, but the caret in a caption stands for the picture.
              const entry = currentBlock(editor);
              if (entry?.[0].type !== 'picture' || !editor.selection || Range.isExpanded(editor.selection))
                return false;
              event.preventDefault();
              editor.setFragmentData(event.clipboardData);
              session.run({ type: 'deleteBranch', id: entry[0].id });
              return true;
            }}
            onClick={({ target }) => {
              const sign = target instanceof Element ? target.closest('.footnote') : null;
              const id = sign?.getAttribute('data-footnote');
              if (id) session.openFootnote(id);
              else widenToPlaceholder(editor);
            }}
            onFocus={() => showSelection(editor)}
            onBlur={menu.close}
            onCompositionStart={compositionStarts}
            onCompositionUpdate={(event: CompositionEvent) => menu.compose(event.data)}
            onCompositionEnd={compositionEnds}
          />
          <InsertMenu />
        </Slate>
      </div>
    </SessionContext>
  );
});
