import { describe, expect, it } from 'vitest';
import { outlineRows } from '../../../renderer/app/outline/outline-rows';
import { preferences, setPreferences } from '../../../renderer/app/preferences';
import { helpTopics } from '../../../renderer/features/help/help-topics';
import { offer, type PaletteCommand } from '../../../renderer/features/palette/palette-command';
import { deskCommands } from '../../../renderer/screens/editor/commands/desk-commands';
import type { DeskState } from '../../../renderer/screens/editor/commands/desk-state';
import { headingPlaces } from '../../../renderer/screens/editor/commands/heading-places';
import { standardOptions } from '../../../shared/export/export-options';
import { opinion } from './build-document';

const nothing = () => undefined;
const command = (id: string, name: string, pinyin: string): PaletteCommand => ({ id, name, pinyin, run: nothing });
const names = (commands: readonly PaletteCommand[]) => commands.map(({ name }) => name);

const desk = (blockId: string | null, more: Partial<DeskState> = {}): DeskState => {
  const document = opinion();
  const part = document.parts.find(({ children }) => children.some(({ id }) => id === blockId));
  const block = part?.children.find(({ id }) => id === blockId);
  const actions = {
    run: nothing,
    addPart: nothing,
    fix: nothing,
    stepFinding: nothing,
    showOnly: nothing,
    showAll: nothing,
    setPreferences: nothing,
    save: nothing,
    exportFile: nothing,
    openForm: nothing,
    togglePanel: nothing,
    filterOutline: nothing,
    showShortcuts: nothing,
    toLibrary: nothing,
  };
  const caret = {
    partId: part?.id ?? null,
    blockId,
    type: block?.type ?? null,
    level: block?.type === 'clause' ? block.level : null,
    runIn: false,
    inBox: false,
    path: [],
    canUndo: false,
    canRedo: false,
    ...more.caret,
  } as DeskState['caret'];
  return {
    document,
    rows: outlineRows(document),
    chapter: null,
    only: null,
    findings: [],
    missing: [],
    placeholders: 0,
    numbers: { label: null, locked: false, frozen: false },
    panelOpen: true,
    preferences: preferences(),
    ...actions,
    ...more,
    caret,
  } as DeskState;
};
const ids = (state: DeskState) => deskCommands(state).map(({ id }) => id);

describe('the palette', () => {
  const commands = [
    command('a', '导出 Word 文件', 'dao chu word wen jian'),
    command('b', '插入表格', 'cha ru biao ge'),
    command('c', '插入专栏', 'cha ru zhuan lan'),
  ];

  it('finds by characters, pinyin and initials from any syllable', () => {
    for (const query of ['表格', 'crbg', 'bg', 'biaog', 'BG'])
      expect(names(offer(commands, [], query, [])), query).toEqual(['插入表格']);
    expect(names(offer(commands, [], 'word', []))).toEqual(['导出 Word 文件']);
    expect(offer(commands, [], '没有', [])).toEqual([]);
  });

  it('offers first what was used last, also among what a query finds', () => {
    expect(names(offer(commands, [], '', ['c', 'gone', 'b']))).toEqual(['插入专栏', '插入表格', '导出 Word 文件']);
    expect(names(offer(commands, [], '插入', ['c']))).toEqual(['插入专栏', '插入表格']);
  });

  it('finds headings behind the commands, and only when something was typed', () => {
    const places = headingPlaces(outlineRows(opinion()), nothing);
    expect(offer(commands, places, '', [])).toHaveLength(3);
    expect(names(offer(commands, places, '平台', []))).toEqual(['（三）建设平台']);
  });
});

describe('the commands of the editor screen', () => {
  it('are those that work where the caret is', () => {
    const item = ids(desk('task-a'));
    expect(item).toEqual(
      expect.arrayContaining(['level-1', 'level-body', 'demote', 'promote', 'insertTable', 'run-in']),
    );
    expect(item).not.toContain('level-2');
    for (const id of ['undo', 'redo', 'next-finding', 'placeholder', 'fix-all', 'all', 'only', 'paper', 'actual-size'])
      expect(item, id).not.toContain(id);
    const title = ids(desk('title-'));
    for (const id of ['level-1', 'demote', 'promote', 'up', 'down', 'run-in']) expect(title, id).not.toContain(id);
    expect(ids(desk(null))).not.toContain('insertTable');
    expect(ids(desk('general'))).not.toContain('promote');
    expect(ids(desk('general'))).not.toContain('up');
    expect(ids(desk('general'))).toContain('down');
  });

  it('change with the document and the screen', () => {
    const rows = outlineRows(opinion());
    const changed = ids(
      desk('task-a', {
        missing: ['safeguards'],
        placeholders: 2,
        only: rows[1]!,
        preferences: { ...preferences(), zoom: 300 },
      }),
    );
    expect(changed).toEqual(expect.arrayContaining(['add-safeguards', 'placeholder', 'all', 'actual-size', 'smaller']));
    expect(changed).not.toContain('larger');
  });

  it('have an id each, and every key is on the list of shortcuts', () => {
    const rows = outlineRows(opinion());
    const all = [
      ...deskCommands(desk('task-a', { chapter: rows[1]! })),
      ...deskCommands(desk('paragraph', { only: rows[1]! })),
    ];
    const one = ids(desk('task-a'));
    expect(new Set(one).size).toBe(one.length);
    const listed = helpTopics.flatMap(({ keys }) => keys.flatMap(([name]) => name.split(/ 或 | /)));
    for (const { keys } of all) if (keys) expect(listed).toContain(keys);
  });
});

describe('what a person has set up', () => {
  it('is told to those who ask, and works without a place to keep it', () => {
    expect(preferences()).toEqual({
      zoom: 100,
      view: 'paper',
      findingOrder: 'kind',
      partMap: true,
      guidance: true,
      layout: standardOptions,
      profiles: [],
      reviewer: '',
      theme: 'system',
      toured: false,
      recentCommands: [],
    });
    setPreferences({ zoom: 150 });
    expect(preferences().zoom).toBe(150);
    setPreferences({ zoom: 100 });
  });
});
