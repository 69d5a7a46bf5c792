import type { Finding } from '../../../shared/checks/types';
import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import { type DocumentFunction, functionNames } from '../../../shared/functions/types';
import type { OutlineRow } from '../../app/outline/outline-rows';
import type { Preferences } from '../../app/preferences';
import { themeCommands } from '../../app/theme-commands';
import type { CaretState } from '../../editor/caret-state';
import type { EditorCommand } from '../../editor/commands/editor-command';
import { canMove } from '../../editor/commands/move-branch';
import { canHaveNotice, hasNotice } from '../../editor/commands/notice';
import { branchEnd } from '../../editor/model/blocks';
import { tableActionGroups } from '../../editor/tables/table-actions';
import type { NumberState } from '../../features/numbering/numbering-menu';
import type { PaletteCommand } from '../../features/palette/palette-command';
import { levelChoices } from './levels';
import { stepZoom } from './zoom';

/** What the commands of the editor screen depend on and do. */
export type DeskState = Readonly<{
  document: GovDocument;
  caret: CaretState | null;
  rows: readonly OutlineRow[];
  /** The row that holds the caret. */
  chapter: OutlineRow | null;
  only: OutlineRow | null;
  findings: readonly Finding[];
  missing: readonly DocumentFunction[];
  placeholders: number;
  panelOpen: boolean;
  preferences: Preferences;
  run(command: EditorCommand): void;
  addPart(name: DocumentFunction): void;
  fix(findings: readonly Finding[]): void;
  stepFinding(direction: 1 | -1): void;
  showOnly(row: OutlineRow): void;
  showAll(): void;
  setPreferences(patch: Partial<Preferences>): void;
  save(): void;
  numbers: NumberState;
  askReference(): void;
  openNumbering(): void;
  exportFile(): void;
  openForm(): void;
  togglePanel(): void;
  find(replacing: boolean): void;
  filterOutline(): void;
  showShortcuts(): void;
  toLibrary(): void;
}>;

type Entry = PaletteCommand & Readonly<{ when?: boolean }>;

const functionPinyin: Readonly<Record<DocumentFunction, string>> = {
  guidingIdeology: 'bu xie zhi dao si xiang',
  goals: 'bu xie mu biao',
  tasks: 'bu xie ren wu',
  safeguards: 'bu xie bao zhang cuo shi',
};

const inserts = [
  { type: 'insertResponsibility', name: '插入责任单位', pinyin: 'cha ru ze ren dan wei' },
  { type: 'insertBox', name: '插入专栏', pinyin: 'cha ru zhuan lan' },
  { type: 'insertTable', name: '插入表格', pinyin: 'cha ru biao ge' },
  { type: 'insertDash', name: '插入列项', note: '——', pinyin: 'cha ru lie xiang' },
  { type: 'insertAttachment', name: '插入附件', pinyin: 'cha ru fu jian' },
] as const;

/** Whether all of a branch stays within four levels when it goes one up or down. */
const canShift = (blocks: readonly Block[], index: number, by: 1 | -1): boolean => {
  const block = blocks[index];
  if (block?.type === 'paragraph') return by === 1;
  if (block?.type !== 'clause') return false;
  return blocks
    .slice(index, branchEnd(blocks, index))
    .every((one) => one.type !== 'clause' || one.boxId !== block.boxId || (one.level + by >= 1 && one.level + by <= 4));
};

