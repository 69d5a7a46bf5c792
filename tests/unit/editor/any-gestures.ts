import * as fc from 'fast-check';
import { Transforms } from 'slate';
import type { EditorCommand } from '../../../renderer/editor/commands/editor-command';
import { type BranchStep, levelsAt } from '../../../renderer/editor/commands/place-branch';
import type { BlockTake } from '../../../renderer/editor/commands/take-blocks';
import { notePlaceAt } from '../../../renderer/editor/commands/unit-note';
import type { EditorSession } from '../../../renderer/editor/editor-session';
import { findBlock, partsOf, pointAt } from '../../../renderer/editor/model/blocks';
import { newBlock, paragraphShape } from '../../../renderer/editor/model/reshape';
import type { GovEditor } from '../../../renderer/editor/slate-types';
import { tableActionGroups } from '../../../renderer/editor/tables/table-actions';
import { compileQuery, expandReplacement } from '../../../renderer/features/find-replace/search-query';
import { textsIn } from '../../../renderer/features/find-replace/search-scope';
import { searchTexts } from '../../../renderer/workers/search-texts';
import type { Block, Level } from '../../../shared/document/block';
import type { NumberingScope } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { listFootnotes } from '../../../shared/footnotes/list-footnotes';
import { documentFunctions } from '../../../shared/functions/types';
import { clipboard } from './clipboard';

/** One gesture: select somewhere, then do something. Numbers are taken modulo what there is. */
export type Gesture = Readonly<{
  anchor: readonly [block: number, offset: number];
  /** 0 and even: a caret; odd: a selection that reaches half as many blocks further. */
  span: number;
  name: string;
  act(session: EditorSession): void;
}>;

/** Selects where a gesture begins. */
export const selectFor = (editor: GovEditor, { anchor: [at, offset], span }: Gesture): void => {
  const entries = partsOf(editor).flatMap(({ children }, part) =>
    children.map((block, index) => [block, [part, index] as [number, number]] as const),
  );
  const first = entries[at % entries.length]!;
  const last = entries[Math.min((at % entries.length) + (span >> 1), entries.length - 1)]!;
  const anchor = pointAt(editor, first, offset % (blockText(first[0]).length + 1));
  Transforms.select(editor, { anchor, focus: span % 2 === 0 ? anchor : pointAt(editor, last, offset * 3) });
};

const allBlocks = ({ editor }: EditorSession): readonly Block[] => partsOf(editor).flatMap(({ children }) => children);
const anyPicture = (session: EditorSession, at: number): string | undefined => {
  const pictures = allBlocks(session).filter(({ type }) => type === 'picture');
  return pictures[at % Math.max(1, pictures.length)]?.id;
};
const anyBlock = (session: EditorSession, at: number): Block => {
  const blocks = allBlocks(session);
  return blocks[at % blocks.length]!;
};
/** The id of a block or a part. */
const anyId = ({ editor }: EditorSession, at: number): string => {
  const ids = partsOf(editor).flatMap(({ id, children }) => [id, ...children.map((block) => block.id)]);
  return ids[at % ids.length]!;
};

type Type = EditorCommand['type'];
/** What a command of a type may say in a document as it is; null where there is nothing to say. */
type Maker<T extends Type> = fc.Arbitrary<
  (session: EditorSession) => (Extract<EditorCommand, { type: unknown }> & Readonly<{ type: T }>) | null
>;

const level = fc.constantFrom<Level>(1, 2, 3, 4);
const scope = fc.constantFrom<NumberingScope>('parent', 'chapter', 'part');
const just = <const Value>(value: Value): fc.Arbitrary<() => Value> => fc.constant(() => value);
const words = fc.constantFrom('', '推进', '服务。再提高', '2027年');
/** A stretch of text of a block that is no table. */
const textFix = fc.tuple(fc.nat(), fc.nat(30), fc.nat(6), words).map(([at, from, length, text]) => {
  return (session: EditorSession) => {
    const block = anyBlock(session, at);
    if (block.type === 'table') return null;
    const all = blockText(block).length;
    const start = from % (all + 1);
    return { kind: 'replace', blockId: block.id, start, end: Math.min(start + length, all), text } as const;
  };
});
const numberFix = fc.nat().map((at) => (session: EditorSession) => {
  return { kind: 'clear-source-number', blockId: anyBlock(session, at).id } as const;
});
const newBlocks = fc.array(
  fc.constantFrom<() => Block>(
    () => newBlock(paragraphShape, undefined, '各区要制定具体办法。'),
    () => newBlock({ type: 'clause', level: 1 }, undefined, '组织实施'),
    () => newBlock({ type: 'clause', level: 2, runIn: true }, undefined, '明确分工。各部门按职责落实。'),
    () => newBlock({ type: 'dash' }, undefined, '开展试点'),
  ),
  { minLength: 1, maxLength: 4 },
);

