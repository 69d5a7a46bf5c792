import type { TextLeaf } from '../document/text';
import type { FlowRun } from './flow';
import { printable } from './printable';
import type { CharacterStyleId } from './styles';

/**
 * Leaves as runs. The first `leadLength` UTF-16 units take `leadStyle` (see `computeLead`); a placeholder is
 * printed as its prompt and keeps its mark; white space at the start is no indent and goes (7.3.3: 左空二字 is the
 * style's). A footnote is a run without text, in its place.
 */
export const textRuns = (leaves: readonly TextLeaf[], leadLength = 0, leadStyle?: CharacterStyleId): FlowRun[] => {
  const runs: FlowRun[] = [];
  let offset = 0;
  for (const leaf of leaves) {
    if (leaf.footnote) {
      runs.push({ text: '', footnote: printable(leaf.footnote.text).trim() });
      continue;
    }
    const inLead = Math.max(0, Math.min(leaf.text.length, leadLength - offset));
    offset += leaf.text.length;
    const pieces = [
      { text: leaf.text.slice(0, inLead), style: leadStyle },
      { text: leaf.text.slice(inLead), style: undefined },
    ];
    for (const piece of pieces) {
      const clean = printable(piece.text);
      const text = runsText(runs) === '' ? clean.trimStart() : clean;
      if (text === '') continue;
      const style = leaf.placeholder ? 'GwPlaceholder' : piece.style;
      runs.push({ text, ...(style && { style }), ...(leaf.bold && { bold: true }) });
    }
  }
  const at = runs.findLastIndex((run) => run.text !== '');
  const last = runs[at];
  if (last) runs[at] = { ...last, text: last.text.trimEnd() };
  return runs;
};

export const runsText = (runs: readonly FlowRun[]): string => runs.map((run) => run.text).join('');
