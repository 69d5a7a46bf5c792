import { blocksHere, type DeskEntry, type DeskState } from './desk-state';

const inserts = [
  { type: 'insertResponsibility', name: '插入责任单位', pinyin: 'cha ru ze ren dan wei' },
  { type: 'insertBox', name: '插入专栏', pinyin: 'cha ru zhuan lan' },
  { type: 'insertTable', name: '插入表格', pinyin: 'cha ru biao ge' },
  { type: 'insertDash', name: '插入列项', note: '——', pinyin: 'cha ru lie xiang' },
  { type: 'insertAttachment', name: '插入附件', pinyin: 'cha ru fu jian' },
] as const;

/** What can be put behind or into the block with the caret. */
export const insertCommands = (state: DeskState): readonly DeskEntry[] => {
  const { run } = state;
  const { here } = blocksHere(state);
  return [
    { id: 'picture', name: '插入图片', pinyin: 'cha ru tu pian', when: here, run: state.insertPicture },
    ...inserts.map(({ type, ...words }) => ({ id: type, ...words, when: here, run: () => run({ type }) })),
    {
      id: 'take-over',
      name: '从其他文稿取用',
      note: '整章',
      pinyin: 'cong qi ta wen gao qu yong',
      run: state.takeOver,
    },
    {
      id: 'reference',
      name: '插入引用',
      pinyin: 'cha ru yin yong',
      keys: 'Ctrl+Shift+Y',
      when: here,
      run: state.askReference,
    },
    {
      id: 'footnote',
      name: state.caret?.footnote ? '修改脚注' : '插入脚注',
      pinyin: state.caret?.footnote ? 'xiu gai jiao zhu' : 'cha ru jiao zhu',
      keys: 'Ctrl+Alt+F',
      when: here,
      run: state.askFootnote,
    },
  ];
};