/** Everything that works on the editor screen at this moment. */
export const deskCommands = (state: DeskState): PaletteCommand[] => {
  const { caret, document, findings, preferences, run, chapter, only, numbers } = state;
  const blockId = caret?.blockId ?? null;
  const blocks = document.parts.find(({ id }) => id === caret?.partId)?.children ?? [];
  const at = blocks.findIndex(({ id }) => id === blockId);
  const here = at >= 0;
  const writable = caret?.type === 'clause' || caret?.type === 'paragraph' || caret?.type === 'dash';
  const placed = findings.some((finding) => finding.blockId !== null);
  const fixable = findings.filter((finding) => finding.fix);
  const { zoom, view, theme } = preferences;
  const larger = stepZoom(zoom, 1);
  const smaller = stepZoom(zoom, -1);
  const noticed = hasNotice(document.parts);
  const entries: readonly Entry[] = [
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
    ...inserts.map(({ type, ...words }) => ({ id: type, ...words, when: here, run: () => run({ type }) })),
    {
      id: 'reference',
      name: '插入引用',
      pinyin: 'cha ru yin yong',
      keys: 'Ctrl+Shift+Y',
      when: here,
      run: state.askReference,
    },
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
    ...state.missing.map((name) => ({
      id: `add-${name}`,
      name: `补写${functionNames[name]}`,
      note: '必备，尚缺',
      pinyin: functionPinyin[name],
      run: () => state.addPart(name),
    })),
    {
      id: 'placeholder',
      name: '到下一处待填',
      note: `还有 ${state.placeholders} 处`,
      pinyin: 'dao xia yi chu dai tian',
      when: state.placeholders > 0,
      run: () => run({ type: 'nextPlaceholder' }),
    },
    {
      id: 'next-finding',
      name: '下一个问题',
      pinyin: 'xia yi ge wen ti',
      keys: 'F8',
      when: placed,
      run: () => state.stepFinding(1),
    },
    {
      id: 'previous-finding',
      name: '上一个问题',
      pinyin: 'shang yi ge wen ti',
      keys: 'Shift+F8',
      when: placed,
      run: () => state.stepFinding(-1),
    },
    {
      id: 'fix-all',
      name: '改正全部能改的问题',
      note: `${fixable.length} 处`,
      pinyin: 'gai zheng quan bu neng gai de wen ti',
      when: fixable.length > 0,
      run: () => state.fix(fixable),
    },
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
    ...tableActionGroups.flat().map(({ action, name, pinyin }) => ({
      id: `table-${action}`,
      name,
      pinyin,
      when: caret?.inTable === true && (action !== 'mergeCells' || caret.canMerge),
      run: () => run({ type: 'table', action }),
    })),
    {
      id: 'notice',
      name: noticed ? '去掉印发通知' : '加上印发通知',
      pinyin: noticed ? 'qu diao yin fa tong zhi' : 'jia shang yin fa tong zhi',
      when: noticed || canHaveNotice(document.meta.genre),
      run: () => run(noticed ? { type: 'removeNotice' } : { type: 'addNotice', organ: document.meta.issuingOrgan }),
    },
    { id: 'save', name: '立即保存', pinyin: 'li ji bao cun', keys: 'Ctrl+S', run: state.save },
    { id: 'export', name: '导出 Word 文件', pinyin: 'dao chu word wen jian', keys: 'Ctrl+E', run: state.exportFile },
    { id: 'form', name: '文件信息', pinyin: 'wen jian xin xi', run: state.openForm },
    {
      id: 'only',
      name: '只看本章',
      note: chapter ? `${chapter.label}${chapter.text}` : '',
      pinyin: 'zhi kan ben zhang',
      keys: 'Ctrl+Shift+L',
      when: !only && chapter !== null,
      run: () => chapter && state.showOnly(chapter),
    },
    {
      id: 'all',
      name: '显示全文',
      pinyin: 'xian shi quan wen',
      keys: 'Ctrl+Shift+L',
      when: only !== null,
      run: state.showAll,
    },
    { id: 'find', name: '查找', pinyin: 'cha zhao', keys: 'Ctrl+F', run: () => state.find(false) },
    { id: 'replace', name: '替换', pinyin: 'ti huan', keys: 'Ctrl+H', run: () => state.find(true) },
    {
      id: 'outline',
      name: '筛选提纲',
      pinyin: 'shai xuan ti gang',
      keys: 'Ctrl+Shift+O',
      run: state.filterOutline,
    },
    {
      id: 'panel',
      name: state.panelOpen ? '收起右栏' : '展开右栏',
      pinyin: state.panelOpen ? 'shou qi you lan' : 'zhan kai you lan',
      run: state.togglePanel,
    },
    {
      id: 'draft',
      name: '草稿视图',
      note: '通栏、行距放宽',
      pinyin: 'cao gao shi tu',
      when: view === 'paper',
      run: () => state.setPreferences({ view: 'draft' }),
    },
    {
      id: 'paper',
      name: '稿纸视图',
      pinyin: 'gao zhi shi tu',
      when: view === 'draft',
      run: () => state.setPreferences({ view: 'paper' }),
    },
    {
      id: 'larger',
      name: '放大',
      note: `${larger}%`,
      pinyin: 'fang da',
      keys: 'Ctrl++',
      when: larger !== zoom,
      run: () => state.setPreferences({ zoom: larger }),
    },
    {
      id: 'smaller',
      name: '缩小',
      note: `${smaller}%`,
      pinyin: 'suo xiao',
      keys: 'Ctrl+-',
      when: smaller !== zoom,
      run: () => state.setPreferences({ zoom: smaller }),
    },
    {
      id: 'actual-size',
      name: '回到 100%',
      pinyin: 'hui dao',
      keys: 'Ctrl+0',
      when: zoom !== 100,
      run: () => state.setPreferences({ zoom: 100 }),
    },
    ...themeCommands(theme, state.setPreferences),
    { id: 'shortcuts', name: '快捷键', pinyin: 'kuai jie jian', keys: 'F1', run: state.showShortcuts },
    { id: 'library', name: '回到文库', pinyin: 'hui dao wen ku', run: state.toLibrary },
  ];
  return entries.filter(({ when }) => when !== false);
};

/** Headings to go to, numbers included. */
export const headingPlaces = (rows: readonly OutlineRow[], onJump: (blockId: string) => void): PaletteCommand[] =>
  rows.map((row) => ({
    id: `to-${row.id}`,
    name: `${row.label}${row.text}`,
    note: '转到',
    pinyin: '',
    run: () => onJump(row.blockId),
  }));
