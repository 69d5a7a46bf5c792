import { matches, type Named } from '../../editor/menu/match-pinyin';

/** Something the palette offers. A screen lists only what works at the moment. */
export type PaletteCommand = Named &
  Readonly<{
    /** Stays the same from one start of the app to the next, so that what was used last can be offered first. */
    id: string;
    /** Its shortcut, written as Ctrl+E. */
    keys?: string;
    run(): void;
  }>;

/** So many commands used last come first. */
export const recentCount = 5;

/**
 * What the palette shows for what was typed.
 * @param commands in the order in which they are offered
 * @param places headings to go to; they come behind the commands, and only when something was typed
 * @param recent ids of commands, those used last first
 */
export const offer = (
  commands: readonly PaletteCommand[],
  places: readonly PaletteCommand[],
  query: string,
  recent: readonly string[],
): readonly PaletteCommand[] => {
  const rank = ({ id }: PaletteCommand): number => {
    const at = recent.slice(0, recentCount).indexOf(id);
    return at < 0 ? recentCount : at;
  };
  const found = commands.filter((command) => matches(command, query)).toSorted((a, b) => rank(a) - rank(b));
  return query.trim() === '' ? found : [...found, ...places.filter((place) => matches(place, query))];
};
