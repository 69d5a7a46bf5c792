import { resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { ExportAnswer } from '../../shared/cli/answers';
import { type DocumentMeta, metaSchema } from '../../shared/document/document';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { type ExportOptions, exportOptionsSchema } from '../../shared/export/export-options';
import { writeFileAtomically } from '../files/atomic-write';
import { eachFile } from './each-file';
import type { Command } from './parse-arguments';
import { planOutput } from './plan-output';
import { print } from './print';
import { UsageError } from './usage';

type ExportCommand = Extract<Command, { name: 'export' }>;

/** `true`, `false` and numbers as such: the values of `--setting` are those of the schema. */
const plainValue = (text: string): unknown => {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
};

/** @throws UsageError for a format, profile or setting there is not. */
const parseOptions = (settings: ExportCommand['settings'], own: Partial<ExportOptions> = {}): ExportOptions => {
  const given = Object.fromEntries(Object.entries(settings).map(([name, text]) => [name, plainValue(text)]));
  const parsed = exportOptionsSchema.safeParse({ ...own, ...given });
  if (parsed.success) return parsed.data;
  const name = String(
    parsed.error.issues[0]?.path[0] ?? Object.keys(settings).find((key) => !(key in exportOptionsSchema.shape)),
  );
  if (name === 'profile') throw new UsageError('--profile 只能是 standard 或 compensated。');
  if (name === 'format') throw new UsageError('--format 只能是 plain、document、letter 或 minutes。');
  throw new UsageError(
    `--setting 的“${name}”不合要求。可用的设置：${Object.keys(exportOptionsSchema.shape).join('、')}。`,
  );
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

/** `nigao export`. @returns the exit code. */
export const exportFiles = async (command: ExportCommand): Promise<number> => {
  parseOptions(command.settings);
  const meta = parseMeta(command.meta);
  const outputOf = await planOutput(command, '-o');
  const well = await eachFile(command, async (file, { document }, pictures) => {
    const output = outputOf(file);
    // What the command line does not say, the document may remember.
    const options = parseOptions(command.settings, document.meta.layout);
    const built = await buildDocx({ ...document, meta: { ...document.meta, ...meta } }, options, {
      pictures,
      deflate: deflateRawSync,
    });
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
