import { describe, expect, it, onTestFinished } from 'vitest';
import { identifyPicture } from '../../../electron/files/picture-files';
import { openLibrary } from '../../../electron/storage/open-library';
import { outlineParts } from '../../../shared/document/changes';
import type { GovDocument } from '../../../shared/document/document';
import { maxPicturesBytes } from '../../../shared/file/limits';
import { makePng, pictureBlock } from '../../helpers/make-picture';
import { sampleDocument } from './sample-document';
import { temporaryLibrary } from './temporary-folder';

const id = 'document-1';
const bytes = makePng(30, 20);
const file = identifyPicture(bytes);
const block = pictureBlock('the-picture', bytes, '站点分布');

const withPicture = (documentId: string): GovDocument => {
  const document = sampleDocument(documentId);
  return { ...document, parts: document.parts.map((part) => ({ ...part, children: [...part.children, block] })) };
};
const open = async () => {
  const library = await openLibrary(temporaryLibrary());
  onTestFinished(library.close);
  const { documents } = library;
  /** Saves the text with or without the picture. */
  const save = (documentId: string, document: GovDocument): void => {
    const { revision } = documents.open(documentId);
    documents.save(documentId, revision, {
      parts: outlineParts(document.parts),
      blocks: document.parts.flatMap(({ children }) => children),
    });
  };
  const has = (documentId: string): boolean =>
    library.pictures.of(documentId, withPicture(documentId)).has(file.sha256);
  return { ...library, save, has };
};

describe('the pictures of the library', () => {
  it('come back to the byte, by document and by content', async () => {
    const { documents, pictures } = await open();
    documents.create(withPicture(id));
    pictures.add(id, file, bytes);
    pictures.add(id, file, bytes);
    expect(pictures.of(id, documents.open(id).document)).toEqual(new Map([[file.sha256, bytes]]));
    const found = pictures.find(file.sha256)!;
    expect([found.mime, new Uint8Array(found.bytes)]).toEqual(['image/png', bytes]);
    expect(pictures.find('0'.repeat(64))).toBeNull();
  });

  it('go when their document is deleted for good, not when it lies in the 回收站', async () => {
    const { documents, pictures } = await open();
    documents.create(withPicture(id));
    pictures.add(id, file, bytes);
    documents.trash(id);
    expect(pictures.find(file.sha256)).not.toBeNull();
    documents.purge(id);
    expect(pictures.find(file.sha256)).toBeNull();
  });

  it('stay while the document names them, or a version, and then go when it is next opened', async () => {
    const { documents, pictures, versions, save, has } = await open();
    documents.create(withPicture(id));
    pictures.add(id, file, bytes);
    versions.keepNamed(id, '有图的一稿');
    save(id, sampleDocument(id));
    // Undo may still bring it back: nothing goes by saving.
    expect(has(id)).toBe(true);
    pictures.collect(id);
    expect(has(id)).toBe(true);
    save(id, withPicture(id));
    pictures.collect(id);
    expect(has(id)).toBe(true);

    documents.create(withPicture('document-2'));
    save('document-2', sampleDocument('document-2'));
    pictures.collect('document-2');
    documents.trash(id);
    documents.purge(id);
    expect(pictures.find(file.sha256)).toBeNull();
  });

  it('come along when a document is copied, begun from another, or takes over a block', async () => {
    const { documents, pictures, save, has } = await open();
    documents.create(withPicture(id));
    pictures.add(id, file, bytes);
    const copy = documents.duplicate(id);
    documents.create(withPicture('begun-from-it'));
    documents.create(sampleDocument('pasted-into'));
    save('pasted-into', withPicture('pasted-into'));
    documents.trash(id);
    documents.purge(id);
    for (const other of [copy, 'begun-from-it', 'pasted-into']) {
      expect(has(other)).toBe(true);
      pictures.collect(other);
      expect(has(other)).toBe(true);
    }
  });

  it('of one document stay below the limit that its file must be opened with', async () => {
    const { documents, pictures } = await open();
    documents.create(sampleDocument(id));
    const large = new Uint8Array(maxPicturesBytes / 2);
    pictures.add(id, { ...file, sha256: '1'.repeat(64) }, large);
    pictures.add(id, { ...file, sha256: '2'.repeat(64) }, large);
    expect(() => pictures.add(id, file, bytes)).toThrow('文稿里的图片合起来超过 100 MB。');
  });
});
