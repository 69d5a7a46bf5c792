import { isHeadOf, isOpenHeading } from '../../../templates/find-section';
import { templateOf } from '../../../templates/template-of';
import type { DocumentCheck } from '../../types';
import { findDocument } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'template/part-missing',
  severity: 'should',
  source: sources.template,
  title: '模板要求的各部分都已写到',
  examples: {
    right: '模板：implementation-scheme\n云川市标准化实施方案\n一、进度安排\n2026年底前完成。',
    wrong: '模板：implementation-scheme\n云川市标准化实施方案\n一、工作目标\n2026年底前制定标准12项。',
  },
} as const;

/** Parts a template asks for by their heading; those that serve a function are asked for by the genre. */
export const templatePartMissing: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (document, { blocks }) =>
    (templateOf(document)?.parts ?? [])
      .flatMap((part) => part.sections)
      .filter(
        (section) =>
          section.requirement !== 'optional' && section.heading && !section.function && !isOpenHeading(section),
      )
      .filter((section) => !blocks.some((block) => isHeadOf(section, block)))
      .map((section) => {
        const name = section.heading!.text;
        return section.requirement === 'required'
          ? findDocument(rule, `模板要求写“${name}”，文中没有。`)
          : findDocument(rule, `模板建议写“${name}”，文中没有。`, 'hint');
      }),
};
