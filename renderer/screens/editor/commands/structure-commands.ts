import type { Block } from '../../../../shared/document/block';
import { canMove } from '../../../editor/commands/move-branch';
import { branchEnd } from '../../../editor/model/blocks';
import { levelChoices } from '../levels';
import { blocksHere, type DeskEntry, type DeskState } from './desk-state';

/** Whether all of a branch stays within four levels when it goes one up or down. */
const canShift = (blocks: readonly Block[], index: number, by: 1 | -1): boolean => {
  const block = blocks[index];
  if (block?.type === 'paragraph') return by === 1;
  if (block?.type !== 'clause') return false;
  return blocks
    .slice(index, branchEnd(blocks, index))
    .every((one) => one.type !== 'clause' || one.boxId !== block.boxId || (one.level + by >= 1 && one.level + by <= 4));
};

/** Level and place of the block with the caret, and the branch below it. */
export const structureCommands = (state: DeskState): readonly DeskEntry[] => {
  const { caret, run } = state;
  const { blocks, at, here } = blocksHere(state);
  const blockId = caret?.blockId ?? null;
  const writable = caret?.type === 'clause' || caret?.type === 'paragraph' || caret?.type === 'dash';
  return [
    ...levelChoices.map(({ level, label, name, pinyin }) => ({
      id: `level-${level}`,
      name: `设为${name}`,
      ...(level !== 'body' && { note: label }),
      pinyin: `she wei ${pinyin}`,
      when: writable && (level === 'body' ? caret?.type !== 'paragraph' : caret?.level !== level),
      run: () => run({ type: 'setLevel', level }),
    })),
    {
      id: 'demote',
      name: '降一级',
      pinyin: 'jiang yi ji',
      keys: 'Tab',
      when: here && canShift(blocks, at, 1),
      run: () => run({ type: 'demote' }),
    },
    {
      id: 'promote',
      name: '升一级',
      pinyin: 'sheng yi ji',
      keys: 'Shift+Tab',
      when: here && canShift(blocks, at, -1),
      run: () => run({ type: 'promote' }),
    },
    {
      id: 'up',
      name: '上移',
      pinyin: 'shang yi',
      keys: 'Alt+↑',
      when: here && canMove(blocks, at, 'up'),
      run: () => run({ type: 'moveBranch', direction: 'up' }),
    },
    {
      id: 'down',
      name: '下移',
      pinyin: 'xia yi',
      keys: 'Alt+↓',
      when: here && canMove(blocks, at, 'down'),
      run: () => run({ type: 'moveBranch', direction: 'down' }),
    },
    {
      id: 'run-in',
      name: caret?.runIn ? '标题独立成行' : '标题后接写正文',
      pinyin: caret?.runIn ? 'biao ti du li cheng hang' : 'biao ti hou jie xie zheng wen',
      when: caret?.type === 'clause',
      run: () => run({ type: 'toggleRunIn' }),
    },
    {
      id: 'select',
      name: '选中本条及以下内容',
      pinyin: 'xuan zhong ben tiao ji yi xia nei rong',
      when: here,
      run: () => blockId !== null && run({ type: 'selectBranch', id: blockId }),
    },
    {
      id: 'delete',
      name: '删除本条及以下内容',
      pinyin: 'shan chu ben tiao ji yi xia nei rong',
      when: here,
      run: () => blockId !== null && run({ type: 'deleteBranch', id: blockId }),
    },
  ];
};
