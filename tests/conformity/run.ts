import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { GovDocument } from '../../shared/document/document';
import { noPictures, type Pictures } from '../../shared/document/picture';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { type ExportOptions, standardOptions } from '../../shared/export/export-options';
import { layOut } from '../../shared/layout/lay-out';
import { paginate } from '../../shared/layout/paginate/paginate';
import { recogniseText } from '../../shared/recognise/recognise';
import { officialDocuments } from '../fixtures/export/official-documents';
import { comparePages, type PagesCompared } from './compare-pages';
import { expectedParagraphs } from './expected-text';
import { libreOfficeAdvances } from './libreoffice-advances';
import { type Measured, measurePdf } from './measure';
import { lostInLibreOffice, missingForPandoc, saveAgain, withoutPandoc } from './read-back';
import { readDocxParagraphs } from './read-docx-text';
import { type PdfPage, readPdf } from './read-pdf';
import { renderAll } from './render';
import { missingTools } from './tools';
import { schemaErrors } from './validate-schema';

type Case = Readonly<{ name: string; document: GovDocument; options: ExportOptions; pictures?: Pictures }>;

const shared = resolve('..', 'shared');

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
const compareOwnPages = (
  { document, options }: Case,
  printed: readonly PdfPage[],
  failures: string[],
): PagesCompared => {
  const laidOut = layOut(document, options);
  const counted = paginate(laidOut, options).length;
  if (Math.abs(counted - printed.length) > 1)
    failures.push(`the app counts ${counted} pages, LibreOffice ${printed.length}`);
  const compared = comparePages(paginate(laidOut, options, libreOfficeAdvances), printed);
  if (compared.alike < compared.lines * 0.8)
    failures.push(
      `${compared.alike} of ${compared.lines} lines of the app's pages are printed so; first: ${compared.examples[0]}`,
    );
  return { ...compared, pages: counted };
};

const total = (all: readonly Measured[], key: Exclude<keyof Measured, 'failures'>): number =>
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
  const results: Measured[] = [];
  const compared: PagesCompared[] = [];
  for (const each of chosen) {
    const bytes = files.get(each.name)!;
    const moved = readDocxParagraphs(bytes).some((text) => text.startsWith('主送：'));
    const paragraphs = expectedParagraphs(each.document, each.options, moved);
    const pdf = pdfs.get(each.name)!;
    const printed = readPdf(pdf);
    const measured = measurePdf(pdf, printed, paragraphs, each);
    const own = compareOwnPages(each, printed, measured.failures);
    compared.push(own);
    const headLines = each.options.format === 'plain' ? 0 : readDocxParagraphs(bytes).length - paragraphs.length;
    measured.failures.push(
      ...sameText(
        paragraphs.map((paragraph) => paragraph.text),
        readDocxParagraphs(bytes).slice(headLines),
      ),
      ...schemaErrors(bytes, join(shared, 'ooxml-schemas')),
      ...missingForPandoc(join(folder, `${each.name}.docx`), paragraphs),
      ...lostInLibreOffice(bytes, savedAgain(each.name)),
    );
    results.push(measured);
    say(
      `${measured.failures.length === 0 ? '✓' : '✗'} ${each.name}: ${measured.pages} pages, ` +
        `${measured.fullPagesOf22}/${measured.fullPages} full pages of 22 lines (${measured.keptTogether} short to keep lines together), ` +
        `${measured.fullWidthLinesOf28}/${measured.fullWidthLines} full lines of 28 (${measured.punctuationLines} short by punctuation), ` +
        `app: ${own.pages} pages, ${own.alike}/${own.lines} lines alike`,
    );
    for (const failure of measured.failures.slice(0, 8)) say(`    ${failure}`);
  }
  const failures = results.reduce((sum, measured) => sum + measured.failures.length, 0);
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
