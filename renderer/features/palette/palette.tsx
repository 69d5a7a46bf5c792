import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { preferences, setPreferences } from '../../app/preferences';
import { offer, type PaletteCommand } from './palette-command';
import './palette.css';

type PaletteProps = Readonly<{
  commands: readonly PaletteCommand[];
  /** Headings to go to. */
  places?: readonly PaletteCommand[];
  onClose(): void;
  /** Gives the keyboard back to where it was, before a command runs and when none does. */
  onReturn(): void;
}>;

const listId = 'palette-list';
const rowId = (index: number) => `${listId}-${index}`;
const kept = 8;

/** All commands that work at the moment, filtered by Chinese words, pinyin or its initials (Ctrl+K). */
export const Palette = ({ commands, places = [], onClose, onReturn }: PaletteProps) => {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [recent] = useState(() => preferences().recentCommands);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const shown = offer(commands, places, typed, recent);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const choose = (command: PaletteCommand | undefined) => {
    if (!command) return;
    if (!places.includes(command))
      setPreferences({ recentCommands: [command.id, ...recent.filter((id) => id !== command.id)].slice(0, kept) });
    leave(command.run);
  };
  /** Once the palette is gone. */
  const leave = (then?: () => void) => {
    onClose();
    setTimeout(() => {
      onReturn();
      then?.();
    }, 0);
  };
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
    <Dialog.Root open onOpenChange={(open) => !open && leave()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog palette" aria-label="命令" initialFocus={field} finalFocus={false}>
          <input
            ref={field}
            className="palette-field"
            role="combobox"
            aria-label="查找命令或标题"
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={shown.length > 0 ? rowId(active) : undefined}
            autoComplete="off"
            placeholder="输入命令或标题，可用拼音首字母"
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          {shown.length > 0 ? (
            <div ref={list} id={listId} className="palette-list" role="listbox" aria-label="命令">
              {shown.map((command, index) => (
                <div
                  key={command.id}
                  id={rowId(index)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  onMouseMove={() => setActive(index)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(command)}
                  onKeyDown={onKeyDown}
                >
                  <span>{command.name}</span>
                  {command.note && <small>{command.note}</small>}
                  {command.keys && <kbd>{command.keys}</kbd>}
                </div>
              ))}
            </div>
          ) : (
            <p id={listId} className="palette-none">
              没有含“{typed.trim()}”的命令或标题。
            </p>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