/** Every command there is: one that is added later is missing here until it is named. */
const commands: { readonly [T in Type]: Maker<T> } = {
  undo: just({ type: 'undo' }),
  redo: just({ type: 'redo' }),
  setLevel: fc.oneof(level, fc.constant('body' as const)).map((to) => () => ({ type: 'setLevel', level: to })),
  promote: just({ type: 'promote' }),
  demote: just({ type: 'demote' }),
  toggleRunIn: just({ type: 'toggleRunIn' }),
  moveBranch: fc.constantFrom('up' as const, 'down' as const).map((direction) => () => ({
    type: 'moveBranch',
    direction,
  })),
  insertResponsibility: just({ type: 'insertResponsibility' }),
  insertBox: just({ type: 'insertBox' }),
  insertTable: just({ type: 'insertTable' }),
  insertAttachment: just({ type: 'insertAttachment' }),
  insertDash: just({ type: 'insertDash' }),
  writeNote: fc
    .tuple(fc.nat(), fc.boolean(), fc.constantFrom('', '（责任单位：市财政局）'))
    .map(([at, own, text]) => (session) => {
      const place = notePlaceAt(session.getDocument(), anyBlock(session, at).id);
      return place && { type: 'writeNote', place: { ...place, own, text } };
    }),
  writeNotes: fc
    .tuple(fc.nat(), fc.nat(), fc.constantFrom('', '（责任单位：市民政局）'))
    .map(([at, other, text]) => (session) => {
      const place = notePlaceAt(session.getDocument(), anyBlock(session, at).id);
      const block = anyBlock(session, other);
      const edits = [{ blockId: block.id, start: 0, end: Math.min(1, blockText(block).length), text: '甲' }];
      return place && { type: 'writeNotes', places: [{ ...place, own: false, text }], edits };
    }),
  setDocumentLines: fc
    .constantFrom(
      { salutation: '各区：', signature: '甲局\n乙局', dateLine: '' },
      { salutation: '', signature: '', dateLine: '2026年3月5日' },
    )
    .map((lines) => () => ({ type: 'setDocumentLines', lines })),
  addNotice: fc.constantFrom(undefined, '云川市人民政府').map((organ) => () => ({ type: 'addNotice', organ })),
  removeNotice: just({ type: 'removeNotice' }),
  table: fc.constantFrom(...tableActionGroups.flat()).map(({ action }) => (session) => {
    const table = allBlocks(session).find(({ type }) => type === 'table');
    // The caret is seldom in a table by chance.
    const entry = table && findBlock(session.editor, table.id);
    if (entry) {
      const { length } = blockText(entry[0]);
      const anchor = pointAt(session.editor, entry, action.length % (length + 1));
      Transforms.select(session.editor, { anchor, focus: pointAt(session.editor, entry, length) });
    }
    return { type: 'table', action };
  }),
  setCaption: fc.tuple(fc.nat(), fc.constantFrom('', '主要指标')).map(([at, caption]) => (session) => {
    const tables = allBlocks(session).filter(({ type }) => type === 'table');
    return tables.length === 0 ? null : { type: 'setCaption', table: tables[at % tables.length]!.id, caption };
  }),
  insertPicture: fc.constantFrom(100, 700).map((widthPx) => () => ({
    type: 'insertPicture',
    file: { sha256: 'a'.repeat(64), mime: 'image/png', widthPx, heightPx: 300 },
  })),
  setPicture: fc.tuple(fc.nat(), fc.constantFrom(5, 40, 100), words).map(([at, widthPercent, altText]) => (session) => {
    const id = anyPicture(session, at);
    return id === undefined ? null : { type: 'setPicture', id, widthPercent, altText };
  }),
  replacePictures: fc.tuple(fc.nat(), fc.constantFrom(40, 900)).map(([at, widthPx]) => (session) => {
    const id = anyPicture(session, at);
    const file = { sha256: 'b'.repeat(64), mime: 'image/png' as const, widthPx, heightPx: 300 };
    return id === undefined ? null : { type: 'replacePictures', pictures: [{ id, file }] };
  }),
  resizePicture: fc.constantFrom(5, -5).map((by) => () => ({ type: 'resizePicture', by })),
  stepCell: fc.constantFrom(1 as const, -1 as const).map((by) => () => ({ type: 'stepCell', by })),
  insertBlocks: fc
    .tuple(newBlocks, fc.nat(), fc.constantFrom('caret', 'bodyEnd', 'before', 'behind'))
    .map(([makers, at, way]) => (session) => {
      const { id } = anyBlock(session, at);
      const blocks = makers.map((make) => make());
      const where = way === 'before' ? { before: id } : way === 'behind' ? { behind: id } : way;
      return { type: 'insertBlocks', blocks, where: where as 'caret' };
    }),
  insertMissing: fc.constantFrom(...documentFunctions).map((fn) => () => ({ type: 'insertMissing', function: fn })),
  applyFix: fc.oneof(textFix, numberFix).map((make) => (session) => {
    const fix = make(session);
    return fix && { type: 'applyFix', fix };
  }),
  applyFixes: fc.array(fc.oneof(textFix, numberFix), { minLength: 1, maxLength: 4 }).map((makers) => (session) => {
    const fixes = makers.flatMap((make) => make(session) ?? []);
    // Two findings never put the same words right.
    return { type: 'applyFixes', fixes: [...new Map(fixes.map((fix) => [fix.blockId, fix])).values()] };
  }),
  replaceTexts: fc
    .constantFrom(['推进', '加快推进', false], ['服务', '', false], ['(\\d+)', '〔$1〕', true], ['。', '。$&', true])
    .map((question) => (session) => {
      const [text, replacement, pattern] = question as [string, string, boolean];
      const compiled = compileQuery({ text, pattern, caseSensitive: false, wholeWord: false });
      if ('problem' in compiled) throw new Error(compiled.problem);
      const { texts, places } = textsIn(session.getDocument(), 'all', null, new Map());
      const edits = searchTexts({ ...compiled, texts }).map(({ text: at, start, groups }) => {
        const { blockId, offset } = places[at]!;
        const from = offset + start;
        const end = from + groups[0]!.length;
        return { blockId, start: from, end, text: expandReplacement(replacement, pattern, groups) };
      });
      return { type: 'replaceTexts', edits };
    }),
  setNumbering: fc.tuple(fc.nat(), scope, scope, scope).map(([at, two, three, four]) => ({ editor }) => {
    const parts = partsOf(editor);
    return { type: 'setNumbering', part: parts[at % parts.length]!.id, numbering: { 2: two, 3: three, 4: four } };
  }),
  freezeNumbers: just({ type: 'freezeNumbers' }),
  unfreezeNumbers: just({ type: 'unfreezeNumbers' }),
  toggleNumberLock: just({ type: 'toggleNumberLock' }),
  insertReference: fc.nat().map((at) => (session) => ({
    type: 'insertReference',
    target: anyId(session, at),
    typed: '',
  })),
  insertFootnote: just({ type: 'insertFootnote', text: '据市统计局公报。' }),
  writeFootnote: fc.tuple(fc.nat(), fc.constantFrom('', '另有规定的除外。')).map(([at, text]) => (session) => {
    const footnotes = listFootnotes(allBlocks(session));
    return footnotes.length === 0 ? null : { type: 'writeFootnote', id: footnotes[at % footnotes.length]!.id, text };
  }),
  takeBlocks: fc
    .array(fc.tuple(fc.nat(), fc.constantFrom('put', 'replace', 'remove'), newBlocks), { minLength: 1, maxLength: 4 })
    .map((wanted) => (session) => {
      const takes = wanted.map(([at, kind, [make]]): BlockTake => {
        const { id } = anyBlock(session, at);
        if (kind === 'remove') return { kind, id };
        const block = make!();
        return kind === 'put' ? { kind, block, behind: at % 7 === 0 ? null : id } : { kind: 'replace', id, block };
      });
      return { type: 'takeBlocks', takes };
    }),
  /** A state without attachments, in which a block was not yet there. */
  replaceParts: fc.nat().map((at) => (session) => {
    const { id } = anyBlock(session, at);
    const parts = partsOf(session.editor)
      .filter(({ kind }) => kind !== 'attachment')
      .map((part) => ({ ...part, children: part.children.filter((block) => block.id !== id) }));
    return parts.some(({ children }) => children.length === 0) ? null : { type: 'replaceParts', parts };
  }),
  nextPlaceholder: just({ type: 'nextPlaceholder' }),
  previousPlaceholder: just({ type: 'previousPlaceholder' }),
  selectBranch: fc.nat().map((at) => (session) => ({ type: 'selectBranch', id: anyId(session, at) })),
  deleteBranch: fc.nat().map((at) => (session) => ({ type: 'deleteBranch', id: anyId(session, at) })),
  stepBranch: fc
    .tuple(fc.nat(), fc.constantFrom<BranchStep>('up', 'down', 'promote', 'demote'))
    .map(([at, step]) => (session) => ({ type: 'stepBranch', id: anyId(session, at), step })),
  placeBranch: fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.boolean()).map(([at, to, way, last]) => (session) => {
    const id = anyId(session, at);
    const before = anyId(session, to);
    const parts = partsOf(session.editor);
    const part = parts.find(({ children }) => children.some((block) => block.id === before)) ?? parts[0]!;
    const place = { part: part.id, before: last ? null : before };
    const levels = levelsAt(parts, id, place);
    return levels.length === 0 ? null : { type: 'placeBranch', id, place, level: levels[way % levels.length]! };
  }),
};

