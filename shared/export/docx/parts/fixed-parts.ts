import { fonts, latinFont } from '../../../layout/gb9704';
import { escapeXml } from '../escape-xml';
import { footnoteNumbering } from './footnotes-xml';
import { wordNamespace, xmlDeclaration } from './xml';

/**
 * word/settings.xml. `doNotCompress`: Word would else squeeze punctuation and change the characters of a line;
 * compatibility mode 15: the layout of Word 2013 and later.
 */
export const settingsXml =
  `${xmlDeclaration}<w:settings xmlns:w="${wordNamespace}"><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>` +
  '<w:characterSpacingControl w:val="doNotCompress"/>' +
  `<w:footnotePr>${footnoteNumbering}<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:useFELayout/>` +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>';

const fontXml = ({ name, substitute, panose }: (typeof fonts)[keyof typeof fonts]): string =>
  `<w:font w:name="${escapeXml(name)}"><w:altName w:val="${escapeXml(substitute)}"/><w:panose1 w:val="${panose}"/>` +
  '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>';

/** word/fontTable.xml: every face by name, with the face that stands in where it is not installed. */
export const fontTableXml =
  `${xmlDeclaration}<w:fonts xmlns:w="${wordNamespace}">${Object.values(fonts).map(fontXml).join('')}` +
  `<w:font w:name="${latinFont}"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>` +
  '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>';

/** What tells a circulated file from others: the document's revision in the library and the hash of its content. */
export type Stamp = Readonly<{ revision: number; contentHash: string }>;

/** docProps/core.xml: the title, and nobody's name, no date: the same document gives the same file. */
export const corePropertiesXml = (title: string, stamp?: Stamp): string =>
  `${xmlDeclaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
  `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title>` +
  (stamp
    ? `<dc:identifier>sha256:${stamp.contentHash}</dc:identifier><cp:version>${stamp.revision}</cp:version>`
    : '') +
  '</cp:coreProperties>';
