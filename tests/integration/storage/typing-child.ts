import { openLibrary } from '../../../electron/storage/open-library';
import { paragraph, sampleDocument } from './sample-document';

/** Saves one sentence after the other as fast as it can, and says each number only when it is on disk. */
const [, , folder] = process.argv;
const library = await openLibrary({
  dataFolder: folder!,
  database: `${folder}/nigao.db`,
  backups: `${folder}/backups`,
  damaged: `${folder}/damaged`,
});
const id = 'document';
if (!library.documents.row(id)) library.documents.create(sampleDocument(id, ['0']));
let { revision } = library.documents.open(id);
for (;;) {
  ({ revision } = library.documents.save(id, revision, { blocks: [paragraph('block-000', String(revision))] }));
  // Saved under this revision is the text of the one before.
  process.stdout.write(`${revision - 1}\n`);
  await new Promise(setImmediate);
}
