import {
  bodyCharacter,
  bodySpacing,
  boxPitch,
  type FontRole,
  footer,
  footnotePitch,
  imprint,
  letter,
  pages,
  pointSizes,
  redHead,
  tablePitch,
} from './gb9704';
import type { LayoutOptions } from './layout-options';

/**
 * A straight line below a paragraph, as wide as its indents leave. Never above one: LibreOffice draws a double line
 * there the other way round.
 */
export type ParagraphRule = Readonly<{
  /** A double line is thick on the side it names first, from above. */
  line: 'single' | 'thickThin' | 'thinThick';
  /** Thickness of the whole line in points. */
  points: number;
  /** Points of white between the line and the paragraph's own height. */
  space: number;
  color: string;
}>;

/** One style of the exported document. Absent means: nothing, none, black, upright. */
export type ParagraphStyle = Readonly<{
  /** Name a clerk reads. */
  alias: string;
  /** Word's own name of the style, where it has one that it gives what the clerk adds later. */
  builtIn?: string;
  font: FontRole;
  /** Points. */
  size: number;
  /** Twips added to every character's advance. */
  spacing?: number;
  color?: string;
  line: number;
  lineRule: 'exact' | 'atLeast';
  align: 'left' | 'center' | 'right' | 'both';
  /** Twips; `…Chars` are hundredths of a character, which Word prefers. */
  indent?: Readonly<Record<string, number>>;
  keepNext?: true;
  /** 0–3: the level in the navigation pane. */
  outline?: number;
  bold?: true;
  rule?: ParagraphRule;
}>;

export type CharacterStyle = Readonly<{
  alias: string;
  builtIn?: string;
  font?: FontRole;
  shading?: string;
  superscript?: true;
  bold?: true;
}>;

export type ParagraphStyleId =
  | 'GwBody'
  | 'GwBlank'
  | 'GwTitle'
  | 'GwSubtitle'
  | 'GwTo'
  | 'GwH1'
  | 'GwH2'
  | 'GwH3'
  | 'GwH4'
  | 'GwAttachNote'
  | 'GwSign'
  | 'GwDate'
  | 'GwNote'
  | 'GwAttachLabel'
  | 'GwBoxTitle'
  | 'GwBoxText'
  | 'GwTableCaption'
  | 'GwPicture'
  | 'GwPictureCaption'
  | 'GwTableHead'
  | 'GwTableCell'
  | 'GwTableGap'
  | 'GwCopyNumber'
  | 'GwUrgency'
  | 'GwMark'
  | 'GwSigners'
  | 'GwNumber'
  | 'GwLetterMark'
  | 'GwLetterFoot'
  | 'GwLetterNumber'
  | 'GwAttendance'
  | 'GwImprint'
  | 'GwPageOdd'
  | 'GwPageEven'
  | 'FootnoteText';

/** Leads (段首句) in the face of their level, unit notes, names of 签发人, labels, text still to be written, footnotes. */
export type CharacterStyleId =
  | 'GwLead1'
  | 'GwLead2'
  | 'GwLead3'
  | 'GwLead4'
  | 'GwUnit'
  | 'GwSigner'
  | 'GwLabel'
  | 'GwPlaceholder'
  | 'FootnoteReference';

/** The bold of levels 2 and 3 is no part of the standard, but of many bureaus' rules. */
type BoldLevels = Pick<LayoutOptions, 'boldLevel2' | 'boldLevel3'>;
const bold = (on: boolean): { bold?: true } => (on ? { bold: true } : {});

export const characterStyles = (options: BoldLevels): Readonly<Record<CharacterStyleId, CharacterStyle>> => ({
  GwLead1: { alias: '一级段首句', font: 'hei' },
  GwLead2: { alias: '二级段首句', font: 'kai', ...bold(options.boldLevel2) },
  GwLead3: { alias: '三级段首句', font: 'body', ...bold(options.boldLevel3) },
  GwLead4: { alias: '四级段首句', font: 'body' },
  GwUnit: { alias: '责任单位', font: 'kai' },
  GwSigner: { alias: '签发人姓名', font: 'kai' },
  GwLabel: { alias: '出席人员标签', font: 'hei' },
  GwPlaceholder: { alias: '待填', shading: 'FFF2CC' },
  FootnoteReference: { alias: '脚注编号', builtIn: 'footnote reference', font: 'body', superscript: true },
});

/** Points of the mark of a paragraph that holds a picture. */
const pictureMark = 2;

/** Two body characters of first-line indent (7.3.3); the twips are for readers that do not know `Chars`. */
const twoCharacters = { firstLineChars: 200, firstLine: 2 * bodyCharacter };

/** What of the options the paragraph styles depend on. */
type StyleOptions = BoldLevels & Pick<LayoutOptions, 'profile' | 'titlePitch' | 'rule' | 'pageNumber'>;

