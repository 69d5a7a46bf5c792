import type { DocumentMeta } from '../../document/document';
import type { FlowParagraph, FlowRun } from '../flow';
import { bodyCharacter, typeAreaWidth } from '../gb9704';
import { printable } from '../printable';
import { textWidth } from '../text-width';

const numberRuns = (meta: DocumentMeta): FlowRun[] =>
  meta.documentNumber ? [{ text: printable(meta.documentNumber) }] : [];

/** 发文字号 in the middle, the red rule below (7.2.5, 7.2.7). */
const centred = (meta: DocumentMeta): FlowParagraph[] => [
  { kind: 'paragraph', style: 'GwNumber', runs: numberRuns(meta) },
];

/** Names on one line of 签发人. */
const namesPerLine = 2;

/**
 * An upward document (7.2.5, 7.2.6): 文号 one character from the left on the line of the last 签发人, these one
 * character from the right, two to a line, further lines under the first name.
 */
const upward = (meta: DocumentMeta, signers: readonly string[]): FlowParagraph[] => {
  const rows: string[][] = [];
  for (let at = 0; at < signers.length; at += namesPerLine) rows.push(signers.slice(at, at + namesPerLine));
  const columns = Math.min(namesPerLine, signers.length);
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => textWidth(row[column] ?? ''))),
  );
  // From the right edge: one character, then the columns with a character between them.
  let right = typeAreaWidth - bodyCharacter;
  const starts: number[] = [];
  for (const width of [...widths].reverse()) {
    right -= Math.round(width * bodyCharacter);
    starts.unshift(right);
    right -= bodyCharacter;
  }
  const label = '签发人：';
  const labelStart = starts[0]! - textWidth(label) * bodyCharacter;
  const tabs = [bodyCharacter, labelStart, ...starts].map((at) => ({ at, align: 'left' as const }));
  return rows.map((row, at): FlowParagraph => {
    const last = at === rows.length - 1;
    const names = row.flatMap((name, column): FlowRun[] => [
      ...(column > 0 || at > 0 ? [{ text: '\t' }] : []),
      { text: printable(name), style: 'GwSigner' },
    ]);
    return {
      kind: 'paragraph',
      style: last ? 'GwNumber' : 'GwSigners',
      align: 'left',
      tabs,
      runs: [{ text: '\t' }, ...(last ? numberRuns(meta) : []), { text: at === 0 ? `\t${label}` : '\t' }, ...names],
    };
  });
};

/** The lines between the mark and the red rule, the rule below the last of them. */
export const layOutNumberLines = (meta: DocumentMeta): FlowParagraph[] => {
  const signers = (meta.signers ?? []).map((name) => name.trim()).filter((name) => name !== '');
  return signers.length > 0 ? upward(meta, signers) : centred(meta);
};
