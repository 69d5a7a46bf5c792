import { bodySpacing, type FontRole, fonts, latinFont, pointSizes } from '../../../layout/gb9704';
import {
  type CharacterStyle,
  characterStyles,
  type ParagraphRule,
  type ParagraphStyle,
  paragraphStyles,
} from '../../../layout/styles';
import type { ExportOptions } from '../../export-options';
import { escapeXml } from '../escape-xml';
import { wordNamespace, xmlDeclaration } from './xml';

/**
 * Chinese quotes, … and — are of ambiguous width: hAnsi names the Chinese face too, and runs that hold them are
 * hinted besides. No theme fonts anywhere: they would beat these names.
 */
const fontXml = (role: FontRole, digits: Digits): string => {
  const name = escapeXml(fonts[role].name);
  // The page number is 4号半角宋体 (7.5): its digits are in the Chinese face.
  const ascii = role === 'song' || digits === 'body' ? name : latinFont;
  return `<w:rFonts w:hint="eastAsia" w:ascii="${ascii}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${latinFont}"/>`;
};

type Digits = ExportOptions['digits'];

const indentXml = (indent: ParagraphStyle['indent']): string =>
  indent
    ? `<w:ind ${Object.entries(indent)
        .map(([name, value]) => `w:${name}="${value}"`)
        .join(' ')}/>`
    : '';

const lineNames = { single: 'single', thickThin: 'thickThinSmallGap', thinThick: 'thinThickSmallGap' } as const;

const ruleXml = ({ line, points, space, color }: ParagraphRule): string =>
  `<w:bottom w:val="${lineNames[line]}" w:sz="${Math.round(points * 8)}" w:space="${space}" w:color="${color}"/>`;

/** Typography every line of the type area needs; order of children as the schema demands. */
const paragraphXml = (style: ParagraphStyle, list = ''): string =>
  `<w:pPr><w:keepNext w:val="${style.keepNext ? 1 : 0}"/><w:keepLines w:val="0"/><w:widowControl w:val="0"/>${list}` +
  (style.rule ? `<w:pBdr>${ruleXml(style.rule)}</w:pBdr>` : '') +
  // Punctuation stays inside the type area; no quarter-em between Chinese and digits: both would break 28 a line.
  '<w:kinsoku w:val="1"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' +
  '<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>' +
  `<w:spacing w:before="0" w:after="0" w:line="${style.line}" w:lineRule="${style.lineRule}"/>` +
  `${indentXml(style.indent)}<w:jc w:val="${style.align}"/>` +
  `${style.outline === undefined ? '' : `<w:outlineLvl w:val="${style.outline}"/>`}</w:pPr>`;

const runXml = (style: ParagraphStyle, digits: Digits): string =>
  `<w:rPr>${fontXml(style.font, digits)}<w:b w:val="${style.bold ? 1 : 0}"/>` +
  (style.color ? `<w:color w:val="${style.color}"/>` : '') +
  // Said even where it is none: every style would else inherit the body's from Normal.
  `<w:spacing w:val="${style.spacing ?? 0}"/>` +
  `<w:kern w:val="0"/><w:sz w:val="${style.size * 2}"/><w:szCs w:val="${style.size * 2}"/></w:rPr>`;

/** The rest of a style's start tag and its name; a style of Word's own is known by its name. */
const nameXml = (id: string, { builtIn }: Pick<ParagraphStyle, 'builtIn'>): string =>
  `${builtIn ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${builtIn ?? id}"/>`;

/** Headings are linked to the levels of the list where numbers are Word's own. */
const listXml = ({ outline }: ParagraphStyle, { numbers }: ExportOptions): string =>
  numbers === 'lists' && outline !== undefined
    ? `<w:numPr><w:ilvl w:val="${outline}"/><w:numId w:val="1"/></w:numPr>`
    : '';

const paragraphStyleXml = (id: string, style: ParagraphStyle, options: ExportOptions): string =>
  `<w:style w:type="paragraph"${nameXml(id, style)}` +
  `<w:aliases w:val="${escapeXml(style.alias)}"/><w:basedOn w:val="Normal"/>` +
  `${style.keepNext ? '<w:next w:val="GwBody"/>' : ''}<w:qFormat/>${paragraphXml(style, listXml(style, options))}${runXml(style, options.digits)}</w:style>`;

const characterStyleXml = (id: string, style: CharacterStyle, digits: Digits): string =>
  `<w:style w:type="character"${nameXml(id, style)}` +
  `<w:aliases w:val="${escapeXml(style.alias)}"/><w:qFormat/><w:rPr>${style.font ? fontXml(style.font, digits) : ''}` +
  `${style.bold ? '<w:b w:val="1"/>' : ''}` +
  `${style.shading ? `<w:shd w:val="clear" w:color="auto" w:fill="${style.shading}"/>` : ''}` +
  `${style.superscript ? '<w:vertAlign w:val="superscript"/>' : ''}</w:rPr></w:style>`;

/**
 * word/styles.xml: all that a line of the type area needs is said by its style, so that the text says little itself.
 */
export const stylesXml = (options: ExportOptions): string => {
  const { digits } = options;
  const size = pointSizes.three * 2;
  const paragraphs = paragraphStyles(options);
  return (
    `${xmlDeclaration}<w:styles xmlns:w="${wordNamespace}"><w:docDefaults><w:rPrDefault><w:rPr>${fontXml('body', digits)}` +
    `<w:kern w:val="0"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    `${paragraphXml({ ...paragraphs.GwBlank, align: 'both' })}${runXml({ ...paragraphs.GwBlank, spacing: bodySpacing }, digits)}</w:style>` +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
    '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>' +
    '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    Object.entries(paragraphs)
      .map(([id, style]) => paragraphStyleXml(id, style, options))
      .join('') +
    Object.entries(characterStyles(options))
      .map(([id, style]) => characterStyleXml(id, style, digits))
      .join('') +
    '</w:styles>'
  );
};
