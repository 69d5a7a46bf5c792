import { describePlaces } from '../checks/describe-place';
import type { GovDocument } from '../document/document';
import type { Sheet } from '../export/xlsx/write-xlsx';
import { assessFunctions } from '../functions/assess-functions';
import { blockFunctions } from '../functions/block-functions';
import type { PlanFile } from '../ipc/contract';
import { documentTitle } from '../layout/document-title';
import { compareWithSuperiors } from './against/compare-superior';
import { readCoverage } from './against/coverage';
import { coverageDocument, coverageSheet } from './against/coverage-documents';
import { superiorDocument, superiorSheet } from './against/superior-documents';
import { draftDocument, planDraft } from './derived/draft-document';
import { indicatorDocument, indicatorSheet } from './indicators/indicator-table';
import { shownIndicators } from './indicators/shown-indicators';
import { readPlan } from './read-plan';
import { countersignSheet, taskSheet, taskTableDocument } from './tasks/task-documents';
import { taskTexts } from './tasks/task-words';

/** What follows from a plan, as a document of its own or as a sheet of a workbook. */
export const makePlanFile = (document: GovDocument, file: PlanFile): GovDocument | Sheet => {
  const functions = blockFunctions(assessFunctions(document));
  const plan = readPlan(document, functions);
  const { tasks } = plan;
  const { shown: indicators } = shownIndicators(plan.indicators, document.meta);
  const title = documentTitle(document);
  const places = describePlaces(document);
  const placeOf = (blockId: string): string => places.get(blockId) ?? '';
  switch (file) {
    case 'table-docx':
      return taskTableDocument(title, tasks);
    case 'table-xlsx':
      return taskSheet(tasks);
    case 'countersign':
      return countersignSheet(title, tasks, placeOf);
    case 'indicators-docx':
      return indicatorDocument(title, indicators);
    case 'indicators-xlsx':
      return indicatorSheet(indicators, placeOf);
    case 'coverage-docx':
    case 'coverage-xlsx': {
      const coverage = readCoverage(document, functions, { indicators, tasks }, document.meta.planLinks);
      return file === 'coverage-docx' ? coverageDocument(title, coverage) : coverageSheet(coverage);
    }
    case 'drafting-note':
    case 'interpretation':
      return draftDocument(planDraft({ document, functions, indicators, tasks }, file));
    case 'superior-docx':
    case 'superior-xlsx': {
      const { superiors = [] } = document.meta;
      const rows = compareWithSuperiors(superiors, { indicators, tasks, texts: taskTexts(document, tasks) });
      return file === 'superior-docx'
        ? superiorDocument(title, superiors, rows, placeOf)
        : superiorSheet(superiors, rows, placeOf);
    }
  }
};
