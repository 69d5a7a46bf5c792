import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeText } from '../../electron/files/decode-text';
import { readSource } from '../../electron/files/read-source';
import { openMachineSettings } from '../../electron/lifecycle/machine-settings';
import { readPointer } from '../../electron/place/data-pointer';
import { loadWindowState } from '../../electron/windows/window-state';
import { readRulePack } from '../../shared/checks/bureau/read-rule-pack';
import { AppError } from '../../shared/ipc/app-error';
import { readTemplate } from '../../shared/templates/describe-problem';
import { instantiate } from '../../shared/templates/instantiate';
import { readUnitsCsv } from '../../shared/units/units-csv';
import { everyBlock, everyBlockPictures } from '../helpers/every-block';
import { sealPassword } from './specimens';
import { noBureau, openUse } from './use-document';

const refuse = (why: string, cause?: unknown): never => {
  throw new AppError('file', why, { cause });
};

/** JSON as a person hands it over: in any encoding that text has. @throws AppError when it is none */
const readJson = (bytes: Uint8Array): unknown => {
  const text = decodeText(bytes) ?? refuse('no text');
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch (cause) {
    return refuse('no JSON', cause);
  }
};

/**
 * Reads files as the app does, each kind through its own door, and does with what was taken what the app would do.
 * @throws AppError when it is refused; anything else is a fault
 */
export const openReader = async (): Promise<(name: string, bytes: Uint8Array) => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'nigao-fuzz-work-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const use = await openUse(join(folder, 'library'));
  const onDisk = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const doors: readonly (readonly [
    name: RegExp,
    read: (name: string, bytes: Uint8Array) => Promise<unknown> | unknown,
  ])[] = [
    [
      /^settings\.json$/,
      async (name, bytes) => {
        const settings = openMachineSettings(onDisk(name, bytes));
        await settings.isLockPassword('云川2026');
        await settings.change({ lockAfter: 5 });
        if (openMachineSettings(join(folder, name)).current().lockAfter !== 5) throw new Error('not kept');
      },
    ],
    [/^data-folder\.json$/, (name, bytes) => readPointer(onDisk(name, bytes))],
    [
      /^window\.json$/,
      (name, bytes) => loadWindowState(onDisk(name, bytes), [{ x: 0, y: 0, width: 1920, height: 1080 }]),
    ],
    [
      /\.rules\.json$/,
      (_, bytes) => {
        const read = readRulePack(readJson(bytes));
        if ('problem' in read) return refuse(read.problem);
        return use(everyBlock, everyBlockPictures, { ...noBureau, packs: [read.pack] });
      },
    ],
    [
      /\.json$/,
      (_, bytes) => {
        const read = readTemplate(readJson(bytes));
        return 'problem' in read ? refuse(read.problem) : use(instantiate(read.template, {}));
      },
    ],
    [
      /\.csv$/,
      (_, bytes) => {
        const { units, problems } = readUnitsCsv(decodeText(bytes) ?? refuse('no text'));
        return problems.length > 0
          ? refuse(problems.join(''))
          : use(everyBlock, everyBlockPictures, { ...noBureau, units });
      },
    ],
    [
      /./,
      async (name, bytes) => {
        const source = readSource(name, bytes, undefined, sealPassword);
        if (source.kind === 'recognised') return use(source.recognition.document, source.pictures);
        for (const { document } of source.versions.slice(0, 2)) await use(document, source.pictures);
        return use(source.document, source.pictures);
      },
    ],
  ];
  return async (name, bytes) => {
    await doors.find(([pattern]) => pattern.test(name))![1](name, bytes);
  };
};
