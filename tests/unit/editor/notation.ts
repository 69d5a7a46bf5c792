import { Range, Transforms } from 'slate';
import { createEditorSession, type EditorSession, type SessionHost } from '../../../renderer/editor/editor-session';
import { offsetIn, partsOf, pointAt } from '../../../renderer/editor/model/blocks';
import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';

/**
 * Documents as lines: a code, a space, the text; `|` is the caret, `[` and `]` a selection.
 * T title · S salutation · P paragraph · 1–4 clause (1r run-in) · D dash · R responsibility · B box title ·
 * G signature · Y date · X table (cells / , rows ;) · > before the code: inside the 专栏 begun by the B above.
 * A line `== kind` begins a further part.
 */
const codes: Readonly<Record<string, Block['type']>> = {
  T: 'title',
  S: 'salutation',
  P: 'paragraph',
  D: 'dash',
  R: 'responsibility',
  B: 'boxTitle',
  G: 'signature',
  Y: 'dateLine',
};
const codeOf = new Map(Object.entries(codes).map(([code, type]) => [type, code]));

const toBlock = (code: string, text: string, id: string, boxId: string): Block => {
  const box = code.startsWith('>') || code === 'B' ? { boxId } : {};
  const plain = code.replace('>', '');
  const children = [{ text }];
  if (/^[1-4]/.test(plain)) {
    const runIn = plain.endsWith('r') ? { runIn: true } : {};
    return { type: 'clause', id, ...box, level: Number(plain[0]), ...runIn, children } as Block;
  }
  if (plain === 'X') {
    const rows = text.split(';').map((row) => row.split(','));
    const cells = (row: string[]) => row.map((cell) => ({ type: 'cell' as const, children: [{ text: cell }] }));
    return { type: 'table', id, ...box, children: rows.map((row) => ({ type: 'row', children: cells(row) })) };
  }
  return { type: codes[plain], id, ...box, children } as Block;
};

const writeLine = (block: Block, text: string): string => {
  const box = 'boxId' in block && block.boxId !== undefined && block.type !== 'boxTitle' ? '>' : '';
  if (block.type === 'clause') return `${box}${block.level}${block.runIn ? 'r' : ''} ${text}`;
  if (block.type === 'table') return `${box}X ${text.replaceAll('\t', ',').replaceAll('\n', ';')}`;
  return `${box}${codeOf.get(block.type)} ${text}`;
};

const silentHost = (): SessionHost => ({
  onChange: () => undefined,
  onCaret: () => undefined,
  functions: new Map(),
  missing: [],
  buildMissing: () => [],
});

export type Editing = Readonly<{ session: EditorSession; host: SessionHost; lines(): string[] }>;

/** Opens a document written in the notation, with its caret. */
export const editing = (...source: string[]): Editing => {
  const parts: GovDocument['parts'] = [{ type: 'part', id: 'part-00', kind: 'main', numbering: {}, children: [] }];
  let box = 0;
  const marks: { id: string; offset: number }[] = [];
  source.forEach((line, index) => {
    const [code = '', ...rest] = line.split(' ');
    if (code === '==') {
      const kind = rest[0] as 'attachment';
      parts.push({ type: 'part', id: `part-${index}0`, kind, numbering: {}, children: [] });
      return;
    }
    if (code === 'B') box += 1;
    const id = `block-${index}`;
    const raw = rest.join(' ');
    let text = '';
    for (const character of raw) {
      if ('|[]'.includes(character)) marks.push({ id, offset: text.length });
      else text += character;
    }
    parts.at(-1)!.children.push(toBlock(code, text, id, `box-00${box}`));
  });
  const host = silentHost();
  const document: GovDocument = { schemaVersion: 1, id: 'document', meta: { genre: 'opinion' }, parts, setAside: [] };
  const session = createEditorSession(document, host);
  const { editor } = session;
  const [anchor, focus = anchor] = marks.map(({ id, offset }) => {
    for (const [part, { children }] of partsOf(editor).entries()) {
      const at = children.findIndex((block) => block.id === id);
      if (at >= 0) return pointAt(editor, [children[at]!, [part, at]], offset);
    }
    throw new Error(`no block ${id}`);
  });
  if (anchor && focus) Transforms.select(editor, { anchor, focus });
  return { session, host, lines: () => write(session) };
};

/** The document and its caret in the notation (a caret inside a table is not shown). */
const write = ({ editor }: EditorSession): string[] =>
  partsOf(editor).flatMap(({ kind, children }, part) => [
    ...(part > 0 ? [`== ${kind}`] : []),
    ...children.map((block, index) => {
      let text = blockText(block);
      const marks = editor.selection ? Range.edges(editor.selection) : [];
      const collapsed = editor.selection !== null && Range.isCollapsed(editor.selection);
      // From the end, so that the first sign does not move the place of the second.
      for (const edge of collapsed ? [1] : [1, 0]) {
        const point = marks[edge];
        if (!point || point.path[0] !== part || point.path[1] !== index || point.path.length !== 3) continue;
        const offset = offsetIn(editor, point);
        text = text.slice(0, offset) + (collapsed ? '|' : '[]'[edge]) + text.slice(offset);
      }
      return writeLine(block, text);
    }),
  ]);