/** All paragraph styles by id. Faces and sizes: 7.2 to 7.5; boxes and tables are practice. */
export const paragraphStyles = (options: StyleOptions): Readonly<Record<ParagraphStyleId, ParagraphStyle>> => {
  const line = pages[options.profile].pitch;
  const text = { font: 'body', size: pointSizes.three, spacing: bodySpacing, line, lineRule: 'exact' } as const;
  const heading = { ...text, align: 'both', indent: twoCharacters, keepNext: true } as const;
  const small = { size: pointSizes.smallFour, lineRule: 'atLeast' } as const;
  const pageNumber = { font: 'song', size: pointSizes.four, line: footer.pitch, lineRule: 'exact' } as const;
  const centred = options.pageNumber === 'center' ? ({ align: 'center' } as const) : null;
  const doubleRule = { points: letter.rulePoints, color: redHead.color } as const;
  const mark = {
    font: 'title',
    size: redHead.markSizes.usual,
    color: redHead.color,
    line: redHead.markSizes.usual * 20,
    lineRule: 'exact',
    align: 'center',
  } as const;
  return {
    GwBody: { alias: '公文正文', ...text, align: 'both', indent: twoCharacters },
    GwBlank: { alias: '公文空行', ...text, align: 'left' },
    GwTitle: {
      alias: '公文标题',
      font: 'title',
      size: pointSizes.two,
      line: options.titlePitch * 20,
      lineRule: 'exact',
      align: 'center',
    },
    GwSubtitle: { alias: '公文副标题', ...text, font: 'kai', align: 'center' },
    GwTo: { alias: '主送机关', ...text, align: 'left' },
    GwH1: { alias: '一级标题', ...heading, font: 'hei', outline: 0 },
    GwH2: { alias: '二级标题', ...heading, font: 'kai', outline: 1, ...bold(options.boldLevel2) },
    GwH3: { alias: '三级标题', ...heading, outline: 2, ...bold(options.boldLevel3) },
    GwH4: { alias: '四级标题', ...heading, outline: 3 },
    GwAttachNote: { alias: '附件说明', ...text, align: 'left' },
    GwSign: { alias: '发文机关署名', ...text, align: 'right', keepNext: true },
    GwDate: { alias: '成文日期', ...text, align: 'right' },
    GwNote: { alias: '附注', ...text, align: 'left', indent: { leftChars: 200, left: 2 * bodyCharacter } },
    GwAttachLabel: { alias: '附件序号', ...text, font: 'hei', align: 'left', keepNext: true },
    GwBoxTitle: {
      alias: '专栏标题',
      ...small,
      font: 'hei',
      size: pointSizes.four,
      line: boxPitch,
      align: 'center',
      keepNext: true,
    },
    GwBoxText: {
      alias: '专栏正文',
      ...small,
      font: 'body',
      line: boxPitch,
      align: 'both',
      indent: { firstLineChars: 200, firstLine: 2 * pointSizes.smallFour * 20 },
    },
    // 表题 above its table and with it (practice, as the title of a 专栏).
    GwTableCaption: {
      alias: '表题',
      ...small,
      font: 'hei',
      size: pointSizes.four,
      line: boxPitch,
      align: 'center',
      keepNext: true,
    },
    // The line grows with the picture: an exact one would clip it. Small, so that no descent is added below it.
    GwPicture: { alias: '图片', font: 'body', size: pictureMark, line, lineRule: 'atLeast', align: 'center' },
    // 图题 below its picture, on the lines of the text (practice).
    GwPictureCaption: {
      alias: '图题',
      font: 'hei',
      size: pointSizes.four,
      line,
      lineRule: 'exact',
      align: 'center',
    },
    GwTableHead: { alias: '表头', ...small, font: 'hei', line: tablePitch, align: 'center', keepNext: true },
    GwTableCell: { alias: '表格正文', ...small, font: 'body', line: tablePitch, align: 'left' },
    GwTableGap: { alias: '表后间隔', font: 'body', size: pointSizes.five, line: 160, lineRule: 'exact', align: 'left' },
    GwCopyNumber: { alias: '份号', ...text, align: 'left' },
    GwUrgency: { alias: '密级和紧急程度', ...text, font: 'hei', align: 'left' },
    GwMark: { alias: '发文机关标志', ...mark },
    GwSigners: { alias: '签发人', ...text, align: 'left' },
    GwNumber: {
      alias: '发文字号',
      ...text,
      align: 'center',
      rule: { line: 'single', points: options.rule, space: redHead.ruleSpace, color: redHead.color },
    },
    GwLetterMark: {
      alias: '信函发文机关标志',
      ...mark,
      indent: letter.ruleIndent,
      rule: { line: 'thickThin', space: letter.ruleSpace, ...doubleRule },
    },
    GwLetterFoot: {
      alias: '信函下线',
      ...text,
      line: letter.footLine,
      align: 'center',
      indent: letter.ruleIndent,
      rule: { line: 'thinThick', space: 0, ...doubleRule },
    },
    GwLetterNumber: { alias: '信函发文字号', ...text, align: 'left' },
    GwAttendance: { alias: '出席人员', ...text, align: 'both' },
    GwImprint: {
      alias: '版记',
      font: 'body',
      size: pointSizes.four,
      line: imprint.pitch,
      lineRule: 'exact',
      align: 'both',
      // Twips alone: Word would prefer characters of the style to the twips its paragraphs say instead.
      indent: { left: imprint.character, right: imprint.character },
    },
    GwPageOdd: {
      alias: '单页页码',
      ...pageNumber,
      ...(centred ?? { align: 'right', indent: { rightChars: 100, right: imprint.character } }),
    },
    GwPageEven: {
      alias: '双页页码',
      ...pageNumber,
      ...(centred ?? { align: 'left', indent: { leftChars: 100, left: imprint.character } }),
    },
    // Practice: 五号, the lines of a note under its first character.
    FootnoteText: {
      alias: '脚注文字',
      builtIn: 'footnote text',
      font: 'body',
      size: pointSizes.five,
      line: footnotePitch,
      lineRule: 'atLeast',
      align: 'both',
      indent: { leftChars: 100, left: 210, hangingChars: 100, hanging: 210 },
    },
  };
};
