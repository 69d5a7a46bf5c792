import { type ReactElement, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { ReactEditor } from 'slate-react';
import { findBlock } from '../model/blocks';
import { useSession } from '../session-context';

/** Id of the list, and of its rows with their index behind it, for the caret's aria attributes. */
export const menuId = 'insert-menu';

/** Under the block of the caret, above it where there is no room below. */
export const InsertMenu = (): ReactElement | null => {
  const { editor, menu } = useSession();
  const state = useSyncExternalStore(menu.subscribe, menu.get);
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const entry = state ? findBlock(editor, state.blockId) : undefined;
    const desk = list.current?.offsetParent;
    if (!entry || !list.current || !desk) return;
    const block = ReactEditor.toDOMNode(editor, entry[0]).getBoundingClientRect();
    const frame = desk.getBoundingClientRect();
    const { offsetHeight } = list.current;
    const below = block.bottom + 6;
    const fits = below + offsetHeight <= frame.bottom || block.top - 6 - offsetHeight < frame.top;
    const top = fits ? below : block.top - 6 - offsetHeight;
    list.current.style.top = `${top - frame.top + desk.scrollTop}px`;
    list.current.style.left = `${block.left - frame.left + desk.scrollLeft + 48}px`;
  }, [editor, state]);

  // Its place is measured once, when it opens or narrows.
  useEffect(() => {
    window.addEventListener('resize', menu.close);
    return () => window.removeEventListener('resize', menu.close);
  }, [menu]);

  if (!state || state.items.length === 0) return null;
  return (
    <div ref={list} id={menuId} className="insert-menu" role="listbox" aria-label="插入">
      {state.items.map((item, index) => (
        <div
          key={item.key}
          id={`${menuId}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === state.active}
          // The caret stays in the text.
          onMouseDown={(event) => {
            event.preventDefault();
            menu.choose(item);
          }}
        >
          <span className="mark">{item.mark}</span>
          {item.name}
          {item.note && <small>{item.note}</small>}
          <kbd>{index === state.active ? 'Enter' : initials(item.pinyin)}</kbd>
        </div>
      ))}
    </div>
  );
};

const initials = (pinyin: string): string =>
  pinyin
    .split(' ')
    .map((syllable) => syllable[0])
    .join('');
