import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Engine } from '../../../electron/engine/engine';
import { createArrivals } from '../../../electron/files/arrivals';
import { createLockedFiles } from '../../../electron/files/locked-files';
import { readSource, readSourceFile } from '../../../electron/files/read-source';
import { answerCall } from '../../../electron/ipc/answer-call';
import { createHandlers } from '../../../electron/ipc/handlers/handlers';
import type { Services } from '../../../electron/ipc/services';
import { createBackups } from '../../../electron/lifecycle/backups';
import { openMachineSettings } from '../../../electron/lifecycle/machine-settings';
import { createRunningLibrary } from '../../../electron/lifecycle/running-library';
import { createStartState, type StartState } from '../../../electron/lifecycle/start-state';
import { openLog } from '../../../electron/log';
import { createDataFolders } from '../../../electron/place/data-folders';
import { openDataPlace } from '../../../electron/place/data-place';
import { circulationObstacles } from '../../../shared/checks/circulation-obstacles';
import { reviewData } from '../../../shared/checks/review/review-data';
import { runChecks } from '../../../shared/checks/run-checks';
import { compareDocuments } from '../../../shared/compare/compare-documents';
import { noPictures } from '../../../shared/document/picture';
import { blockText } from '../../../shared/document/plain-text';
import { buildDocx } from '../../../shared/export/docx/build-docx';
import { AppError } from '../../../shared/ipc/app-error';
import type { Channel, Output } from '../../../shared/ipc/contract';
import type { Result } from '../../../shared/ipc/result';
import { learnFromDocuments } from '../../../shared/learn/learn-from-documents';
import { readSuperior } from '../../../shared/plan/against/read-superior';
import { sampleDocument, sampleSummary } from '../storage/sample-document';
import { temporaryLibrary } from '../storage/temporary-folder';

export type Door = Readonly<{
  call: <C extends Channel>(channel: C, input: unknown) => Promise<Result<Output<C>>>;
  services: Services;
  start: StartState;
  /** What the handlers asked of the desktop and told the window, in order. */
  told: readonly (readonly [string, unknown])[];
  log: () => string;
  logFile: string;
  /** The app ends. */
  close(): void;
}>;

/**
 * The door without Electron: the real handlers around a real library; the desktop answers as the test says, and
 * the engine works in this thread, taking the bytes of a .txt as the id of a document.
 */
export const openDoor = async (
  answers: Readonly<{
    open?: string[];
    save?: string | null;
    elsewhere?: string;
    folder?: string;
    /** The home folder of an earlier door. */
    home?: string;
  }> = {},
): Promise<Door> => {
  const places = temporaryLibrary(answers.home);
  const log = openLog(places.log);
  const place = openDataPlace(places);
  const told: [string, unknown][] = [];
  const tell = (what: string) => (detail: unknown) => void told.push([what, detail]);
  const running = createRunningLibrary(place, undefined, log, () => () => undefined, tell('sentence'));
  const start = createStartState();
  Object.assign(start, await running.open());
  onTestFinished(running.close);
  const services: Services = {
    backups: createBackups({
      places: place.paths,
      checkPlace: place.check,
      library: running.opened,
      isOpen: () => running.current() !== null,
      isWorking: () => answers.elsewhere !== undefined,
      whileClosed: running.whileClosed,
    }),
    settings: openMachineSettings(places.settings),
    documents: () => running.opened().documents,
    versions: () => running.opened().versions,
    pictures: () => running.opened().pictures,
    search: () => running.opened().search,
    bureau: () => running.opened().bureau,
    begun: Promise.resolve(),
    tryLibrary: async () => void Object.assign(start, await running.open()),
    engine,
    arrivals: createArrivals(),
    locked: createLockedFiles(),
    desktop: {
      askOpenPaths: async () => answers.open ?? [],
      askSavePath: async (name) => {
        tell('asked')(name);
        return answers.save ?? null;
      },
      askFolder: async () => answers.folder ?? null,
      showInFolder: tell('shown'),
      openFolder: async (path) => tell('opened')(path),
    },
    printer: {
      toPdf: async ({ html }, signal) => {
        if (signal.aborted) throw new AppError('cancelled', '已取消。');
        return new TextEncoder().encode(html);
      },
      print: async ({ html }) => {
        tell('printed')(html);
        return { printed: true };
      },
    },
    desk: {
      take: (id) => answers.elsewhere !== id,
      leave: () => tell('left')(null),
      isElsewhere: (id) => answers.elsewhere === id,
    },
    log,
    start,
    send: (event, payload) => told.push([event, payload]),
    dataFolders: createDataFolders({
      place,
      home: places.home,
      app: process.execPath,
      nativeBinding: undefined,
      log,
      isWorking: () => answers.elsewhere !== undefined,
      isOpen: () => running.current() !== null,
      whileClosed: running.whileClosed,
    }),
    settingsFile: places.settings,
    tellAll: (event, payload) => told.push([`${event} to all`, payload]),
    licences: join(places.dataFolder, 'licences.json'),
    version: '0.1.0',
    quit: () => tell('quit')(null),
    readyToClose: () => tell('ready')(null),
  };
  const handlers = createHandlers(services);
  return {
    call: (channel, input) => answerCall(channel, handlers[channel], input, services.log),
    services,
    start,
    told,
    log: () => readFileSync(places.log, 'utf8'),
    logFile: places.log,
    close: running.close,
  };
};

