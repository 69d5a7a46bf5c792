import type { OutlineRow } from '../../../app/outline/outline-rows';
import type { PaletteCommand } from '../../../features/palette/palette-command';

/** Headings to go to, numbers included. */
export const headingPlaces = (rows: readonly OutlineRow[], onJump: (blockId: string) => void): PaletteCommand[] =>
  rows.map((row) => ({
    id: `to-${row.id}`,
    name: `${row.label}${row.text}`,
    note: '转到',
    pinyin: '',
    run: () => onJump(row.blockId),
  }));
