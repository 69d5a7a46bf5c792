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
    {
      id: 'to-mainland',
      name: '繁体转简体，改用大陆用语',
      pinyin: 'fan ti zhuan jian ti gai yong da lu yong yu',
      run: () => state.reword('mainland'),
    },
    {
      id: 'full-width',
      name: '半角标点改全角',
      note: '数字、编码、英文和网址不动',
      pinyin: 'ban jiao biao dian gai quan jiao',
      run: () => state.reword('full-width'),
    },
    { id: 'replace', name: '替换', pinyin: 'ti huan', keys: 'Ctrl+H', run: () => state.find(true) },
  ];
};
