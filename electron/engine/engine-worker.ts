import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { deflateRawSync } from 'node:zlib';
import { assertNever } from '../../shared/assert-never';
import { circulationObstacles } from '../../shared/checks/circulation-obstacles';
import { reviewData } from '../../shared/checks/review/review-data';
import { reviewRemarks } from '../../shared/checks/review/review-remarks';
import { reviewReport } from '../../shared/checks/review/review-report';
import { runChecks } from '../../shared/checks/run-checks';
import { summarise } from '../../shared/checks/summarise';
import { compareDocuments } from '../../shared/compare/compare-documents';
import type { Superior } from '../../shared/document/superior';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { standardOptions } from '../../shared/export/export-options';
import { writeXlsx } from '../../shared/export/xlsx/write-xlsx';
import { AppError } from '../../shared/ipc/app-error';
import { documentTitle } from '../../shared/layout/document-title';
import { layOut } from '../../shared/layout/lay-out';
import { drawPrint } from '../../shared/layout/paginate/draw-print';
import { paginate } from '../../shared/layout/paginate/paginate';
import { learnFromDocuments } from '../../shared/learn/learn-from-documents';
import { readSuperior } from '../../shared/plan/against/read-superior';
import { makePlanFile } from '../../shared/plan/make-plan-file';
import { readSource, readSourceFile } from '../files/read-source';
import type { Circulation, EngineReply, EngineRequest, EngineTasks } from './engine-tasks';

const reply = (message: EngineReply): void => parentPort?.postMessage(message);

const importSource = async ({
  file,
  bureau,
  revisions,
  password,
}: EngineTasks['import']['input']): Promise<EngineTasks['import']['output']> => {
  const source =
    'path' in file
      ? await readSourceFile(file.path, revisions, password)
      : readSource(file.name, file.bytes, revisions, password);
  if (source.kind === 'document') {
    const { document, pictures, versions } = source;
    const summary = summarise(document, { bureau });
    return { document, pictures, versions, summary, doubts: 0, changes: 0, anchors: [] };
  }
  const { recognition, pictures, review, changes, anchors } = source;
  const { document: read } = recognition;
  const document = review.length > 0 ? { ...read, meta: { ...read.meta, review: [...review] } } : read;
  return { document, pictures, summary: summarise(document, { bureau }), doubts: review.length, changes, anchors };
};

const drawPages = ({ document, options }: EngineTasks['draw']['input']): string => {
  reply({ kind: 'progress', done: 0, step: '排版' });
  const pages = paginate(layOut(document, options), options);
  reply({ kind: 'progress', done: 0.2, step: `画出 ${pages.length} 页` });
  return drawPrint(pages, documentTitle(document));
};

const circulate = async (input: EngineTasks['circulate']['input']): Promise<Circulation> => {
  const { document, revision, pictures, options, bureau } = input;
  reply({ kind: 'progress', done: 0, step: '检查' });
  const obstacles = circulationObstacles(document, { bureau });
  if (obstacles.length > 0) return { obstacles };
  const contentHash = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  const { bytes, messages } = await buildDocx(document, options, {
    pictures,
    onProgress: (done, step) => reply({ kind: 'progress', done: 0.1 + done * 0.3, step }),
    stamp: { revision, contentHash },
    deflate: deflateRawSync,
  });
  const pages = paginate(layOut(document, options), options);
  return {
    obstacles: null,
    docx: bytes,
    messages,
    html: drawPrint(pages, documentTitle(document)),
    pages: pages.length,
    contentHash,
  };
};

const review = async (input: EngineTasks['review']['input']): Promise<Uint8Array> => {
  const { document, pictures, kind, at, bureau } = input;
  const result = runChecks(document, { bureau });
  if (kind === 'comments') {
    const remarks = reviewRemarks(result.findings, at);
    return (await buildDocx(document, standardOptions, { pictures, remarks })).bytes;
  }
  const data = reviewData(document, result, at);
  if (kind === 'json') return new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`);
  return (await buildDocx(reviewReport(data), standardOptions)).bytes;
};

const planFile = async ({ document, file }: EngineTasks['plan']['input']): Promise<Uint8Array> => {
  const made = makePlanFile(document, file);
  return 'parts' in made ? (await buildDocx(made, standardOptions)).bytes : writeXlsx(made);
};

const superior = async ({ file }: EngineTasks['superior']['input']): Promise<Superior> => {
  const source =
    'path' in file ? await readSourceFile(file.path, 'accepted') : readSource(file.name, file.bytes, 'accepted');
  return readSuperior(source.kind === 'document' ? source.document : source.recognition.document);
};

const perform = (request: EngineRequest): unknown => {
  switch (request.task) {
    case 'import':
      return importSource(request.input);
    case 'export':
      return buildDocx(request.input.document, request.input.options, {
        pictures: request.input.pictures,
        onProgress: (done, step) => reply({ kind: 'progress', done, step }),
        deflate: deflateRawSync,
      });
    case 'compare':
      return compareDocuments(request.input.before, request.input.after);
    case 'draw':
      return drawPages(request.input);
    case 'review':
      return review(request.input);
    case 'plan':
      return planFile(request.input);
    case 'superior':
      return superior(request.input);
    case 'circulate':
      return circulate(request.input);
    case 'learn':
      return learnFromDocuments(request.input.documents);
    case 'summarise':
      return summarise(request.input.document, { bureau: request.input.bureau });
    default:
      return assertNever(request);
  }
};

parentPort?.on('message', async (request: EngineRequest) => {
  try {
    reply({ kind: 'value', value: await perform(request) });
  } catch (error) {
    reply(
      error instanceof AppError
        ? { kind: 'app-error', error: { code: error.code, message: error.message } }
        : { kind: 'failure', error },
    );
  }
});
