import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { GovDocument } from '../../../shared/document/document';
import { AppError } from '../../../shared/ipc/app-error';
import { readTemplate } from '../../../shared/templates/describe-problem';
import { readUnitsCsv, writeUnitsCsv } from '../../../shared/units/units-csv';
import { writeFileAtomically } from '../../files/atomic-write';
import { decodeText } from '../../files/decode-text';
import { safeFileName } from '../../files/paths';
import type { Handlers } from '../answer-call';
import type { Services } from '../services';

type BureauChannel = Extract<keyof Handlers, `templates:${string}` | `units:${string}` | `rules:${string}`>;

/** The start of the app does not wait for these: they are loaded when first asked for. */
const loadTemplates = () => import('../../../shared/templates/templates');
const loadRulePacks = () => import('../../../shared/checks/bureau/read-rule-pack');

/** A template or a list of units is small; what is larger is something else. */
const maxBytes = 2 * 1024 * 1024;

/** So many documents of the past are learned from at once. */
const mostLearned = 20;

/** Text of a file. @throws AppError 'file' with a sentence */
const readSmall = async (path: string): Promise<string> => {
  const name = basename(path);
  try {
    if ((await stat(path)).size > maxBytes)
      throw new AppError('file', `“${name}”超过 2 MB，没有读入。请确认选对了文件。`);
    const text = decodeText(await readFile(path));
    if (text === null) throw new AppError('file', `“${name}”里不是文字，没有读入。请确认选对了文件。`);
    return text;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file', `“${name}”读不出来。请确认文件还在，并且有权打开。`, { cause: error });
  }
};

/** @throws AppError 'file' with the name of the file and what is `wrong` with it */
const readJson = async (path: string, wrong: string): Promise<unknown> => {
  const text = await readSmall(path);
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch (cause) {
    throw new AppError('file', `“${basename(path)}”${wrong}`, { cause });
  }
};

/** The bureau's own templates, its rules and its dictionary of units. */
export const bureauHandlers = (services: Services): Pick<Handlers, BureauChannel> => ({
  'templates:list': async () => [
    ...services
      .bureau()
      .templates()
      .map((template) => ({ template, own: true })),
    ...(await loadTemplates()).shippedTemplates().map((template) => ({ template, own: false })),
  ],
  'templates:save': async ({ template }) => {
    if ((await loadTemplates()).findTemplate(template.id))
      throw new AppError('bad-input', '随软件提供的模板不能改写。请先复制为本单位模板，再修改。');
    return services.bureau().saveTemplate(template);
  },
  'templates:delete': ({ id }) => {
    services.bureau().deleteTemplate(id);
    return {};
  },
  'templates:export': async ({ template }) => {
    const path = await services.desktop.askSavePath(safeFileName(template.name, '.json'), 'json');
    if (path !== null) await writeFileAtomically(path, Buffer.from(`${JSON.stringify(template, null, 2)}\n`));
    return { path };
  },
  'templates:import': async () => {
    const [path] = await services.desktop.askOpenPaths('json');
    if (path === undefined) return { template: null };
    const data = await readJson(path, '不是模板文件，没有读入。请选用本软件导出的模板文件。');
    const read = readTemplate(data);
    if ('problem' in read) throw new AppError('file', read.problem);
    return { template: read.template };
  },

  'templates:learn': async () => {
    const paths = await services.desktop.askOpenPaths('documents');
    if (paths.length === 0) return null;
    if (paths.length > mostLearned)
      throw new AppError('bad-input', `一次最多选 ${mostLearned} 份旧稿，选了 ${paths.length} 份。请分几次总结。`);
    const documents: GovDocument[] = [];
    const failed: { file: string; message: string }[] = [];
    for (const path of paths)
      try {
        documents.push((await services.engine.importSource({ path })).document);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        failed.push({ file: basename(path), message: error.message });
      }
    if (documents.length === 0) return { learned: null, failed };
    return { learned: await services.engine.learn(documents), failed };
  },

  'units:list': () => [...services.bureau().units()],
  'units:save': ({ units }) => {
    services.bureau().saveUnits(units);
    return {};
  },
  'units:export': async ({ units }) => {
    const path = await services.desktop.askSavePath('单位名录.csv', 'csv');
    if (path !== null) await writeFileAtomically(path, Buffer.from(writeUnitsCsv(units)));
    return { path };
  },
  'units:import': async () => {
    const [path] = await services.desktop.askOpenPaths('csv');
    if (path === undefined) return { units: null };
    const { units, problems } = readUnitsCsv(await readSmall(path));
    if (problems.length > 0)
      throw new AppError('file', `“${basename(path)}”没有读入，单位名录没有改动。${problems.join('')}`);
    return { units: [...units] };
  },

  'rules:list': () => services.bureau().rules(),
  'rules:save': ({ rules }) => {
    services.bureau().saveRules(rules);
    return {};
  },
  'rules:export': async ({ pack }) => {
    const path = await services.desktop.askSavePath(safeFileName(pack.name, '.json'), 'json');
    if (path !== null) await writeFileAtomically(path, Buffer.from(`${JSON.stringify(pack, null, 2)}\n`));
    return { path };
  },
  'rules:import': async () => {
    const [path] = await services.desktop.askOpenPaths('rules');
    if (path === undefined) return { pack: null };
    const { readRulePack } = await loadRulePacks();
    const read = readRulePack(await readJson(path, '不是规则包文件，没有读入。请选用 .json 格式的规则包。'));
    if ('problem' in read) throw new AppError('file', `“${basename(path)}”没有读入。${read.problem}`);
    return { pack: read.pack };
  },
});
