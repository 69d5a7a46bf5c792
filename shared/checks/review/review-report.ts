import type { Block } from '../../document/block';
import { derivedDocument, derivedHeading, derivedParagraph, derivedTable } from '../../document/derived-document';
import type { GovDocument } from '../../document/document';
import { waiverReasonNames } from '../../document/waiver';
import { type FunctionState, functionNames } from '../../functions/types';
import { offReasonNames, severities, severityNames } from '../types';
import type { ReviewData } from './review-data';

const stateNames: Readonly<Record<FunctionState, string>> = {
  present: '齐备',
  thin: '偏空',
  missing: '缺少',
  'not-required': '不作要求',
};

const dateWords = (time: string): string => {
  const date = new Date(time);
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
};

type Found = ReviewData['findings'][number];

/** Findings of one rule with the same words stand in one row with all their places. */
const byWords = (findings: readonly Found[]): readonly (readonly Found[])[] => {
  const groups = new Map<string, Found[]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.message}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
};

/** Places listed in a row before the rest is only counted. */
const mostPlaces = 6;

const verdictWords = ({ must, should, hint, waived }: ReviewData['verdict']): string => {
  const sums = `必改${must}项，建议${should}项，提示${hint}项；说明理由后保留${waived}项。`;
  return must === 0 ? `没有发现必须修改的问题。${sums}` : `有${must}项必须修改，请改后再送。${sums}`;
};

const lengthWords = (characters: number, usual: ReviewData['parts'][number]['usual']): string =>
  usual === null ? '' : characters < usual[0] ? '偏短' : characters > usual[1] ? '偏长' : '相当';

/**
 * The 核稿单 of a document: verdict, required parts, the map of parts, findings with their places, what was let stand
 * and why, rules not asked, and the questions that only a person can answer, with what was answered.
 */
export const reviewReport = (data: ReviewData): GovDocument => {
  const rows = severities
    .flatMap((severity) => byWords(data.findings.filter((finding) => finding.severity === severity)))
    .map((group, index) => {
      const [first] = group as readonly [Found, ...Found[]];
      const where = [...new Set(group.map(({ place }) => place))];
      const more = where.length > mostPlaces ? `等${where.length}处` : '';
      return [
        `${index + 1}`,
        severityNames[first.severity],
        where.slice(0, mostPlaces).join('、') + more,
        group.length > 1 ? `${first.message}（${group.length}处）` : first.message,
        first.source.clause,
      ];
    });
  const section = (heading: string, head: readonly string[], lines: readonly (readonly string[])[], none = '') =>
    lines.length > 0
      ? [derivedHeading(heading), derivedTable(head, lines)]
      : [derivedHeading(heading), derivedParagraph(none)];
  const blocks: Block[] = [
    derivedParagraph(`文稿：${data.title ? `《${data.title}》` : '（未写标题）'}，正文${data.characters}字。`),
    derivedParagraph(`核稿时间：${dateWords(data.checkedAt)}。`),
    derivedHeading('结论'),
    derivedParagraph(verdictWords(data.verdict)),
    ...section(
      '必备要素',
      ['要素', '情况', '所在位置', '字数'],
      data.functions.map(({ function: name, state, reason, places, characters }) => [
        functionNames[name],
        [stateNames[state], reason].filter(Boolean).join('：'),
        places.join('、'),
        `${characters}`,
      ]),
    ),
    ...section(
      '各部分篇幅',
      ['部分', '字数', '通常字数', '比较'],
      data.parts.map(({ name, characters, usual }) => [
        name,
        `${characters}`,
        usual ? `${usual[0]}—${usual[1]}` : '',
        lengthWords(characters, usual),
      ]),
      '没有正文。',
    ),
    ...section('发现的问题', ['序号', '级别', '位置', '问题', '依据'], rows, '没有发现问题。'),
    ...section(
      '说明理由后保留的问题',
      ['位置', '问题', '理由', '核稿人', '日期'],
      data.waived.map(({ place, message, reason, text, by, at }) => [
        place,
        message,
        [waiverReasonNames[reason], text].filter(Boolean).join('：'),
        by,
        dateWords(at),
      ]),
      '无。',
    ),
    ...(data.off.length > 0
      ? section(
          '停用的规则',
          ['规则', '停用范围'],
          data.off.map(({ title, by }) => [title, offReasonNames[by].replace('停用', '')]),
        )
      : []),
    ...section(
      '请人工核对的事项',
      ['事项', '是', '否', '　　　意见　　　'],
      data.questions.map(({ question, answer, note }) => [
        question,
        answer === 'yes' ? '☑' : '□',
        answer === 'no' ? '☑' : '□',
        note,
      ]),
    ),
  ];
  return derivedDocument('核稿单', blocks);
};
