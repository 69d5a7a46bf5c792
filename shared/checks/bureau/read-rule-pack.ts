import type { z } from 'zod';
import { allChecks } from '../all-checks';
import { type RulePack, rulePackSchema } from './rule-pack';

const listNames: Readonly<Record<string, string>> = {
  terms: '用语',
  units: '单位',
  formulas: '固定表述',
  soften: '放宽的规则',
  templates: '适用模板',
  name: '名称',
  date: '日期',
};

/** 用语第3条. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => (typeof key === 'number' ? `第${key + 1}条` : (listNames[String(key)] ?? String(key)))).join('');

const sentenceFor = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `有认不得的内容“${issue.keys.slice(0, 3).join('、').slice(0, 60)}”`;
    case 'too_small':
      return '缺少内容，或字数太少';
    case 'too_big':
      return '内容太长或太多';
    default:
      return '缺少这一项，或写法不认识';
  }
};

/** Whom a pack softens: shipped rules, and none that a regulation lays down. */
const softenProblem = ({ soften = [] }: RulePack): string | null => {
  for (const { rule } of soften) {
    const check = allChecks.find(({ id }) => id === rule);
    if (!check) return `没有“${rule}”这条规则`;
    if (check.source.tier === 'regulation') return `“${check.title}”是条例的要求，不能放宽`;
  }
  return null;
};

/** A rule pack as it was read, or a sentence that names the first thing that does not fit. */
export const readRulePack = (data: unknown): Readonly<{ pack: RulePack }> | Readonly<{ problem: string }> => {
  if (typeof data !== 'object' || data === null || (data as { format?: unknown }).format !== 'nigao-rule-pack')
    return { problem: '这不是规则包文件：开头没有写明 "format": "nigao-rule-pack"。' };
  const parsed = rulePackSchema.safeParse(data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const place = placeOf(issue.path);
    return { problem: `规则包有误，没有读入。${place === '' ? '' : `${place}：`}${sentenceFor(issue)}。` };
  }
  const problem = softenProblem(parsed.data);
  return problem === null ? { pack: parsed.data } : { problem: `规则包有误，没有读入。放宽的规则：${problem}。` };
};
