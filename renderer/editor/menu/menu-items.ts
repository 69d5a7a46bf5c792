import type { Block, Level } from '../../../shared/document/block';
import { blockText } from '../../../shared/document/plain-text';
import { type DocumentFunction, functionNames } from '../../../shared/functions/types';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import type { EditorCommand, HistoryCommand } from '../commands/editor-command';
import { insertBlocks, insertMissing } from '../commands/insert-elements';
import { nextLevel } from '../commands/levels';
import { type BlockEntry, blockEntryAt, bodyEnd, boxIdOf, clauseAbove, isItem, partAt, partsOf } from '../model/blocks';
import { type BlockShape, reshape } from '../model/reshape';
import type { GovEditor } from '../slate-types';
import type { Named } from './match-pinyin';

/** One offer of the insert menu. */
export type MenuItem = Named &
  Readonly<{
    key: string;
    /** The number it would get, or a sign. */
    mark: string;
    /** Carries it out; the block at the caret is an empty paragraph by then. */
    choose(): void;
  }>;

export type MenuContext = Readonly<{
  missing: readonly DocumentFunction[];
  functions: ReadonlyMap<string, DocumentFunction>;
  buildMissing(fn: DocumentFunction): readonly Block[];
  perform(command: Exclude<EditorCommand, HistoryCommand>): void;
  pickReference(): void;
  choosePicture(): void;
}>;

const functionPinyin: Readonly<Record<DocumentFunction, string>> = {
  guidingIdeology: 'zhi dao si xiang',
  goals: 'mu biao',
  tasks: 'ren wu',
  safeguards: 'bao zhang cuo shi',
};

const levelPinyin: Readonly<Record<Level, string>> = {
  1: 'yi ji biao ti',
  2: 'er ji biao ti',
  3: 'san ji biao ti',
  4: 'si ji biao ti',
};
const levelWords: Readonly<Record<Level, string>> = { 1: '一级标题', 2: '二级标题', 3: '三级标题', 4: '四级标题' };

/** The number a clause would get in the place of a block. */
const numberAt = (editor: GovEditor, [block, [part, index]]: BlockEntry, level: Level): string => {
  const boxId = boxIdOf(block);
  const clause: Block = {
    type: 'clause',
    id: block.id,
    level,
    ...(boxId !== undefined && { boxId }),
    children: [{ text: '' }],
  };
  const parts = partsOf(editor).map((one, at) =>
    at === part ? { ...one, children: one.children.with(index, clause) } : one,
  );
  return computeLabels({ parts }).get(block.id) ?? '';
};

/** Whether a chapter could begin behind the block: nothing that belongs to the one above follows. */
const atChapterEnd = (blocks: readonly Block[], index: number, level: Level): boolean => {
  const next = blocks[index + 1];
  if (index + 1 >= bodyEnd(blocks) || !next) return true;
  return next.type === 'clause' && next.boxId === undefined && next.level <= level;
};

/** What may come in the place of an empty block, the likely one first. */
export const menuItems = (editor: GovEditor, entry: BlockEntry, context: MenuContext): MenuItem[] => {
  const [block, path] = entry;
  const [part, index] = path;
  const { kind, children } = partAt(editor, part)!;
  const boxed = boxIdOf(block) !== undefined;
  const above = clauseAbove(children, index);
  const previous = children[index - 1];
  const become = (shape: BlockShape) => (): void => {
    const now = blockEntryAt(editor, path);
    if (now) reshape(editor, now, shape);
  };
  const clause = (level: Level, name = levelWords[level], pinyin = levelPinyin[level]): MenuItem => ({
    key: `level-${level}`,
    mark: numberAt(editor, entry, level),
    name,
    pinyin,
    choose: become({ type: 'clause', level }),
  });

  const likely = boxed ? 3 : nextLevel(children, index);
  const items: MenuItem[] = [
    above && isItem(above) && !boxed ? clause(likely, '下一条', 'xia yi tiao') : clause(likely),
  ];
  if (
    previous &&
    ['clause', 'paragraph', 'dash'].includes(previous.type) &&
    children[index + 1]?.type !== 'responsibility'
  )
    items.push(command('responsibility', '※', '责任单位', 'ze ren dan wei', { type: 'insertResponsibility' }));

  const missing = kind === 'main' && !boxed ? context.missing.map((fn) => missingItem(editor, entry, fn, context)) : [];
  const [next] = missing;
  if (next && atChapterEnd(children, index, 1)) items.unshift(...missing);
  else items.push(...missing);

  const others = ([1, 2, 3, 4] as const).filter(
    (level) => level !== likely && (boxed ? level > 2 : level <= likely + 1),
  );
  items.push(...others.map((level) => clause(level)));
  items.push(command('dash', '——', '列项', 'lie xiang', { type: 'insertDash' }));
  if (!boxed) items.push(command('box', '▭', '专栏', 'zhuan lan', { type: 'insertBox' }));
  items.push(command('table', '▦', '表格', 'biao ge', { type: 'insertTable' }));
  items.push({ key: 'picture', mark: '▨', name: '图片', pinyin: 'tu pian', choose: context.choosePicture });
  items.push({ key: 'reference', mark: '@', name: '引用', pinyin: 'yin yong', choose: context.pickReference });
  if (!boxed) items.push(command('attachment', '附', '附件', 'fu jian', { type: 'insertAttachment' }));

  const lacks = (type: Block['type']): boolean => !children.some((one) => one.type === type);
  if (previous && (previous.type === 'title' || previous.type === 'subtitle') && lacks('salutation'))
    items.unshift(shaped('salutation', '主送', 'zhu song', become({ type: 'salutation' })));
  if (!boxed && index + 1 >= bodyEnd(children) && kind !== 'attachment') {
    if (lacks('signature')) items.push(shaped('signature', '署名', 'shu ming', become({ type: 'signature' })));
    if (lacks('dateLine')) items.push(shaped('dateLine', '成文日期', 'cheng wen ri qi', become({ type: 'dateLine' })));
  }
  return items;

  function command(
    key: string,
    mark: string,
    name: string,
    pinyin: string,
    what: Exclude<EditorCommand, HistoryCommand>,
  ): MenuItem {
    return { key, mark, name, pinyin, choose: () => context.perform(what) };
  }
};

const shaped = (key: string, name: string, pinyin: string, choose: () => void): MenuItem => ({
  key,
  mark: '',
  name,
  pinyin,
  choose,
});

const missingItem = (
  editor: GovEditor,
  entry: BlockEntry,
  fn: DocumentFunction,
  { functions, buildMissing }: MenuContext,
): MenuItem => {
  const [, path] = entry;
  const blocks = buildMissing(fn);
  const [head] = blocks;
  const level = head?.type === 'clause' ? head.level : 1;
  const here = atChapterEnd(partAt(editor, path[0])!.children, path[1], level);
  return {
    key: `missing-${fn}`,
    mark: here ? numberAt(editor, entry, level) : '＋',
    name: head?.type === 'clause' ? blockText(head).replace(/。[\s\S]*$/, '') : functionNames[fn],
    note: '必备，尚缺',
    pinyin: functionPinyin[fn],
    choose: () => {
      if (here) insertBlocks(editor, blocks, 'caret');
      else insertMissing(editor, fn, blocks, functions);
    },
  };
};
