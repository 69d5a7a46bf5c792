import { createId } from '../../../shared/document/block-id';
import type { Template, TemplateSection } from '../../../shared/templates/template';

type PartKind = Template['parts'][number]['kind'];

/** A copy of a template as the bureau's own, to be changed. */
export const copyTemplate = (template: Template): Template => ({
  ...template,
  id: `own-${createId()}`,
  version: 1,
  name: `${template.name}（本单位）`.slice(0, 40),
  basedOn: template.basedOn ?? { id: template.id, version: template.version },
});

export const replaceSection = (template: Template, next: TemplateSection): Template => ({
  ...template,
  parts: template.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) => (section.id === next.id ? next : section)),
  })),
});

/** The section one place up or down within its part; the same template where it cannot go further. */
export const moveSection = (template: Template, id: string, by: 1 | -1): Template => ({
  ...template,
  parts: template.parts.map((part) => {
    const at = part.sections.findIndex((section) => section.id === id);
    const section = part.sections[at];
    if (!section || !part.sections[at + by]) return part;
    return { ...part, sections: part.sections.toSpliced(at, 1).toSpliced(at + by, 0, section) };
  }),
});

export const removeSection = (template: Template, id: string): Template => ({
  ...template,
  parts: template.parts
    .map((part) => ({ ...part, sections: part.sections.filter((section) => section.id !== id) }))
    .filter((part) => part.sections.length > 0),
});

const freshSection = (kind: PartKind): TemplateSection => {
  const id = `part-${createId()}`;
  if (kind === 'attachment')
    return {
      id,
      requirement: 'optional',
      included: true,
      blocks: [
        { type: 'title', text: '[附件名称]' },
        { type: 'paragraph', text: '[附件内容]' },
      ],
    };
  return {
    id,
    requirement: 'recommended',
    included: true,
    heading: { level: 1, text: '新的部分', alternatives: [] },
    blocks: [{ type: 'paragraph', text: '[这里写什么]' }],
  };
};

/** A new section behind another one; returns its id too. */
export const addSection = (template: Template, behind: string): Readonly<{ template: Template; id: string }> => {
  const section = freshSection('main');
  return {
    id: section.id,
    template: {
      ...template,
      parts: template.parts.map((part) => {
        const at = part.sections.findIndex(({ id }) => id === behind);
        return at < 0 ? part : { ...part, sections: part.sections.toSpliced(at + 1, 0, section) };
      }),
    },
  };
};

/** A new attachment at the end. */
export const addAttachment = (template: Template): Readonly<{ template: Template; id: string }> => {
  const section = freshSection('attachment');
  return {
    id: section.id,
    template: { ...template, parts: [...template.parts, { kind: 'attachment', numbering: {}, sections: [section] }] },
  };
};
