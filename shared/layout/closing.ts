import { blankLine, type FlowParagraph } from './flow';
import { bodyCharacter } from './gb9704';
import { runsText } from './text-runs';
import { textWidth } from './text-width';

const twips = (characters: number): number => Math.round(Math.max(0, characters) * bodyCharacter);
const width = (paragraph: FlowParagraph): number => textWidth(runsText(paragraph.runs));

/**
 * 署名 and 成文日期 under a seal (7.3.5.1): the date four characters from the right, each name centred over it,
 * two blank lines above so that the seal (about 4.2 lines) sits within one line of the text. A name too wide for
 * that stands flush right and the date is centred under it.
 */
export const layOutClosing = (closing: readonly FlowParagraph[]): FlowParagraph[] => {
  const names = closing.filter((paragraph) => paragraph.style === 'GwSign');
  const dates = closing.filter((paragraph) => paragraph.style === 'GwDate');
  const dateWidth = Math.max(0, ...dates.map(width));
  const widest = Math.max(0, ...names.map(width));
  const dateRight = dates.length > 0 ? Math.max(4, (widest - dateWidth) / 2) : 4;
  const centre = dateRight + dateWidth / 2;
  return [
    ...blankLine(2, true),
    ...closing.map((paragraph) => ({
      ...paragraph,
      indent: { right: twips(dates.length > 0 ? centre - width(paragraph) / 2 : 4) },
    })),
  ];
};

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
