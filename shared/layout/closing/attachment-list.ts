import { blankLine, type FlowParagraph } from '../flow';
import { bodyCharacter } from '../gb9704';
import { textWidth } from '../text-width';

const twips = (characters: number): number => Math.round(characters * bodyCharacter);

/**
 * 附件说明 (7.3.4): one blank line below the text, two characters in, no punctuation behind the names, a wrapped
 * name under the name's first character, further numbers under the first.
 */
export const layOutAttachmentList = (names: readonly string[]): FlowParagraph[] => {
  if (names.length === 0) return [];
  const head = '附件：';
  const start = 2 + textWidth(head);
  const lines = names.map((name, index): FlowParagraph => {
    const number = names.length === 1 ? '' : `${index + 1}.`;
    // A full stop is a quarter of a character wide, not half: the number in twips, so that names align exactly.
    const numberWidth = number === '' ? 0 : twips(textWidth(number)) - 80;
    const hanging = numberWidth + (index === 0 ? twips(textWidth(head)) : 0);
    const text = (index === 0 ? head : '') + number + name.replace(/[。；;，,、.\s]+$/, '');
    return {
      kind: 'paragraph',
      style: 'GwAttachNote',
      runs: [{ text }],
      indent: { left: twips(start) + numberWidth, hanging },
      // Longer lists may break: a page cannot hold a chain of them.
      ...((index === names.length - 1 || names.length <= 6) && { keepNext: true }),
    };
  });
  return [...blankLine(1, true), ...lines];
};