const engine: Engine = {
  importSource: async (file, { revisions, password, signal } = {}) => {
    const bytes = 'path' in file ? readFileSync(file.path) : file.bytes;
    if (bytes.length === 0) throw new AppError('file', '文件是空的，没有内容。');
    const isText = bytes.length < 20;
    const name = 'path' in file ? file.path : file.name;
    // One that is read until the person cancels.
    if (name.endsWith('endless.txt'))
      await new Promise((_, reject) =>
        signal?.addEventListener('abort', () => reject(new AppError('cancelled', '已取消。'))),
      );
    const own = isText ? null : readSource(name, bytes, undefined, password);
    const { document, pictures, versions } =
      own?.kind === 'document'
        ? own
        : { document: sampleDocument(new TextDecoder().decode(bytes)), pictures: noPictures, versions: [] };
    return {
      document,
      pictures,
      versions,
      summary: await engine.summarise(document),
      doubts: isText ? 2 : 0,
      changes: name.endsWith('tracked.txt') && revisions === undefined ? 3 : 0,
      anchors: name.endsWith('returned.txt')
        ? document.parts.flatMap(({ children }) => children.map(({ id }) => id))
        : [],
    };
  },
  exportDocx: async (document, _pictures, _options, onProgress, signal) => {
    onProgress(0.5, '排版');
    if (signal.aborted) throw new AppError('cancelled', '已取消。');
    return { bytes: new TextEncoder().encode(document.id), messages: ['缺少仿宋字体。'] };
  },
  compare: async (before, after) => compareDocuments(before, after),
  readSuperior: async (file) => {
    const source = 'path' in file ? await readSourceFile(file.path) : readSource(file.name, file.bytes);
    return readSuperior(source.kind === 'document' ? source.document : source.recognition.document);
  },
  planFile: async (document, file) => new TextEncoder().encode(`${file} of ${document.id}`),
  drawPages: async (document, _options, onProgress) => {
    onProgress(0.2, '画页');
    return `pages of ${document.id}`;
  },
  review: async (document, _pictures, kind, at) =>
    new TextEncoder().encode(`${kind} ${JSON.stringify(reviewData(document, runChecks(document), at))}`),
  circulate: async ({ document }, options) => {
    const obstacles = circulationObstacles(document);
    if (obstacles.length > 0) return { obstacles };
    const { bytes: docx } = await buildDocx(document, options);
    return {
      obstacles: null,
      docx,
      messages: [],
      html: `pages of ${document.id}`,
      pages: 2,
      contentHash: '0'.repeat(64),
    };
  },
  learn: async (documents) => learnFromDocuments(documents),
  summarise: async (document) => {
    const title = document.parts[0]?.children[0];
    return sampleSummary(title ? blockText(title) : '');
  },
  stop: async () => undefined,
};
