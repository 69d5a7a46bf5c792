import { mkdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { ExportAnswer } from '../../shared/cli/answers';
import { type DocumentMeta, metaSchema } from '../../shared/document/document';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { AppError } from '../../shared/ipc/app-error';
import { writeFileAtomically } from '../files/atomic-write';
import { eachFile, print } from './each-file';
import type { Command } from './parse-arguments';
import { UsageError } from './usage';

type ExportCommand = Extract<Command, { name: 'export' }>;

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};

/** Form fields from `--meta`; several signers are separated by 、. @throws UsageError for a field there is not. */
const parseMeta = (pairs: ExportCommand['meta']): Partial<DocumentMeta> => {
  const values = Object.fromEntries(
    Object.entries(pairs).map(([key, value]) => [key, key === 'signers' ? value.split(/[、,，]/) : value]),
  );
  const parsed = metaSchema.partial().safeParse(values);
  if (parsed.success) return Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined));
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') || Object.keys(pairs).find((key) => !(key in metaSchema.shape)) || '';
  throw new UsageError(`--meta 的“${field}”不合要求。可用的字段：${Object.keys(metaSchema.shape).join('、')}。`);
};

/** Where each file goes: the named file for a single one, else a folder that is made if need be. */
const planOutput = async ({ files, output }: ExportCommand): Promise<(file: string) => string> => {
  const folder = await isFolder(output);
  if (!folder && /\.docx$/i.test(output)) {
    if (files.length > 1) throw new UsageError('文件不止一个时，-o 要写文件夹。');
    return () => output;
  }
  if (!folder)
    await mkdir(output, { recursive: true }).catch((cause: unknown) => {
      throw new AppError('file', `无法建立文件夹 ${output}，请检查位置和权限。`, { cause });
    });
  const taken = new Map<string, string>();
  return (file) => {
    const path = join(output, `${basename(file, extname(file))}.docx`);
    const other = taken.get(path.toLowerCase());
    if (other !== undefined) throw new AppError('file', `导出后与 ${other} 同名，没有导出。请分开导出或改名。`);
    if (resolve(path) === resolve(file)) throw new AppError('file', '导出会盖掉原文件，没有导出。请换一个文件夹。');
    taken.set(path.toLowerCase(), file);
    return path;
  };
};

/** `nigao export`. @returns the exit code. */
export const exportFiles = async (command: ExportCommand): Promise<number> => {
  const meta = parseMeta(command.meta);
  const outputOf = await planOutput(command);
  const well = await eachFile(command.files, async (file, { document }) => {
    const output = outputOf(file);
    const built = await buildDocx({ ...document, meta: { ...document.meta, ...meta } }, command.options);
    await writeFileAtomically(resolve(output), built.bytes);
    const answer: ExportAnswer = { file, output, messages: built.messages };
    print(
      command.json
        ? JSON.stringify(answer)
        : [`${file} → ${output}`, ...built.messages.map((m) => `  ${m}`)].join('\n'),
    );
  });
  return well ? 0 : 3;
};
