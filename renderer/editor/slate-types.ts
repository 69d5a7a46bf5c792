import type { BaseEditor } from 'slate';
import type { HistoryEditor } from 'slate-history';
import type { ReactEditor } from 'slate-react';
import type { Block, TableCell, TableRow } from '../../shared/document/block';
import type { Part } from '../../shared/document/document';
import type { TextLeaf } from '../../shared/document/text';

/** The Slate editor of this room; its value is `document.parts`. */
export type GovEditor = BaseEditor & ReactEditor & HistoryEditor;

declare module 'slate' {
  interface CustomTypes {
    Editor: GovEditor;
    Element: Part | Block | TableRow | TableCell;
    Text: TextLeaf;
  }
}
