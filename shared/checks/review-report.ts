import type { Block } from '../document/block';
import { derivedDocument, derivedHeading, derivedParagraph, derivedTable } from '../document/derived-document';
import type { GovDocument } from '../document/document';
import { blockText } from '../document/plain-text';
import { waiverReasonNames } from '../document/waiver';
import { documentFunctions, type FunctionState, functionNames } from '../functions/types';
import { countCharacters } from './count-characters';
import { describePlaces } from './describe-place';
import type { CheckResult, Finding, Severity } from './types';

const severityNames: Readonly<Record<Severity, string>> = { must: '必改', should: '建议', hint: '提示' };

const stateNames: Readonly<Record<FunctionState, string>> = {
  present: '齐备',
  thin: '偏空',
  missing: '缺少',
  'not-required': '不作要求',
};

/** What no program can judge. */
const questions = [
  '所依据的文件是否现行有效',
  '是否征求有关单位和基层意见，分歧意见是否协商一致',
  '目标和数据是否经主管部门核实',
  '任务措施是否可行，责任单位是否认可',
  '所需经费、编制、用地是否落实',
  '是否需要合法性审核、公平竞争审查、风险评估',
  '是否属于政务公开范围，公开属性是否确定',
];

const dateWords = (at: number): string => {
  const date = new Date(at);
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
};

/** Findings of one rule with the same words stand in one row with all their places. */
const byWords = (findings: readonly Finding[]): readonly (readonly Finding[])[] => {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.message}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
};

/** Places listed in a row before the rest is only counted. */
const mostPlaces = 6;

const verdict = ({ counts, waived }: CheckResult): string => {
  const sums = `必改${counts.must}项，建议${counts.should}项，提示${counts.hint}项；说明理由后保留${waived.length}项。`;
  return counts.must === 0 ? `没有发现必须修改的问题。${sums}` : `有${counts.must}项必须修改，请改后再送。${sums}`;
};

/**
 * The 核稿单 of a document: verdict, required parts, findings with their places, what was let stand and why, and the
 * questions that only a person can answer, each with a box to tick.
 * @param at when it was checked, milliseconds since 1970
 */
export const reviewReport = (document: GovDocument, result: CheckResult, at: number): GovDocument => {
  const places = describePlaces(document);
  const placeOf = ({ blockId }: Pick<Finding, 'blockId'>) => (blockId === null ? '全文' : (places.get(blockId) ?? ''));
  const main = document.parts.find(({ kind }) => kind === 'main');
  const title = main?.children.find(({ type }) => type === 'title');
  const characters = main ? countCharacters([main]) : 0;

  const functions = documentFunctions.map((name) => {
    const { state, reason, places: evidence, characters: length } = result.functions[name];
    const where = [...new Set(evidence.map((one) => places.get(one.headingId ?? one.blockId) ?? ''))].filter(Boolean);
    return [functionNames[name], [stateNames[state], reason].filter(Boolean).join('：'), where.join('、'), `${length}`];
  });
  const findings = (['must', 'should', 'hint'] as const).flatMap((severity) =>
    byWords(result.findings.filter((finding) => finding.severity === severity)),
  );
  const rows = findings.map((group, index) => {
    const [first] = group as readonly [Finding, ...Finding[]];
    const where = [...new Set(group.map(placeOf))];
    const more = where.length > mostPlaces ? `等${where.length}处` : '';
    return [
      `${index + 1}`,
      severityNames[first.severity],
      where.slice(0, mostPlaces).join('、') + more,
      group.length > 1 ? `${first.message}（${group.length}处）` : first.message,
      first.source.clause,
    ];
  });
  const waived = result.waived.map(({ finding, waiver }) => [
    placeOf(finding),
    finding.message,
    [waiverReasonNames[waiver.reason], waiver.text].filter(Boolean).join('：'),
    waiver.by,
    dateWords(waiver.at),
  ]);
  const section = (heading: string, head: readonly string[], lines: readonly (readonly string[])[], none: string) =>
    lines.length > 0
      ? [derivedHeading(heading), derivedTable(head, lines)]
      : [derivedHeading(heading), derivedParagraph(none)];
  const blocks: Block[] = [
    derivedParagraph(
      `文稿：${title ? `《${blockText(title).replace(/\s/g, '')}》` : '（未写标题）'}，正文${characters}字。`,
    ),
    derivedParagraph(`核稿时间：${dateWords(at)}。`),
    derivedHeading('结论'),
    derivedParagraph(verdict(result)),
    ...section('必备要素', ['要素', '情况', '所在位置', '字数'], functions, ''),
    ...section('发现的问题', ['序号', '级别', '位置', '问题', '依据'], rows, '没有发现问题。'),
    ...section('说明理由后保留的问题', ['位置', '问题', '理由', '核稿人', '日期'], waived, '无。'),
    ...section(
      '请人工核对的事项',
      ['事项', '是', '否', '意见'],
      questions.map((question) => [question, '□', '□', '']),
      '',
    ),
  ];
  return derivedDocument('核稿单', blocks);
};
