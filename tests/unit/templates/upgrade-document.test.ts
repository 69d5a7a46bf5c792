import { describe, expect, it } from 'vitest';
import { documentSchema, type GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { addableSections } from '../../../shared/templates/addable-sections';
import { compareTemplates } from '../../../shared/templates/compare-templates';
import { instantiate } from '../../../shared/templates/instantiate';
import { placeSection } from '../../../shared/templates/place-section';
import type { Template, TemplateSection } from '../../../shared/templates/template';
import { templateOf } from '../../../shared/templates/template-of';
import { findTemplate } from '../../../shared/templates/templates';
import { effectOf, upgradeDocument } from '../../../shared/templates/upgrade-document';

const first = findTemplate('implementation-scheme')!;
const values = Object.fromEntries(first.placeholders.map(({ key, example }) => [key, example]));
const draft = () => instantiate(first, values, { samples: true });

const inMain = (change: (sections: TemplateSection[]) => TemplateSection[]): Template => ({
  ...first,
  version: 2,
  parts: first.parts.map((part) => (part.kind === 'main' ? { ...part, sections: change([...part.sections]) } : part)),
});
const headings = (document: GovDocument): string[] => {
  const labels = computeLabels(document);
  return document.parts.flatMap((part) =>
    part.children.flatMap((block) =>
      block.type === 'clause' && block.level === 1 ? [`${labels.get(block.id)}${blockText(block)}`] : [],
    ),
  );
};
const upgrade = (to: Template, document = draft()) => {
  const differences = compareTemplates(first, to);
  const effects = differences.map((difference) => effectOf(document, first, to, difference));
  return { effects, document: documentSchema.parse(upgradeDocument(document, first, to, differences)) };
};

describe('a document whose template has moved on', () => {
  it('takes a new part over where it belongs, with the values it was begun with', () => {
    const to = inMain((sections) =>
      sections.toSpliced(
        sections.findIndex(({ id }) => id === 'safeguards'),
        0,
        {
          id: 'risk',
          requirement: 'required',
          included: true,
          heading: { level: 1, text: '风险防范', alternatives: [] },
          blocks: [{ type: 'paragraph', text: '由{bureau}编制[预案名称]。' }],
        },
      ),
    );
    const { effects, document } = upgrade(to);
    expect(effects).toEqual(['text']);
    expect(headings(document).slice(-2)).toEqual(['五、风险防范', '六、保障措施']);
    expect(JSON.stringify(document.parts)).toContain('由市住房城乡建设局编制');
    expect(templateOf(document)?.version).toBe(2);
  });

  it('follows headings, order, deletions and fixed words', () => {
    const to = inMain((sections) => {
      const rest = sections.filter(({ id }) => id !== 'guiding-ideology');
      const at = rest.findIndex(({ id }) => id === 'schedule');
      const schedule = rest[at]!;
      return rest
        .toSpliced(at, 1)
        .toSpliced(1, 0, schedule)
        .map((section) => {
          if (section.id === 'goals') return { ...section, heading: { ...section.heading!, text: '行动目标' } };
          if (section.id !== 'opening') return section;
          const [title, ...others] = section.blocks;
          return {
            ...section,
            blocks: [
              title!,
              ...others.map((block) =>
                block.type === 'paragraph'
                  ? { ...block, text: block.text.replace('制定本方案', '特制定本方案') }
                  : block,
              ),
            ],
          };
        });
    });
    const { effects, document } = upgrade(to);
    expect(effects).not.toContain('none');
    expect(headings(document)).toEqual(['一、进度安排', '二、行动目标', '三、主要任务', '四、保障措施']);
    expect(JSON.stringify(document.parts)).toContain('结合我市实际，特制定本方案。');
  });

  it('keeps what the person has written otherwise, and says so', () => {
    const to = inMain((sections) =>
      sections.map((section) =>
        section.id === 'schedule' ? { ...section, heading: { ...section.heading!, text: '实施进度' } } : section,
      ),
    );
    const document = draft();
    const own: GovDocument = {
      ...document,
      parts: document.parts.map((part) => ({
        ...part,
        children: part.children.map((block) =>
          block.type === 'clause' && blockText(block) === '进度安排'
            ? { ...block, children: [{ text: '怎样推进' }] }
            : block,
        ),
      })),
    };
    const { effects, document: after } = upgrade(to, own);
    expect(effects).toEqual(['none']);
    expect(after.parts).toEqual(own.parts);
  });

  it('changes no word for guidance alone', () => {
    const to = inMain((sections) =>
      sections.map((section) =>
        section.id === 'goals' ? { ...section, guidance: { what: '写数量。', review: '能核对。' } } : section,
      ),
    );
    const document = draft();
    const { effects, document: after } = upgrade(to, document);
    expect(effects).toEqual(['rules']);
    expect(after.parts).toEqual(document.parts);
  });
});

describe('parts put in later', () => {
  const names = (document: GovDocument) =>
    addableSections(document, first).map((section) => section.heading?.text ?? section.id);

  it('are those the document does not have', () => {
    expect(names(draft())).toEqual(['实施范围', '职责分工', 'division-of-work']);
  });

  it('stand where the template has them, an attachment as a part of its own', () => {
    let document = draft();
    for (const section of addableSections(document, first)) document = placeSection(document, first, section).document;
    expect(headings(documentSchema.parse(document))).toEqual([
      '一、总体要求',
      '二、工作目标',
      '三、实施范围',
      '四、主要任务',
      '五、进度安排',
      '六、职责分工',
      '七、保障措施',
    ]);
    expect(document.parts.at(-1)?.kind).toBe('attachment');
    expect(names(document)).toEqual([]);
  });
});
