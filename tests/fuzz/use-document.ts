import { openLibrary } from '../../electron/storage/open-library';
import { type Bureau, noBureauRules } from '../../shared/checks/bureau/bureau-rules';
import { circulationObstacles } from '../../shared/checks/circulation-obstacles';
import { runChecks } from '../../shared/checks/run-checks';
import { summarise } from '../../shared/checks/summarise';
import { compareDocuments } from '../../shared/compare/compare-documents';
import { comparisonTable } from '../../shared/compare/comparison-table';
import { createId } from '../../shared/document/block-id';
import { parseDocument } from '../../shared/document/changes';
import type { GovDocument } from '../../shared/document/document';
import { noPictures, type Pictures } from '../../shared/document/picture';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { standardOptions } from '../../shared/export/export-options';
import { writeXlsx } from '../../shared/export/xlsx/write-xlsx';
import { packNigaoFile } from '../../shared/file/nigao-file';
import { documentTitle } from '../../shared/layout/document-title';
import { layOut } from '../../shared/layout/lay-out';
import { drawPrint } from '../../shared/layout/paginate/draw-print';
import { paginate } from '../../shared/layout/paginate/paginate';
import { buildOutline } from '../../shared/numbering/build-outline';
import { computeLabels } from '../../shared/numbering/compute-labels';
import { withFrozenNumbers } from '../../shared/numbering/freeze-numbers';
import { makePlanFile } from '../../shared/plan/make-plan-file';
import { everyBlock } from '../helpers/every-block';

/** A bureau with nothing of its own. */
export const noBureau: Bureau = { ...noBureauRules, units: [] };

/** Does with a document what the app does with one that it has taken in. */
export type UseDocument = (document: GovDocument, pictures?: Pictures, bureau?: Bureau) => Promise<void>;

/**
 * Opens a library of its own, and gives what goes through it and through all other work: stored, indexed, found, opened
 * again, checked, numbered, laid out, drawn, exported, compared. Nothing of that refuses a document: it throws where
 * something is wrong with the app.
 * @param folder for the library
 */
export const openUse = async (folder: string): Promise<UseDocument> => {
  const library = await openLibrary({
    dataFolder: folder,
    isNetwork: false,
    database: `${folder}/nigao.db`,
    backups: `${folder}/backups`,
    damaged: `${folder}/damaged`,
    nativeBinding: undefined,
  });
  const store = (document: GovDocument): void => {
    const own = parseDocument(JSON.parse(JSON.stringify({ ...document, id: createId() })));
    library.documents.create(own);
    library.search.catchUp(Number.POSITIVE_INFINITY);
    library.search.find('云川', 5);
    if (JSON.stringify(library.documents.open(own.id).document) !== JSON.stringify(own))
      throw new Error('stored otherwise');
    library.documents.purge(own.id);
  };
  return async (document, pictures = noPictures, bureau = noBureau) => {
    store(document);
    runChecks(document, { bureau });
    summarise(document, { bureau });
    circulationObstacles(document, { bureau });
    computeLabels(document);
    buildOutline(document);
    const pages = paginate(layOut(document, standardOptions), standardOptions);
    drawPrint(pages, documentTitle(document));
    await buildDocx(withFrozenNumbers(document), document.meta.layout ?? standardOptions, { pictures });
    for (const file of ['table-xlsx', 'indicators-xlsx', 'coverage-docx', 'drafting-note', 'interpretation'] as const) {
      const made = makePlanFile(document, file);
      if ('parts' in made) await buildDocx(made, standardOptions);
      else writeXlsx(made);
    }
    const names = { title: '稿', before: '前', after: '后' };
    await buildDocx(comparisonTable(compareDocuments(everyBlock, document), names), standardOptions);
    packNigaoFile(document, pictures);
  };
};
