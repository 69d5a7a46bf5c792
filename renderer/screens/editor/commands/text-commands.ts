import type { DeskEntry, DeskState } from './desk-state';

/** Taking back, finding and replacing. */
export const textCommands = (state: DeskState): readonly DeskEntry[] => {
  const { caret, run } = state;
  return [
    {
      id: 'undo',
      name: '撤销',
      pinyin: 'che xiao',
      keys: 'Ctrl+Z',
      when: caret?.canUndo === true,
      run: () => run({ type: 'undo' }),
    },
    {
      id: 'redo',
      name: '恢复',
      pinyin: 'hui fu',
      keys: 'Ctrl+Y',
      when: caret?.canRedo === true,
      run: () => run({ type: 'redo' }),
    },
    { id: 'find', name: '查找', pinyin: 'cha zhao', keys: 'Ctrl+F', run: () => state.find(false) },
    { id: 'replace', name: '替换', pinyin: 'ti huan', keys: 'Ctrl+H', run: () => state.find(true) },
  ];
};
