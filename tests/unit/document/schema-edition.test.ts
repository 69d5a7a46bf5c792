import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { identifyPicture } from '../../../electron/files/picture-files';
import { migrations } from '../../../electron/storage/migrate';
import { documentSchema, metaSchema, schemaEdition } from '../../../shared/document/document';
import { packNigaoFile, unpackNigaoFile } from '../../../shared/file/nigao-file';

/** What is stored, by edition; the schema of `edition-1.nigao` had no `takenOver`. */
const current = {
  edition: 2,
  migration: 100,
  schema: 'fe51042e4acf562041170157ec884ae20afdd8d25dab31ddfebb3c5b8aafbcce',
};

/** Fields of the form that were added after the file of the first edition was made. */
const addedSince = ['takenOver'];

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'nigao');
const early = new Uint8Array(readFileSync(join(folder, 'edition-1.nigao')));
const written = JSON.parse(readFileSync(join(folder, 'edition-1.json'), 'utf8'));

describe('the stored document', () => {
  it('has the schema of its edition', () => {
    const schema = createHash('sha256')
      .update(JSON.stringify(z.toJSONSchema(documentSchema, { io: 'input' })))
      .digest('hex');
    const migration = Math.max(...migrations.map(({ version }) => version));
    expect(
      { edition: schemaEdition, schema, reached: migration >= current.migration },
      'The schema of stored documents has changed. Documents stored before must still open: new fields are optional, ' +
        'nothing is narrowed. Then raise schemaEdition, add a migration (it may have nothing to do), so that earlier ' +
        'versions of the app refuse file and library with a sentence, and put edition, migration and hash here.',
    ).toEqual({ edition: current.edition, schema: current.schema, reached: true });
  });

  it('of the first edition opens for ever as it was written, with versions and pictures', () => {
    const { document, versions, pictures } = unpackNigaoFile(early, identifyPicture);
    expect({ document, versions }).toEqual(written);
    expect(pictures.size).toBe(1);
    expect(unpackNigaoFile(packNigaoFile(document, pictures, versions), identifyPicture).document).toEqual(document);
    const fields = Object.keys(metaSchema.shape).filter((field) => !addedSince.includes(field));
    expect(Object.keys(document.meta).sort()).toEqual(fields.sort());
  });
});
