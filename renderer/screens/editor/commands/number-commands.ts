import type { DeskEntry, DeskState } from './desk-state';

/** How the document is numbered; locked and frozen numbers. */
export const numberCommands = (state: DeskState): readonly DeskEntry[] => {
  const { numbers, run } = state;
  return [
    { id: 'numbering', name: '编号方式', pinyin: 'bian hao fang shi', run: state.openNumbering },
    {
      id: 'lock-number',
      name: numbers.locked ? '解除锁定编号' : '锁定编号',
      note: numbers.label ?? '',
      pinyin: numbers.locked ? 'jie chu suo ding bian hao' : 'suo ding bian hao',
      when: numbers.label !== null,
      run: () => run({ type: 'toggleNumberLock' }),
    },
    {
      id: 'freeze-numbers',
      name: numbers.frozen ? '解除冻结编号' : '冻结全部编号',
      pinyin: numbers.frozen ? 'jie chu dong jie bian hao' : 'dong jie quan bu bian hao',
      run: () => run({ type: numbers.frozen ? 'unfreezeNumbers' : 'freezeNumbers' }),
    },
  ];
};
