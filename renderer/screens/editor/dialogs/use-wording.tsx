import { type ReactElement, type RefObject, useState } from 'react';
import type { GovDocument } from '../../../../shared/document/document';
import { blockText } from '../../../../shared/document/plain-text';
import { type MarkEdit, restoreFullWidth } from '../../../../shared/wording/full-width';
import { say } from '../../../app/ui/toasts';
import type { EditorHandle } from '../../../editor/document-editor';
import { WordingDialog, type WordingRow } from '../../../features/wording/wording-dialog';
import { metaTakenBack } from '../session/meta-taken-back';
import { takeBack } from '../session/replace-text';
import type { Session } from '../session/use-session';

type Open =
  | Readonly<{ kind: 'mainland'; rows: readonly WordingRow[] | null; document: GovDocument | null }>
  | Readonly<{ kind: 'full-width'; rows: readonly WordingRow[]; edits: readonly MarkEdit[] }>;

type Wording = Readonly<{ dialog: ReactElement | null; open(kind: Open['kind']): void }>;

const contextLength = 10;

/** Each mark with the words around it. */
const markRows = (document: GovDocument, edits: readonly MarkEdit[]): WordingRow[] => {
  const texts = new Map(document.parts.flatMap(({ children }) => children.map((block) => [block.id, block] as const)));
  return edits.map(({ blockId, start, end, before, text }) => {
    const whole = blockText(texts.get(blockId)!);
    const context = whole.slice(Math.max(start - contextLength, 0), end + contextLength);
    return { before, after: text, count: 1, blockId, context };
  });
};

const words = {
  mainland: {
    title: '繁体转简体，改用大陆用语',
    words: '下列词语将改为简体和大陆用语，点一处转到原文。改后可一次撤销。',
    none: '全文没有繁体字和须改的用语。',
  },
  'full-width': {
    title: '半角标点改全角',
    words: '下列标点将改为全角；数字、编码、英文和网址不动。改后可一次撤销。',
    none: '中文里没有半角标点。',
  },
} as const;

/** Rewording of the whole text: what would change is shown, then done in one step. */
export const useWording = (
  editor: RefObject<EditorHandle | null>,
  { newest, onMeta }: Pick<Session, 'newest' | 'onMeta'>,
  onJump: (blockId: string) => void,
): Wording => {
  const [opened, setOpened] = useState<Open | null>(null);

  const open = (kind: Open['kind']): void => {
    const document = { ...newest.current, parts: editor.current?.getDocument().parts ?? newest.current.parts };
    if (kind === 'full-width') {
      const edits = restoreFullWidth(document);
      setOpened({ kind, edits, rows: markRows(document, edits) });
      return;
    }
    setOpened({ kind, rows: null, document: null });
    // The dictionaries are large and seldom wanted: they are loaded when they are.
    import('../../../../shared/wording/to-mainland')
      .then(({ toMainland }) => {
        const { document: converted, changes } = toMainland(document);
        setOpened((before) => before && { kind, rows: changes, document: converted });
      })
      .catch(() => {
        setOpened(null);
        say('用语对照表没有读出来。请重新打开软件再试。');
      });
  };
  /** When the dialog is gone: while it is there it keeps the keyboard. */
  const leave = (then: (handle: EditorHandle) => void): void => {
    setOpened(null);
    setTimeout(() => editor.current && then(editor.current));
  };
  const apply = (): void =>
    leave((handle) => {
      if (!opened?.rows) return;
      const count = opened.rows.reduce((sum, row) => sum + row.count, 0);
      const before = newest.current.meta;
      if (opened.kind === 'full-width') handle.run({ type: 'replaceTexts', edits: opened.edits });
      else if (opened.document) {
        handle.run({ type: 'replaceParts', parts: opened.document.parts });
        onMeta(opened.document.meta);
      }
      const after = handle.getDocument().parts;
      const meta = opened.kind === 'full-width' ? before : (opened.document?.meta ?? before);
      const undo = (): void => {
        if (takeBack(editor, after)) onMeta(metaTakenBack(before, meta, newest.current.meta));
      };
      say(`已改 ${count} 处。`, { label: '撤销', run: undo });
    });

  return {
    open,
    dialog: opened && (
      <WordingDialog
        {...words[opened.kind]}
        rows={opened.rows}
        onJump={(blockId) => leave(() => onJump(blockId))}
        onApply={apply}
        onClose={() => leave((handle) => handle.focus())}
      />
    ),
  };
};
