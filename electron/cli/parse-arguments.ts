import { parseArgs } from 'node:util';
import { UsageError } from './usage';

type Pairs = Readonly<Record<string, string>>;

/** What is read; `passwordFile` holds the password of those files that have one, `-` is standard input. */
type Sources = Readonly<{ files: readonly string[]; passwordFile: string | null }>;

export type Command =
  | Readonly<{ name: 'help' }>
  | (Readonly<{ name: 'outline'; json: boolean }> & Sources)
  | (Readonly<{
      name: 'check';
      json: boolean;
      off: readonly string[];
      /** Rule packs of the bureau. */
      rules: readonly string[];
      /** Where copies with the findings as comments go. */
      comments: string | null;
    }> &
      Sources)
  | (Readonly<{
      name: 'export';
      json: boolean;
      output: string;
      /** Settings as they are written. */
      settings: Pairs;
      meta: Pairs;
    }> &
      Sources)
  | Readonly<{ name: 'new'; json: boolean; output: string; template: string; values: Pairs }>
  | Readonly<{ name: 'templates'; json: boolean }>;

/** Options each command takes besides --json and --help. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  outline: ['password-file'],
  check: ['off', 'rules', 'comments', 'password-file'],
  export: ['output', 'password-file', 'profile', 'red-head', 'format', 'setting', 'meta'],
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
        rules: { type: 'string', multiple: true },
        comments: { type: 'string' },
        'password-file': { type: 'string' },
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

const need = (value: string | undefined, message: string): string => {
  if (!value) throw new UsageError(message);
  return value;
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
  const sources = { files, passwordFile: values['password-file'] ?? null };
  if (name === 'outline') return { name, ...sources, json };
  if (name === 'check')
    return {
      name,
      ...sources,
      json,
      off: values.off ?? [],
      rules: values.rules ?? [],
      comments: values.comments ?? null,
    };
  return {
    name: 'export',
    ...sources,
    json,
    output: need(values.output, '用 -o 写明导出到哪个文件或文件夹。'),
    settings: {
      ...parsePairs('--setting', values.setting),
      ...(values.profile !== undefined && { profile: values.profile }),
      ...(values['red-head'] && { format: 'document' }),
      ...(values.format !== undefined && { format: values.format }),
    },
    meta: parsePairs('--meta', values.meta),
  };
};
