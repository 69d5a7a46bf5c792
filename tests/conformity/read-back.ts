import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import type { GovDocument } from '../../shared/document/document';
import { comparable, type ExpectedParagraph } from './expected-text';
import { runTool } from './tools';

const hasPandoc = (): boolean => !spawnSync('pandoc', ['--version']).error;

/** Said once at the start of a run. */
export const withoutPandoc = (): string | null =>
  hasPandoc() ? null : 'No pandoc (apt-get install -y pandoc): what another reader finds in the files is not checked.';

/** Text paragraphs that pandoc does not find in a Word file in their order; tables it would draw, they are left out. */
export const missingForPandoc = (file: string, paragraphs: readonly ExpectedParagraph[]): string[] => {
  if (!hasPandoc()) return [];
  const read = comparable(
    runTool('pandoc', ['-f', 'docx', '-t', 'plain', '--wrap=none', file]).replace(/\[\d+\]/g, ''),
  );
  let from = 0;
  for (const { text } of paragraphs.filter(({ inTable }) => !inTable)) {
    const found = read.indexOf(text, from);
    if (found < 0) return [`pandoc does not find in its place: ${text.slice(0, 40)}`];
    from = found + text.length;
  }
  return [];
};

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
const words = (html: string): string =>
  comparable(
    html
      .replace(/<sup>.*?<\/sup>/g, '')
      .replace(/<[^>]*>/g, '')
      .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole),
  );

/**
 * What mammoth reads otherwise than the document says: every paragraph's text in its place, from the first of the
 * document to the last, what is a heading, and the rows of every table.
 */
export const differsForMammoth = async (
  docx: Uint8Array,
  document: GovDocument,
  paragraphs: readonly ExpectedParagraph[],
  headLines: number,
): Promise<string[]> => {
  const styleMap = [1, 2, 3, 4].map((level) => `p[style-name='GwH${level}'] => h${level}:fresh`);
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) }, { styleMap });
  // Footnotes stand at the end as a list.
  const html = value.replace(/<ol><li id="footnote.*$/s, '');
  const found = [...html.matchAll(/<(p|h[1-6])>(.*?)<\/\1>/gs)]
    .map(([, tag, content]) => ({ heading: tag !== 'p', text: words(content!) }))
    .filter(({ text }) => text !== '')
    .slice(headLines);
  const at = paragraphs.findIndex(
    ({ text, isHeading }, index) => found[index]?.text !== text || found[index]?.heading !== isHeading,
  );
  const wanted = document.parts
    .flatMap(({ children }) => children)
    .flatMap((block) => (block.type === 'table' ? [block.children.length] : []));
  const rows = [...html.matchAll(/<table>(?:(?!<table>).)*?<\/table>/gs)].map(
    ([table]) => table.split('<tr>').length - 1,
  );
  let from = 0;
  for (const each of rows) if (each === wanted[from]) from += 1;
  return [
    ...(at >= 0
      ? [`mammoth reads “${found[at]?.text.slice(0, 40)}”, wanted “${paragraphs[at]!.text.slice(0, 40)}”`]
      : []),
    ...(at < 0 && found.length !== paragraphs.length
      ? [`mammoth reads ${found.length} paragraphs of ${paragraphs.length}`]
      : []),
    ...(from < wanted.length ? [`mammoth finds no table of ${wanted[from]} rows in its place`] : []),
  ];
};

/**
 * Head rows of the tables that stand in no other. LibreOffice keeps the mark of a nested one only while it stands in
 * the first row of the outer table (it compares the row with that of the outer one: the same table in a 专栏 without
 * title comes back whole), and Word itself repeats no head rows of nested tables.
 */
const headRows = (xml: string): number => {
  let depth = 0;
  let rows = 0;
  for (const [tag] of xml.matchAll(/<w:tbl>|<\/w:tbl>|<w:tblHeader\b/g)) {
    if (tag === '<w:tbl>') depth += 1;
    else if (tag === '</w:tbl>') depth -= 1;
    else if (depth === 1) rows += 1;
  }
  return rows;
};

const facts = (docx: Uint8Array) => {
  const files = unzipSync(docx);
  const xml = strFromU8(files['word/document.xml']!);
  const numbered = Object.entries(files).filter(
    ([path, data]) => /footer\d*\.xml$/.test(path) && / PAGE /.test(strFromU8(data)),
  );
  return {
    styles: [...new Set([...xml.matchAll(/<w:pStyle w:val="(Gw\w+)"/g)].map(([, id]) => id!))].sort(),
    headRows: headRows(xml),
    fields: numbered.length > 0,
  };
};

/** What a Word file loses when LibreOffice opens and saves it: styles, page number fields, repeated head rows. */
export const lostInLibreOffice = (before: Uint8Array, saved: string): string[] => {
  const [old, now] = [facts(before), facts(readFileSync(saved))];
  const gone = old.styles.filter((style) => !now.styles.includes(style));
  return [
    ...(gone.length > 0 ? [`saved by LibreOffice without the styles ${gone.join(', ')}`] : []),
    ...(now.headRows < old.headRows ? [`saved by LibreOffice with ${now.headRows} of ${old.headRows} head rows`] : []),
    ...(old.fields && !now.fields ? ['saved by LibreOffice without page number fields'] : []),
  ];
};

/** Opens Word files and saves them again with one LibreOffice run, into a folder of their own. */
export const saveAgain = (names: readonly string[], folder: string): ((name: string) => string) => {
  const target = join(folder, 'saved');
  const profile = `-env:UserInstallation=file://${join(folder, 'libreoffice')}`;
  const sources = names.map((name) => join(folder, `${name}.docx`));
  runTool('soffice', [profile, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', target, ...sources]);
  return (name) => join(target, `${name}.docx`);
};

/** Fonts of a printed document that are not embedded: on another machine its pages would look otherwise. */
export const missingFonts = (pdf: string): string[] =>
  runTool('pdffonts', [pdf])
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '' && !/ yes (?:yes|no )/.test(line))
    .map((line) => `not embedded: ${line.slice(0, 36).trim()}`);
