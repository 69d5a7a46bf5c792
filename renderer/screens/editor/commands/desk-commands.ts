import { appCommands } from '../../../app/app-commands';
import type { PaletteCommand } from '../../../features/palette/palette-command';
import type { DeskEntry, DeskState } from './desk-state';
import { elementCommands } from './element-commands';
import { fileCommands } from './file-commands';
import { findingCommands } from './finding-commands';
import { insertCommands } from './insert-commands';
import { numberCommands } from './number-commands';
import { structureCommands } from './structure-commands';
import { textCommands } from './text-commands';
import { viewCommands } from './view-commands';

/** Everything that works on the editor screen at this moment. */
export const deskCommands = (state: DeskState): PaletteCommand[] =>
  [
    ...structureCommands(state),
    ...insertCommands(state),
    ...numberCommands(state),
    ...findingCommands(state),
    ...textCommands(state),
    ...elementCommands(state),
    ...fileCommands(state),
    ...viewCommands(state),
    ...appCommands(),
    { id: 'library', name: '回到文库', pinyin: 'hui dao wen ku', run: state.toLibrary },
  ].filter(({ when }: DeskEntry) => when !== false);
