import { createId } from '../document/block-id';
import { genreNames } from '../document/genre-names';
import type { Template, TemplateSection } from '../templates/template';
import type { Learned, LearnedSection } from './learned';
import { sectionFunctions, sectionNames } from './section-kinds';

/** Braces and brackets mean something in the text of templates. */
const plain = (text: string): string => text.replace(/[{}[\]|]/g, '').trim();

/** Name of a section in a list: what kind it is. */
export const learnedName = ({ kind }: LearnedSection): string =>
  kind === null ? '各项任务（标题各异）' : sectionNames[kind];

const range = ({ low, high }: LearnedSection['length']): string => (low === high ? `约${low}字` : `${low}—${high}字`);

const makeSection = (section: LearnedSection, { documents }: Learned): TemplateSection[] => {
  const { kind, level, requirement, count, times, runIn } = section;
  if (requirement === null) return [];
  const wordings = section.headings.map(({ text }) => plain(text)).filter((text) => text !== '' && text.length <= 60);
  const name = kind === null ? '重点任务' : sectionNames[kind];
  const usual = kind === null ? '[一项任务的名称]' : (wordings[0] ?? name);
  const often = kind === null && times > 1 ? `一般有${times}章。` : '';
  const fn = kind === null ? 'tasks' : sectionFunctions[kind];
  return [
    {
      id: `part-${createId()}`,
      ...(fn && { function: fn }),
      requirement,
      included: requirement !== 'optional',
      ...(kind === null && { repeatable: true as const }),
      heading: {
        level,
        text: usual,
        ...(runIn && { runIn: true as const }),
        alternatives: kind === null ? [] : wordings.slice(1),
      },
      guidance: {
        what: `${documents}份旧稿中有${count}份写了“${name}”。${often}`,
        review: wordings.length > 0 ? `旧稿的标题：${wordings.slice(0, 5).join('；')}。` : `旧稿的标题各不相同。`,
        length: range(section.length),
      },
      blocks: [{ type: 'paragraph', text: `[写${name}]` }],
    },
  ];
};

/** A bureau's own template made of what was learned, for a person to edit. */
export const makeTemplate = (learned: Learned): Template => {
  const { documents, genre, sections, length, opening, runsOn, sentences } = learned;
  const fixed = sentences.map(({ text }) => plain(text)).filter((text) => text !== '');
  const own = sections.flatMap((section) => makeSection(section, learned));
  const min = Math.max(0, length.low);
  return {
    id: `own-${createId()}`,
    version: 1,
    genre,
    name: `${genreNames[genre]}（旧稿总结）`.slice(0, 40),
    description: `由${documents}份旧稿总结：各部分出现的多少、通常的篇幅和标题。`,
    derivedFrom: `${documents}份旧稿的结构`,
    checksOff: [],
    ...(length.high > min && { length: { min, max: length.high } }),
    placeholders: [{ key: 'subject', label: '事项', kind: 'text', example: '推进社区养老服务' }],
    parts: [
      {
        kind: 'main',
        numbering: runsOn * 2 > documents ? { 2: 'part' } : {},
        sections: [
          {
            id: `part-${createId()}`,
            requirement: 'required',
            included: true,
            ...(fixed.length > 0 && {
              guidance: {
                what: `${documents}份旧稿中有${opening.count}份写了导语。`,
                review: `旧稿反复用到的句子：${fixed.join('')}`.slice(0, 1000),
              },
            }),
            blocks: [
              { type: 'title', text: `[发文机关]关于{subject}的${genreNames[genre]}` },
              ...(opening.count * 2 >= documents ? [{ type: 'paragraph' as const, text: '[写导语：依据和目的]' }] : []),
            ],
          },
          ...own,
          {
            id: `part-${createId()}`,
            requirement: 'recommended',
            included: true,
            blocks: [
              { type: 'signature', text: '[发文机关]' },
              { type: 'dateLine', text: '[成文日期]' },
            ],
          },
        ],
      },
    ],
  };
};
