import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PrintedPages } from '../../electron/windows/page-printer';
import type { Block } from '../../shared/document/block';
import type { GovDocument } from '../../shared/document/document';
import { noPictures, type Pictures } from '../../shared/document/picture';
import { leavesText } from '../../shared/document/plain-text';
import type { TextLeaf } from '../../shared/document/text';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { type ExportOptions, standardOptions } from '../../shared/export/export-options';
import { documentTitle } from '../../shared/layout/document-title';
import { layOut } from '../../shared/layout/lay-out';
import { drawPrint } from '../../shared/layout/paginate/draw-print';
import { libreOfficeAdvances } from '../../shared/layout/paginate/libreoffice-advances';
import { paginate } from '../../shared/layout/paginate/paginate';
import { recogniseText } from '../../shared/recognise/recognise';
import { instantiate } from '../../shared/templates/instantiate';
import { shippedTemplates } from '../../shared/templates/templates';
import { officialDocuments } from '../fixtures/export/official-documents';
import { checkFile } from './check-file';
import { type CheckLog, checkNames, checkTable, startLog } from './checks';
import { comparePages, type PagesCompared } from './compare-pages';
import { expectedParagraphs } from './expected-text';
import { type Measured, measurePdf } from './measure';
import { printOwn, withoutElectron } from './own-pdf/print-own';
import {
  differsForMammoth,
  lostInLibreOffice,
  missingFonts,
  missingForPandoc,
  saveAgain,
  withoutPandoc,
} from './read-back';
import { readDocxParagraphs } from './read-docx-text';
import { type PdfPage, readPdf } from './read-pdf';
import { renderAll } from './render';
import { missingTools } from './tools';
import { schemaErrors } from './validate-schema';

type Case = Readonly<{ name: string; document: GovDocument; options: ExportOptions; pictures?: Pictures }>;

const shared = resolve('..', 'shared');

const plainLeaf = (children: readonly TextLeaf[]): [TextLeaf] => [{ text: leavesText(children) }];

/** A draft with everything written in: prompts stand for what a person would write. */
const filledIn = (document: GovDocument): GovDocument => ({
  ...document,
  parts: document.parts.map((part) => ({
    ...part,
    children: part.children.map((block): Block => {
      if (block.type === 'dateLine') return { ...block, children: [{ text: '2026年3月5日' }] };
      if (block.type !== 'table') return { ...block, children: plainLeaf(block.children) };
      const rows = block.children.map((row) => ({
        ...row,
        children: row.children.map((cell) => ({ ...cell, children: plainLeaf(cell.children) })),
      }));
      return { ...block, children: rows };
    }),
  })),
});

const cases = (): Case[] => {
  const folder = join(shared, 'seeds');
  const seeds = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.txt')) : [];
  return [
    ...seeds.sort().map(
      (file): Case => ({
        name: file.replace(/\.txt$/, ''),
        document: recogniseText(new TextDecoder().decode(readFileSync(join(folder, file)))).document,
        options: standardOptions,
      }),
    ),
    ...shippedTemplates().map(
      (template): Case => ({
        name: `template-${template.id}`,
        document: filledIn(instantiate(template, {})),
        options: standardOptions,
      }),
    ),
    ...Object.entries(officialDocuments).map(([name, sample]): Case => ({ name, ...sample })),
  ];
};

const sameText = (expected: readonly string[], found: readonly string[]): string[] => {
  const at = expected.findIndex((text, index) => text !== found[index]);
  if (at < 0 && expected.length === found.length) return [];
  const where = at < 0 ? expected.length : at;
  return [
    `paragraph ${where + 1} of the file differs: “${found[where]?.slice(0, 40)}”, wanted “${expected[where]?.slice(0, 40)}”`,
  ];
};

/**
 * The app's own pages beside the printed ones: as many, and, measured with LibreOffice's widths, the same lines. A
 * document of ten pages with one line broken otherwise still has most of its lines alike.
 */
const compareOwnPages = ({ document, options }: Case, printed: readonly PdfPage[], log: CheckLog): PagesCompared => {
  const laidOut = layOut(document, options);
  const counted = paginate(laidOut, options).length;
  log.check(
    40,
    ...(Math.abs(counted - printed.length) > 1
      ? [`the app counts ${counted} pages, LibreOffice ${printed.length}`]
      : []),
  );
  const compared = comparePages(paginate(laidOut, options, libreOfficeAdvances), printed);
  if (compared.alike < compared.lines * 0.8)
    log.check(
      40,
      `${compared.alike} of ${compared.lines} lines of the app's pages are printed so; first: ${compared.examples[0]}`,
    );
  return { ...compared, pages: counted };
};

/** The pages of the app itself as it prints them. */
const drawn = (chosen: readonly Case[]): Map<string, PrintedPages> =>
  new Map(
    chosen.map(({ name, document, options, pictures = noPictures }) => [
      name,
      { html: drawPrint(paginate(layOut(document, options), options), documentTitle(document)), pictures },
    ]),
  );

const total = (all: readonly Measured[], key: keyof Measured): number =>
  all.reduce((sum, measured) => sum + measured[key], 0);

/**
 * Exports documents, prints them with LibreOffice and measures the pages against the standard.
 * @returns the exit code: 0 all pass, 1 something does not, 2 a tool is missing
 */
