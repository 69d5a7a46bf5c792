import { useState } from 'react';
import { preferences, setPreferences } from '../../app/preferences';
import { PickList } from '../../app/ui/pick-list';
import { offer, type PaletteCommand } from './palette-command';

type PaletteProps = Readonly<{
  commands: readonly PaletteCommand[];
  /** Headings to go to. */
  places?: readonly PaletteCommand[];
  onClose(): void;
  /** Gives the keyboard back to where it was, before a command runs and when none does. */
  onReturn(): void;
}>;

const kept = 8;

/** All commands that work at the moment, filtered by Chinese words, pinyin or its initials (Ctrl+K). */
export const Palette = ({ commands, places = [], onClose, onReturn }: PaletteProps) => {
  const [recent] = useState(() => preferences().recentCommands);

  /** Once the palette is gone. */
  const leave = (then?: () => void) => {
    onClose();
    setTimeout(() => {
      onReturn();
      then?.();
    }, 0);
  };
  const pick = (command: PaletteCommand) => {
    if (!places.includes(command))
      setPreferences({ recentCommands: [command.id, ...recent.filter((id) => id !== command.id)].slice(0, kept) });
    leave(command.run);
  };

  return (
    <PickList
      names={{ dialog: '命令', field: '查找命令或标题', list: '命令' }}
      placeholder="输入命令或标题，可用拼音首字母"
      offer={(typed) => offer(commands, places, typed, recent)}
      idOf={({ id }) => id}
      row={({ name, note, keys }) => (
        <>
          <span>{name}</span>
          {note && <small>{note}</small>}
          {keys && <kbd>{keys}</kbd>}
        </>
      )}
      none={(typed) => `没有含“${typed}”的命令或标题。`}
      onPick={pick}
      onClose={leave}
    />
  );
};
