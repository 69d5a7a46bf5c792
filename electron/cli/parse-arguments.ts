import { parseArgs } from 'node:util';
import { allChecks } from '../../shared/checks/all-checks';
import { type ExportOptions, exportOptionsSchema } from '../../shared/export/export-options';
import { UsageError } from './usage';

type Pairs = Readonly<Record<string, string>>;

export type Command =
  | Readonly<{ name: 'help' }>
  | Readonly<{ name: 'outline'; files: readonly string[]; json: boolean }>
  | Readonly<{ name: 'check'; files: readonly string[]; json: boolean; off: ReadonlySet<string> }>
  | Readonly<{
      name: 'export';
      files: readonly string[];
      json: boolean;
      output: string;
      options: ExportOptions;
      meta: Pairs;
    }>
  | Readonly<{ name: 'new'; json: boolean; output: string; template: string; values: Pairs }>
  | Readonly<{ name: 'templates'; json: boolean }>;

/** Options each command takes besides --json and --help. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  outline: [],
  check: ['off'],
  export: ['output', 'profile', 'red-head', 'format', 'setting', 'meta'],
  new: ['output', 'template', 'set'],
  templates: [],
};

const spelled: Readonly<Record<string, string>> = { output: '-o' };
const spell = (option: string): string => spelled[option] ?? `--${option}`;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        output: { type: 'string', short: 'o' },
        off: { type: 'string', multiple: true },
        profile: { type: 'string' },
        'red-head': { type: 'boolean' },
        format: { type: 'string' },
        setting: { type: 'string', multiple: true },
        meta: { type: 'string', multiple: true },
        template: { type: 'string' },
        set: { type: 'string', multiple: true },
      },
    });
  } catch (cause) {
    const option = /'(-[^' ]*)/.exec(cause instanceof Error ? cause.message : '')?.[1] ?? '';
    throw new UsageError(`选项 ${option} 不认识，或缺少它的值。`);
  }
};

const parsePairs = (option: string, pairs: readonly string[] = []): Pairs =>
  Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageError(`${option} 要写成 字段=值，这里是“${pair}”。`);
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
  );

/** Rules to leave out; those that a regulation lays down stay on. */
const parseRules = (ids: readonly string[] = []): ReadonlySet<string> => {
  for (const id of ids) {
    const rule = allChecks.find((check) => check.id === id);
    if (!rule) throw new UsageError(`没有“${id}”这条规则，编号见 check --json 的 rule。`);
    if (rule.source.tier === 'regulation') throw new UsageError(`“${id}”是条例的要求，不能关闭。`);
  }
  return new Set(ids);
};

const need = (value: string | undefined, message: string): string => {
  if (!value) throw new UsageError(message);
  return value;
};

/** `true`, `false` and numbers as such: the values of `--setting` are those of the schema. */
const plainValue = (text: string): unknown => {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
};

/** @throws UsageError for a format, profile or setting there is not. */
const parseExportOptions = (values: ReturnType<typeof parse>['values']): ExportOptions => {
  const settings = Object.entries(parsePairs('--setting', values.setting));
  const parsed = exportOptionsSchema.safeParse({
    ...Object.fromEntries(settings.map(([name, text]) => [name, plainValue(text)])),
    ...(values.profile && { profile: values.profile }),
    ...(values['red-head'] && { format: 'document' }),
    ...(values.format && { format: values.format }),
  });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  if (values.profile && issue.path[0] === 'profile') throw new UsageError('--profile 只能是 standard 或 compensated。');
  if (issue.path[0] === 'format') throw new UsageError('--format 只能是 plain、document、letter 或 minutes。');
  const names = Object.keys(exportOptionsSchema.shape).join('、');
  throw new UsageError(`--setting 的“${String(issue.path[0] ?? settings[0]?.[0])}”不合要求。可用的设置：${names}。`);
};

/**
 * Reads the command line.
 * @throws UsageError with a sentence for unknown commands and options and for missing values.
 */
export const parseArguments = (args: readonly string[]): Command => {
  const { values, positionals } = parse(args);
  const [name, ...files] = positionals;
  if (values.help) return { name: 'help' };
  if (name === undefined) throw new UsageError('没有写命令。');
  const options = allowed[name];
  if (!options) throw new UsageError(`没有“${name}”这个命令。`);
  const stray = Object.keys(values).find((key) => key !== 'json' && key !== 'help' && !options.includes(key));
  if (stray) throw new UsageError(`${name} 没有选项 ${spell(stray)}。`);
  const { json } = values;
  if (name === 'templates' || name === 'new') {
    if (files[0] !== undefined) throw new UsageError(`${name} 后面不写文件，这里是“${files[0]}”。`);
    if (name === 'templates') return { name, json };
    return {
      name,
      json,
      output: need(values.output, '用 -o 写明文稿存到哪里。'),
      template: need(values.template, '用 --template 写明模板，nigao templates 可列出模板。'),
      values: parsePairs('--set', values.set),
    };
  }
  if (files.length === 0) throw new UsageError('没有写文件。');
  if (name === 'outline') return { name, files, json };
  if (name === 'check') return { name, files, json, off: parseRules(values.off) };
  return {
    name: 'export',
    files,
    json,
    output: need(values.output, '用 -o 写明导出到哪个文件或文件夹。'),
    options: parseExportOptions(values),
    meta: parsePairs('--meta', values.meta),
  };
};
