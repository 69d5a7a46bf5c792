import { type FontRole, fonts, latinFont } from '../../../layout/gb9704';
import { fromChineseNumeral } from '../../../numbering/chinese-numerals';
import type { ExportOptions } from '../../export-options';
import { escapeXml } from '../escape-xml';

/** The four levels as Word counts them (7.3.3): 一、（一）1.（1）, each in the face of its level. */
const levels = [
  { format: 'chineseCountingThousand', text: '%1、', label: /^([一二三四五六七八九十百]+)、$/, face: 'hei' },
  { format: 'chineseCountingThousand', text: '（%2）', label: /^（([一二三四五六七八九十百]+)）$/, face: 'kai' },
  { format: 'decimal', text: '%3.', label: /^(\d+)\.$/, face: 'body' },
  { format: 'decimal', text: '（%4）', label: /^（(\d+)）$/, face: 'body' },
] as const satisfies readonly Readonly<{ format: string; text: string; label: RegExp; face: FontRole }>[];

/** Where a paragraph stands in Word's lists. */
export type ListPlace = Readonly<{ list: number; level: number }>;

/** The lists of one document, begun as its paragraphs are written. */
export type WordLists = Readonly<{
  /**
   * The place that gives a paragraph its number; null where Word would not count so (之一, 〇), which stays typed.
   * @param level 0 to 3
   */
  place(level: number, label: string): ListPlace | null;
  /** Content of word/numbering.xml. */
  xml(): string;
}>;

const countOf = (level: number, label: string): number | null => {
  const [, number] = levels[level]?.label.exec(label) ?? [];
  if (number === undefined) return null;
  return levels[level]!.format === 'decimal' ? Number(number) : fromChineseNumeral(number);
};

const faceXml = (role: FontRole, digits: ExportOptions['digits']): string => {
  const name = escapeXml(fonts[role].name);
  const ascii = digits === 'body' ? name : latinFont;
  return `<w:rFonts w:hint="eastAsia" w:ascii="${ascii}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${latinFont}"/>`;
};

/** The number stands where the typed one does: two characters in, nothing behind it, further lines at the edge. */
const abstractXml = ({ digits, boldLevel2, boldLevel3 }: ExportOptions): string =>
  '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>' +
  levels
    .map(({ format, text, face }, level) => {
      const bold = (level === 1 && boldLevel2) || (level === 2 && boldLevel3);
      return (
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:pStyle w:val="GwH${level + 1}"/>` +
        `<w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
        `<w:pPr><w:ind w:left="0" w:firstLineChars="200" w:firstLine="630"/></w:pPr>` +
        `<w:rPr>${faceXml(face, digits)}<w:b w:val="${bold ? 1 : 0}"/></w:rPr></w:lvl>`
      );
    })
    .join('') +
  '</w:abstractNum>';

/**
 * Numbers as one multi-level list. Where a number is not the one Word would come to (numbers that run on across
 * chapters, a new part), another list of the same kind begins there with the numbers it has to go on from.
 */
export const wordLists = (options: ExportOptions): WordLists => {
  const counters = [0, 0, 0, 0];
  const lists: (readonly number[])[] = [];
  return {
    place: (level, label) => {
      const value = countOf(level, label);
      if (value === null) return null;
      if (lists.length === 0 || value !== counters[level]! + 1)
        lists.push(counters.map((count, at) => (at === level ? value : at < level ? count + 1 : 1)));
      counters[level] = value;
      counters.fill(0, level + 1);
      return { list: lists.length, level };
    },
    xml: () =>
      abstractXml(options) +
      // The styles name the first list, even where nothing is numbered.
      (lists.length === 0 ? [counters.map(() => 1)] : lists)
        .map(
          (starts, at) =>
            `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="0"/>${starts
              .map(
                (start, level) =>
                  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
              )
              .join('')}</w:num>`,
        )
        .join(''),
  };
};
