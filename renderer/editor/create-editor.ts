import { createEditor as createSlate } from 'slate';
import { withHistory } from 'slate-history';
import { withReact } from 'slate-react';
import type { Part } from '../../shared/document/document';
import { withFootnotes } from './footnotes/with-footnotes';
import type { CompositionGate } from './ime/composition-gate';
import { chunkSize } from './paper-chunks';
import { withBreaks } from './plugins/with-breaks';
import { withClipboard } from './plugins/with-clipboard';
import { withDeleting } from './plugins/with-deleting';
import { withReferences } from './plugins/with-references';
import { withSigns } from './plugins/with-signs';
import { normalizeOnLoad, withStructure } from './plugins/with-structure';
import { withTyping } from './plugins/with-typing';
import { withUndoSteps } from './plugins/with-undo-steps';
import type { GovEditor } from './slate-types';
import { withTables } from './tables/with-tables';

export type EditorParts = Readonly<{
  gate: CompositionGate;
  labelOf(id: string): string;
  openMenu(): void;
  /** Asks for something to refer to; `typed` is the sign at the caret that asked. */
  pickReference(typed: string): void;
  takePicture(file: File): void;
  /** Tells the person why something was not done as asked. */
  say(sentence: string): void;
}>;

/** The editor kernel with everything it does by itself; works without a window. */
export const createEditor = (
  parts: readonly Part[],
  { gate, labelOf, openMenu, pickReference, takePicture, say }: EditorParts,
): GovEditor => {
  const kernel = withFootnotes(withStructure(withHistory(withReact(createSlate()))));
  const editor = withUndoSteps(withReferences(kernel, gate, pickReference));
  editor.getChunkSize = (node) => ('type' in node && node.type === 'part' ? chunkSize : null);
  const typing = withTyping(
    withDeleting(withBreaks(withClipboard(editor, { gate, labelOf, takePicture, say }), openMenu)),
    gate,
  );
  withTables(withSigns(typing, gate));
  editor.children = [...parts];
  normalizeOnLoad(editor);
  return editor;
};
