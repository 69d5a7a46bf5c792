import type { TemplateSection } from './template';
import { textsOf } from './template-blocks';

/** Words alone are no sentence: shorter stretches between fields say nothing about it. */
const shortestStretch = 4;

/** The stretches of a section that stand in every draft as they are, between fields and prompts; one list a block. */
export const fixedWords = (section: Pick<TemplateSection, 'blocks'>): string[][] =>
  section.blocks
    .flatMap(textsOf)
    .map((text) => text.split(/\{[^}]*\}|\[[^\]]*\]/).filter((piece) => piece.length >= shortestStretch))
    .filter((pieces) => pieces.length > 0);

/** Whether a text has all the stretches, in order. */
export const hasWords = (text: string, pieces: readonly string[]): boolean => {
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
};
