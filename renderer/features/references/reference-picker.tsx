import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import { type ReferenceTarget, referenceNames } from '../../../shared/references/reference-names';
import './references.css';

type ReferencePickerProps = Readonly<{
  document: GovDocument;
  /** The part in which the reference will stand. */
  part: string;
  /** Gives the keyboard back to the text, then puts the reference there; null when none was picked. */
  onClose(target: string | null): void;
}>;

const listId = 'reference-list';
const rowId = (index: number) => `${listId}-${index}`;

/** What a person types of a name: without brackets and spaces, in either width. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s()]/g, '');

const answers = ({ name, text }: ReferenceTarget, query: string): boolean => plain(name + text).includes(plain(query));

/** Everything that can be referred to, as it will be called in the text, filtered by number or words. */
export const ReferencePicker = ({ document, part, onClose }: ReferencePickerProps) => {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const all = useMemo(() => referenceNames(document).targets(part), [document, part]);
  const shown = all.filter((target) => answers(target, typed));

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const choose = (target: ReferenceTarget | undefined) => target && onClose(target.id);
  const move = (by: number) => setActive(shown.length === 0 ? 0 : (active + by + shown.length) % shown.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') choose(shown[active]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog references" aria-label="引用" initialFocus={field} finalFocus={false}>
          <input
            ref={field}
            className="references-field"
            role="combobox"
            aria-label="查找要引用的内容"
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={shown.length > 0 ? rowId(active) : undefined}
            autoComplete="off"
            placeholder="引用：输入编号或标题"
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          {shown.length > 0 ? (
            <div ref={list} id={listId} className="references-list" role="listbox" aria-label="可以引用的内容">
              {shown.map((target, index) => (
                <div
                  key={target.id}
                  id={rowId(index)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  onMouseMove={() => setActive(index)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(target)}
                  onKeyDown={onKeyDown}
                >
                  <b>{target.name}</b>
                  <span>{target.text}</span>
                </div>
              ))}
            </div>
          ) : (
            <p id={listId} className="references-none">
              {all.length === 0
                ? '文中还没有带编号的条目、专栏或附件，不能引用。'
                : `没有含“${typed.trim()}”的条目、专栏或附件。`}
            </p>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
