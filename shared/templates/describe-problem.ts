import type { z } from 'zod';
import { sectionTitle } from './readable';
import { type Template, templateSchema } from './template';

const partNames = { notice: '印发通知', main: '正文', attachment: '附件' } as const;
const fieldNames: Readonly<Record<string, string>> = {
  id: '代号',
  version: '版本号',
  genre: '文体',
  name: '名称',
  description: '说明',
  derivedFrom: '来源',
  basedOn: '原模板',
  issuingOrgan: '发文机关',
  checksOff: '关闭的检查',
  length: '篇幅',
  placeholders: '填写项',
  parts: '结构',
  sections: '各节',
  numbering: '编号方式',
  requirement: '必备程度',
  included: '是否默认加入',
  heading: '标题',
  alternatives: '标题的其他写法',
  text: '文字',
  level: '层次',
  guidance: '写作提示',
  blocks: '内容',
  columns: '栏目',
  rows: '各行',
  kind: '类型',
  label: '名称',
  key: '代号',
};

const at = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined;

/** 正文第3节“主要目标”第2段：文字 */
const placeOf = (data: unknown, path: readonly PropertyKey[]): string => {
  const words: string[] = [];
  let here = data;
  path.forEach((key, index) => {
    const next = at(here, key);
    const within = path[index - 1];
    if (typeof key !== 'number') {
      if (typeof path[index + 1] !== 'number') words.push(fieldNames[String(key)] ?? String(key));
    } else if (within === 'parts') {
      const kind = at(next, 'kind');
      words.push(
        `第${key + 1}部分${typeof kind === 'string' && kind in partNames ? `（${partNames[kind as keyof typeof partNames]}）` : ''}`,
      );
    } else if (within === 'sections') {
      const heading = at(at(next, 'heading'), 'text');
      words.push(`第${key + 1}节${typeof heading === 'string' ? `“${sectionTitle(heading).slice(0, 20)}”` : ''}`);
    } else if (within === 'placeholders') words.push(`第${key + 1}个填写项`);
    else if (within === 'blocks') words.push(`第${key + 1}段`);
    else if (within === 'rows') words.push(`第${key + 1}行`);
    else if (within === 'columns') words.push(`第${key + 1}栏`);
    else words.push(`第${key + 1}项`);
    here = next;
  });
  return words.join('');
};

const sentenceFor = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'unrecognized_keys':
      return `有认不得的内容“${issue.keys.slice(0, 3).join('、').slice(0, 60)}”`;
    case 'too_small':
      return '缺少内容或数值太小';
    case 'too_big':
      return '内容太长、太多或数值太大';
    case 'invalid_union': {
      // What the value most likely is: the reading with the fewest complaints.
      const [nearest] = issue.errors.filter((errors) => errors.length > 0).toSorted((a, b) => a.length - b.length);
      const [first] = nearest ?? [];
      return first && first.code !== 'invalid_union' ? sentenceFor(first as z.core.$ZodIssue) : '写法不认识';
    }
    default:
      return '缺少这一项，或写法不认识';
  }
};

/** A template file as it was read, or a sentence that names the place of the first thing that does not fit. */
export const readTemplate = (data: unknown): Readonly<{ template: Template }> | Readonly<{ problem: string }> => {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { problem: '这不是模板文件：里面没有模板的内容。' };
  const parsed = templateSchema.safeParse(data);
  if (parsed.success) return { template: parsed.data };
  const [issue] = parsed.error.issues;
  const place = placeOf(data, issue!.path);
  return { problem: `模板文件有误，没有读入。${place === '' ? '' : `${place}：`}${sentenceFor(issue!)}。` };
};