export const runConformity = async (args: readonly string[]): Promise<number> => {
  const value = (name: string): string | undefined => args[args.indexOf(name) + 1 || args.length];
  const json = args.includes('--json');
  const say = (line: string): void => (json ? console.error(line) : console.log(line));
  const missing = missingTools();
  if (missing) {
    console.error(`Pages cannot be measured: tools are missing. Run: ${missing}`);
    return 2;
  }
  if (!existsSync(shared)) say('No ../shared beside the checkout: seeds and schema validation are skipped.');
  const noPandoc = withoutPandoc();
  if (noPandoc) say(noPandoc);
  const noElectron = withoutElectron();
  if (noElectron) say(noElectron);
  const only = value('--only');
  const chosen = cases()
    .filter(({ name }) => only === undefined || name.includes(only))
    .slice(0, Number(value('--documents') ?? Number.POSITIVE_INFINITY));
  const keep = value('--keep');
  if (keep) mkdirSync(keep, { recursive: true });
  const folder = keep ? resolve(keep) : mkdtempSync(join(tmpdir(), 'nigao-conformity-'));

  const files = new Map<string, Uint8Array>();
  for (const each of chosen)
    files.set(
      each.name,
      (await buildDocx(each.document, each.options, { pictures: each.pictures ?? noPictures })).bytes,
    );
  const pdfs = renderAll(files, folder);
  const savedAgain = saveAgain([...files.keys()], folder);
  const ownPdfs = noElectron ? new Map<string, string>() : await printOwn(drawn(chosen), folder);
  const results: Measured[] = [];
  const compared: PagesCompared[] = [];
  const logs: CheckLog[][] = [];
  for (const each of chosen) {
    const bytes = files.get(each.name)!;
    const log = startLog();
    const texts = readDocxParagraphs(bytes);
    const paragraphs = expectedParagraphs(
      each.document,
      each.options,
      texts.some((text) => text.startsWith('主送：')),
    );
    const pdf = pdfs.get(each.name)!;
    const printed = readPdf(pdf);
    const measured = measurePdf(pdf, printed, paragraphs, each, log);
    const own = compareOwnPages(each, printed, log);
    compared.push(own);
    checkFile(bytes, each, log);
    log.check(37, ...missingFonts(pdf));
    // Numbers that Word counts are in no text of the file; the print shows them, and our own reading again.
    const wanted = paragraphs.map((paragraph) => paragraph.text);
    const typed = each.options.numbers === 'text';
    const headLines = each.options.format === 'plain' ? 0 : texts.length - paragraphs.length;
    log.check(24, ...schemaErrors(bytes, join(shared, 'ooxml-schemas')));
    log.check(
      39,
      ...(typed ? sameText(wanted, texts.slice(headLines)) : []),
      ...(typed ? missingForPandoc(join(folder, `${each.name}.docx`), paragraphs) : []),
      ...(typed ? await differsForMammoth(bytes, each.document, paragraphs, headLines) : []),
      ...lostInLibreOffice(bytes, savedAgain(each.name)),
    );
    const again = await buildDocx(each.document, each.options, { pictures: each.pictures ?? noPictures });
    log.check(39, ...(Buffer.from(again.bytes).equals(bytes) ? [] : ['exported again it is another file']));
    const ownLog = startLog('the app’s PDF: ');
    const ownPdf = ownPdfs.get(each.name);
    if (ownPdf) measurePdf(ownPdf, readPdf(ownPdf, 'chromium'), paragraphs, each, ownLog);
    logs.push([log, ownLog]);
    results.push(measured);
    const failed = [log, ownLog].flatMap(({ failures }) => failures);
    say(
      `${failed.length === 0 ? '✓' : '✗'} ${each.name}: ${measured.pages} pages, ` +
        `${measured.fullPagesOf22}/${measured.fullPages} full pages of 22 lines (${measured.keptTogether} short to keep lines together), ` +
        `${measured.fullWidthLinesOf28}/${measured.fullWidthLines} full lines of 28 (${measured.punctuationLines} short by punctuation), ` +
        `app: ${own.pages} pages, ${own.alike}/${own.lines} lines alike`,
    );
    for (const { text } of failed.slice(0, 8)) say(`    ${text}`);
  }
  const table = checkTable(logs);
  for (const line of table.lines) say(line);
  // A part of the documents need not have all that is checked.
  const unmeasured = only === undefined && value('--documents') === undefined ? table.missing.length : 0;
  const failures = unmeasured + logs.flat().reduce((sum, log) => sum + log.failures.length, 0);
  const counts = {
    name: 'conformity',
    documents: results.length,
    pages: total(results, 'pages'),
    fullPages: total(results, 'fullPages'),
    fullPagesOf22: total(results, 'fullPagesOf22'),
    keptTogether: total(results, 'keptTogether'),
    fullWidthLines: total(results, 'fullWidthLines'),
    fullWidthLinesOf28: total(results, 'fullWidthLinesOf28'),
    punctuationLines: total(results, 'punctuationLines'),
    pageCountsEqual: compared.filter((own) => own.pages === own.printedPages).length,
    linesAlike: compared.reduce((sum, own) => sum + own.alike, 0),
    linesCompared: compared.reduce((sum, own) => sum + own.lines, 0),
    ownPdfs: ownPdfs.size,
    checks: Object.keys(checkNames).length - table.missing.length,
    failures,
  };
  console.log(
    json
      ? JSON.stringify(counts)
      : Object.entries(counts)
          .map(([key, count]) => `${key} ${count}`)
          .join(', '),
  );
  if (!keep) rmSync(folder, { recursive: true, force: true });
  return failures === 0 ? 0 : 1;
};
