import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { focusAtOnce } from './focus-at-once';
import './pick-list.css';

type PickListProps<T> = Readonly<{
  /** What the dialog, its field and its list are called by a screen reader. */
  names: Readonly<{ dialog: string; field: string; list: string }>;
  placeholder: string;
  /** What answers to the typed characters, best first. */
  offer(typed: string): readonly T[];
  idOf(item: T): string;
  row(item: T): ReactNode;
  /** The sentence shown when nothing answers. */
  none(typed: string): string;
  onPick(item: T): void;
  onClose(): void;
}>;

/**
 * A list to pick from by typing: ↑↓ move, Enter picks, Esc leaves. It keeps the keyboard to itself and gives it back
 * to nobody: whoever opened it knows where the caret was.
 */
export const PickList = <T,>({
  names,
  placeholder,
  offer,
  idOf,
  row,
  none,
  onPick,
  onClose,
}: PickListProps<T>): ReactNode => {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const shown = offer(typed);
  const chosen = shown[active];

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const move = (by: number) => setActive(shown.length === 0 ? 0 : (active + by + shown.length) % shown.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key !== 'Enter') return;
    else if (chosen) onPick(chosen);
    event.preventDefault();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          className="dialog pick-list"
          aria-label={names.dialog}
          initialFocus={focusAtOnce(() => field.current)}
          finalFocus={false}
        >
          <input
            ref={field}
            role="combobox"
            aria-label={names.field}
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={chosen ? `${listId}-${active}` : undefined}
            autoComplete="off"
            placeholder={placeholder}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          {shown.length > 0 ? (
            <div ref={list} id={listId} role="listbox" aria-label={names.list}>
              {shown.map((item, index) => (
                <div
                  key={idOf(item)}
                  id={`${listId}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  onMouseMove={() => setActive(index)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onPick(item)}
                  onKeyDown={onKeyDown}
                >
                  {row(item)}
                </div>
              ))}
            </div>
          ) : (
            <p id={listId}>{none(typed.trim())}</p>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
