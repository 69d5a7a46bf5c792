import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { reviewRemarks } from '../../../shared/checks/review/review-remarks';
import { runChecks } from '../../../shared/checks/run-checks';
import type { GovDocument } from '../../../shared/document/document';
import { buildDocx } from '../../../shared/export/docx/build-docx';
import { standardOptions } from '../../../shared/export/export-options';
import { recogniseText } from '../../../shared/recognise/recognise';
import { expectedParagraphs } from '../../conformity/expected-text';
import { readDocxParagraphs } from '../../conformity/read-docx-text';
import { schemaErrors } from '../../conformity/validate-schema';
import { officialDocuments } from '../../fixtures/export/official-documents';

const seeds = resolve('..', 'shared', 'seeds');
const schemas = resolve('..', 'shared', 'ooxml-schemas');
const hasSeeds = existsSync(seeds);
const canValidate = existsSync(schemas) && !spawnSync('xmllint', ['--version']).error;
const withoutSeeds = 'skipped: there is no ../shared/seeds beside this checkout';
const withoutSchemas = 'skipped: ../shared/ooxml-schemas or xmllint (libxml2-utils) is missing';

const readSeeds = (): [string, GovDocument][] =>
  readdirSync(seeds)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => [file, recogniseText(readFileSync(join(seeds, file), 'utf8')).document]);

describe.skipIf(!hasSeeds)(hasSeeds ? 'the five seeds' : withoutSeeds, () => {
  it('are exported with all their text, in order, nothing more', async () => {
    const documents = readSeeds();
    expect(documents).toHaveLength(5);
    for (const [file, document] of documents) {
      const { bytes } = await buildDocx(document, standardOptions);
      const wanted = expectedParagraphs(document).map((paragraph) => paragraph.text);
      expect(readDocxParagraphs(bytes), file).toEqual(wanted);
    }
  });
});

describe('findings as comments', () => {
  const commented = async (document: GovDocument) => {
    const { findings } = runChecks(document);
    const remarks = reviewRemarks(findings, Date.parse('2026-03-18T04:00:00Z'));
    return { findings, ...(await buildDocx(document, standardOptions, { remarks })) };
  };

  it('stand each beside the paragraph of its block, once, and change no word of the text', async () => {
    for (const { document } of Object.values(officialDocuments)) {
      const { findings, bytes } = await commented(document);
      const xml = strFromU8(unzipSync(bytes)['word/document.xml']!);
      for (const mark of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
        expect(xml.split(`<w:${mark} `)).toHaveLength(findings.length + 1);
      const plain = await buildDocx(document, standardOptions);
      expect(readDocxParagraphs(bytes)).toEqual(readDocxParagraphs(plain.bytes));
    }
  });

  it.skipIf(!canValidate)('are valid against the transitional schema', { timeout: 60_000 }, async () => {
    const [{ document }] = Object.values(officialDocuments) as [(typeof officialDocuments)[string]];
    expect(schemaErrors((await commented(document)).bytes, schemas)).toEqual([]);
  });
});

describe.skipIf(!canValidate)(canValidate ? 'every part of an exported file' : withoutSchemas, () => {
  it('is valid against the transitional schema', { timeout: 60_000 }, async () => {
    for (const { document, options } of Object.values(officialDocuments)) {
      const { bytes } = await buildDocx(document, options);
      expect(schemaErrors(bytes, schemas)).toEqual([]);
    }
  });
});
