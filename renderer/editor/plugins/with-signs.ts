import { Editor, Range, Transforms } from 'slate';
import { footnoteSign } from '../../../shared/document/text';
import { textBefore } from '../commands/references';
import { asOneStep } from '../commands/run-command';
import type { CompositionGate } from '../ime/composition-gate';
import { chineseSign } from '../model/chinese-signs';
import type { GovEditor } from '../slate-types';

/** Text of the block or cell behind the caret. */
const textBehind = (editor: GovEditor): string => {
  const focus = editor.selection?.focus;
  if (!focus) return '';
  const behind = Editor.string(editor, { anchor: focus, focus: Editor.end(editor, focus.path.slice(0, -1)) });
  return behind.replaceAll(footnoteSign, '');
};

/**
 * Straight quotation marks and hyphens typed in Chinese text become its own signs, in a step of undo that gives the
 * typed ones back. Input methods choose their signs themselves.
 */
export const withSigns = (editor: GovEditor, gate: CompositionGate): GovEditor => {
  const { insertText } = editor;
  editor.insertText = (text, options) => {
    insertText(text, options);
    if (gate.isClosed() || !/^["'-]$/.test(text) || !editor.selection || Range.isExpanded(editor.selection)) return;
    const sign = chineseSign(textBefore(editor), textBehind(editor));
    if (!sign) return;
    asOneStep(editor, () => {
      Transforms.delete(editor, { distance: sign.length, reverse: true });
      insertText(sign.text);
    });
  };
  return editor;
};