type Act = Readonly<{ name: string; act(session: EditorSession): void }>;

const asAct = (name: Type, maker: Maker<Type>): fc.Arbitrary<Act> =>
  maker.map((make) => ({
    name,
    act: (session) => {
      const command = make(session);
      if (command) session.run(command);
    },
  }));

const key = (name: string, press: (editor: GovEditor) => void): fc.Arbitrary<Act> =>
  fc.constant({ name, act: ({ editor }) => press(editor) });

const typing = fc
  .constantFrom('推进', '。', '一、', '（二）', '1.', '5', '——', '-', '"', '/', '质量。提高')
  .map((text): Act => ({ name: 'type', act: ({ editor }) => editor.insertText(text) }));

/** A page or a text as other programs put it on the clipboard. */
const paste = fc
  .constantFrom(
    ['甲乙', ''],
    ['一、总体要求\n（一）目标。提高。\n正文', ''],
    ['——一\n——二', ''],
    ['区\t站点\n东城区\t12', ''],
    ['', '<h1>一、总体要求</h1><p>（一）目标。<b>提高</b>。</p><ul><li>甲</li><li>乙</li></ul>'],
    ['', '<p>前</p><table><tr><td colspan=2>区</td></tr><tr><td>东</td><td>12</td></tr></table><p>后</p>'],
  )
  .map(
    ([text = '', html = '']): Act => ({
      name: 'paste',
      act: ({ editor }) => {
        const data = clipboard(text);
        data.setData('text/html', html);
        editor.insertData(data);
      },
    }),
  );

