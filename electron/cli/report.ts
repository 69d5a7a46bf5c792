import { severityNames } from '../../shared/checks/types';
import type { CheckAnswer, OutlineAnswer } from '../../shared/cli/answers';
import { genreNames } from '../../shared/document/genre-names';
import { documentFunctions, type FunctionState, functionNames } from '../../shared/functions/types';

const partNames = { notice: '通知', main: '正文', attachment: '附件' } as const;
const stateNames: Readonly<Record<FunctionState, string>> = {
  present: '有',
  thin: '不够具体',
  missing: '缺',
  'not-required': '不要求',
};

/** What was recognised, for people. */
export const reportOutline = (answer: OutlineAnswer): string => {
  const facts = [
    ['文种', genreNames[answer.genre]],
    ['文号', answer.documentNumber],
    ['主送', answer.recipients],
    ['署名', answer.signatures.join('、') || null],
    ['日期', answer.date],
    ['附件', answer.attachments.join('；') || null],
  ] as const;
  const functionLine = documentFunctions.map((name) => {
    const [first] = answer.functions[name];
    return `${functionNames[name]}${first ? `（第 ${first.line} 行）` : '（没有认出）'}`;
  });
  return [
    `${answer.file}：${answer.title ?? '没有认出标题'}`,
    ...facts.filter(([, value]) => value !== null).map(([name, value]) => `  ${name}：${value}`),
    `  必备部分：${functionLine.join('，')}`,
    ...answer.parts.flatMap((part, index) => [
      ...(answer.parts.length > 1 ? [`  ${partNames[part.kind]}：${part.title ?? ''}`] : []),
      ...answer.headings
        .filter((heading) => heading.part === index)
        .map(({ level, number, text }) => `  ${'  '.repeat(level)}${number}${text}`),
    ]),
    ...answer.doubts.map(({ message }) => `  待核对：${message}`),
  ].join('\n');
};

/** The findings, for people. */
export const reportCheck = (answer: CheckAnswer): string => {
  const { must, should, hint } = answer.counts;
  const states = documentFunctions.map((name) => `${functionNames[name]}${stateNames[answer.functions[name]]}`);
  return [
    `${answer.file}：${genreNames[answer.genre]}，必改 ${must}，建议 ${should}，提示 ${hint}`,
    `  ${states.join('，')}`,
    ...answer.findings.map(({ severity, line, column, length, message }) => {
      const place = length === 0 && line === 1 ? '全文' : `第 ${line} 行第 ${column} 字`;
      return `  ${severityNames[severity]} ${place}：${message}`;
    }),
  ].join('\n');
};
