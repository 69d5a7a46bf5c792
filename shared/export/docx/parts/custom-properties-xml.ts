import type { GovDocument } from '../../../document/document';
import { wholeLeaves } from '../../../document/plain-text';
import { promptProperty } from '../../../file/prompt-property';
import { printable } from '../../../layout/printable';
import { escapeXml } from '../escape-xml';
import { xmlDeclaration } from './xml';

/** Format id of properties that are named by people (MS-OLEPS, 2.20). */
const userDefined = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/**
 * docProps/custom.xml of a document in which something is still to be written: what each prompt stands for, so that
 * it is one again when the file is read. Words that always stand for the same are named once, others at every place.
 * Null for a document without prompts.
 */
export const customPropertiesXml = (document: GovDocument): string | null => {
  const prompts = document.parts
    .flatMap(({ children }) => children.flatMap(wholeLeaves))
    .flatMap(({ text, placeholder }) => {
      const words = printable(text).trim();
      return placeholder && words !== '' ? [{ words, value: [placeholder.kind, placeholder.key, words] }] : [];
    })
    .map(({ words, value }) => ({ words, value: JSON.stringify(value) }));
  const meanings = new Map<string, Set<string>>();
  for (const { words, value } of prompts) meanings.set(words, (meanings.get(words) ?? new Set()).add(value));
  const once = new Set<string>();
  const named = prompts.filter(({ words, value }) => {
    const first = !once.has(value);
    once.add(value);
    return first || meanings.get(words)!.size > 1;
  });
  if (named.length === 0) return null;
  return (
    `${xmlDeclaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ` +
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    named
      .map(
        ({ value }, at) =>
          `<property fmtid="${userDefined}" pid="${at + 2}" name="${promptProperty}${at + 1}">` +
          `<vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
      )
      .join('') +
    '</Properties>'
  );
};