const copyAndPaste = (edge: 'start' | 'end'): fc.Arbitrary<Act> =>
  fc.constant({
    name: 'copy and paste',
    act: ({ editor }: EditorSession) => {
      const data = clipboard();
      editor.setFragmentData(data);
      Transforms.collapse(editor, { edge });
      editor.insertData(data);
    },
  });

const menuChoice = fc.nat().map(
  (at): Act => ({
    name: 'menu',
    act: (session) => {
      session.menu.open();
      const { items = [] } = session.menu.get() ?? {};
      if (items.length > 0) session.menu.choose(items[at % items.length]);
    },
  }),
);

const often: Partial<Record<Type, number>> = { undo: 6, redo: 4, table: 4, placeBranch: 4, insertReference: 3 };

const acts = fc.oneof(
  { weight: 8, arbitrary: typing },
  { weight: 5, arbitrary: key('Enter', (editor) => editor.insertBreak()) },
  { weight: 4, arbitrary: key('Backspace', (editor) => editor.deleteBackward('character')) },
  { weight: 3, arbitrary: key('Delete', (editor) => editor.deleteForward('character')) },
  { weight: 3, arbitrary: key('cut', (editor) => editor.deleteFragment()) },
  { weight: 4, arbitrary: paste },
  { weight: 2, arbitrary: copyAndPaste('start') },
  { weight: 2, arbitrary: copyAndPaste('end') },
  { weight: 3, arbitrary: menuChoice },
  ...(Object.keys(commands) as Type[]).map((type) => ({
    weight: often[type] ?? 1,
    arbitrary: asAct(type, commands[type] as Maker<Type>),
  })),
);

/** Any command there is, key or paste, anywhere. */
export const anyGesture: fc.Arbitrary<Gesture> = fc
  .tuple(fc.tuple(fc.nat(400), fc.nat(60)), fc.constantFrom(0, 0, 0, 2, 1, 3, 5, 21), acts)
  .map(([anchor, span, { name, act }]) => ({ anchor, span, name, act }));
