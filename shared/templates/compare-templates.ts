import { readableText } from './readable';
import type { Template, TemplateSection } from './template';
import { textsOf } from './template-blocks';

type Part = Template['parts'][number];
type SectionField = Exclude<keyof TemplateSection, 'id' | 'included'>;
const wholeFields = ['genre', 'issuingOrgan', 'length', 'checksOff', 'placeholders'] as const;
type WholeField = (typeof wholeFields)[number];

/** One way in which a template differs from another. */
export type TemplateDifference = Readonly<{
  /** Names what differs; the same in every comparison. */
  id: string;
  /** One Chinese sentence, without its full stop. */
  sentence: string;
}> &
  (
    | Readonly<{ kind: 'added' | 'removed' | 'moved'; section: string }>
    | Readonly<{ kind: 'changed'; section: string; field: SectionField }>
    | Readonly<{ kind: 'whole'; field: WholeField }>
    | Readonly<{ kind: 'numbering'; part: number }>
  );

const sectionFields = {
  heading: '标题',
  requirement: '必备程度',
  repeatable: '可否多次出现',
  locked: '是否固定文字',
  function: '对应的要素',
  guidance: '写作提示',
  blocks: '正文',
} as const satisfies Record<SectionField, string>;
const wholeNames: Readonly<Record<WholeField, string>> = {
  genre: '文体',
  issuingOrgan: '发文机关标志',
  length: '篇幅',
  checksOff: '关闭的检查',
  placeholders: '填写项',
};
const requirementNames = { required: '必备', recommended: '建议', optional: '可选' } as const;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const sectionsOf = (template: Template): readonly TemplateSection[] => template.parts.flatMap((part) => part.sections);

/** What a section is called: its heading, else by what it consists of. */
export const nameOfSection = (template: Template, section: TemplateSection): string => {
  const kind = template.parts.find((part) => part.sections.some(({ id }) => id === section.id))?.kind;
  const [first] = section.blocks;
  if (!section.heading && kind === 'notice') return '通知全文';
  if (!section.heading && kind === 'main' && first?.type === 'title') return '题目和开头';
  if (!section.heading && kind === 'main' && first?.type === 'signature') return '署名和日期';
  const text = section.heading?.text ?? section.blocks.flatMap(textsOf)[0] ?? section.id;
  const name = readableText(template, text);
  return name.length > 20 ? `${name.slice(0, 19)}…` : name;
};

/** Ids that keep their order when one list is read beside the other: the longest run that both have. */
const unmoved = (before: readonly string[], after: readonly string[]): ReadonlySet<string> => {
  const places = new Map(before.map((id, at) => [id, at] as const));
  const common = after.filter((id) => places.has(id));
  const lengths: number[] = [];
  const previous: number[] = [];
  common.forEach((id, at) => {
    lengths[at] = 1;
    previous[at] = -1;
    for (let earlier = 0; earlier < at; earlier += 1)
      if (places.get(common[earlier]!)! < places.get(id)! && lengths[earlier]! + 1 > lengths[at]!) {
        lengths[at] = lengths[earlier]! + 1;
        previous[at] = earlier;
      }
  });
  const kept = new Set<string>();
  let at = lengths.indexOf(Math.max(...lengths));
  while (at >= 0) {
    kept.add(common[at]!);
    at = previous[at]!;
  }
  return kept;
};

const changeSentence = (
  field: SectionField,
  [from, before]: readonly [Template, TemplateSection],
  [to, after]: readonly [Template, TemplateSection],
): string => {
  const name = nameOfSection(from, before);
  if (field === 'heading' && before.heading?.text !== after.heading?.text)
    return `“${name}”改为“${nameOfSection(to, after)}”`;
  if (field === 'heading') return `“${name}”的层次、接排或其他写法有改动`;
  if (field === 'requirement')
    return before.requirement === after.requirement
      ? `“${name}”${after.included ? '改为默认加入' : '改为默认不加入'}`
      : `“${name}”由${requirementNames[before.requirement]}改为${requirementNames[after.requirement]}`;
  return `“${name}”的${sectionFields[field]}有改动`;
};

/** How `after` differs from `before`, in document order. Names and descriptions are not compared. */
export const compareTemplates = (before: Template, after: Template): TemplateDifference[] => {
  const old = new Map(sectionsOf(before).map((section) => [section.id, section] as const));
  const present = new Map(sectionsOf(after).map((section) => [section.id, section] as const));
  const kept = unmoved([...old.keys()], [...present.keys()]);
  const whole = wholeFields
    .filter((field) => !same(before[field], after[field]))
    .map((field): TemplateDifference => ({ id: field, kind: 'whole', field, sentence: `${wholeNames[field]}有改动` }));
  const numbering = after.parts.flatMap((part, at): TemplateDifference[] => {
    const earlier = partLike(before, part);
    return earlier && !same(earlier.numbering, part.numbering)
      ? [{ id: `numbering-${at}`, kind: 'numbering', part: at, sentence: '编号方式有改动' }]
      : [];
  });
  const sections = [...present.values()].flatMap((section): TemplateDifference[] => {
    const earlier = old.get(section.id);
    if (!earlier)
      return [
        {
          id: `added-${section.id}`,
          kind: 'added',
          section: section.id,
          sentence: `增加“${nameOfSection(after, section)}”`,
        },
      ];
    const changed = (Object.keys(sectionFields) as SectionField[])
      .filter(
        (field) =>
          !same(earlier[field], section[field]) || (field === 'requirement' && earlier.included !== section.included),
      )
      .map(
        (field): TemplateDifference => ({
          id: `changed-${section.id}-${field}`,
          kind: 'changed',
          section: section.id,
          field,
          sentence: changeSentence(field, [before, earlier], [after, section]),
        }),
      );
    const moved: TemplateDifference[] = kept.has(section.id)
      ? []
      : [
          {
            id: `moved-${section.id}`,
            kind: 'moved',
            section: section.id,
            sentence: `“${nameOfSection(after, section)}”换了位置`,
          },
        ];
    return [...moved, ...changed];
  });
  const removed = [...old.values()]
    .filter((section) => !present.has(section.id))
    .map(
      (section): TemplateDifference => ({
        id: `removed-${section.id}`,
        kind: 'removed',
        section: section.id,
        sentence: `删去“${nameOfSection(before, section)}”`,
      }),
    );
  return [...whole, ...numbering, ...sections, ...removed];
};

/** The part of a template that stands for a part of another: with a section in common, else the main text or notice. */
const partLike = (template: Template, part: Part): Part | undefined => {
  const ids = new Set(part.sections.map((section) => section.id));
  return (
    template.parts.find((other) => other.kind === part.kind && other.sections.some((section) => ids.has(section.id))) ??
    (part.kind === 'attachment' ? undefined : template.parts.find((other) => other.kind === part.kind))
  );
};

const withoutSection = (template: Template, id: string): Template => ({
  ...template,
  parts: template.parts
    .map((part) => ({ ...part, sections: part.sections.filter((section) => section.id !== id) }))
    .filter((part) => part.sections.length > 0),
});

/** Puts a section of `model` into `template`: behind the nearest section that stands before it in the model. */
const withSection = (template: Template, model: Template, id: string): Template => {
  const home = model.parts.find((part) => part.sections.some((section) => section.id === id))!;
  const at = home.sections.findIndex((section) => section.id === id);
  const section = home.sections[at]!;
  const target = partLike(template, home);
  if (!target) {
    const ranks = { notice: 0, main: 1, attachment: 2 };
    const parts = [...template.parts, { ...home, sections: [section] }];
    return { ...template, parts: parts.toSorted((one, other) => ranks[one.kind] - ranks[other.kind]) };
  }
  const before = home.sections.slice(0, at).findLast((one) => target.sections.some((other) => other.id === one.id));
  const place = before ? target.sections.findIndex((one) => one.id === before.id) + 1 : 0;
  const sections = target.sections.toSpliced(place, 0, section);
  return { ...template, parts: template.parts.map((part) => (part === target ? { ...target, sections } : part)) };
};

const withField = <Value extends object>(value: Value, source: Value, keys: readonly (keyof Value)[]): Value => {
  const next = { ...value };
  for (const key of keys)
    if (source[key] === undefined) delete next[key];
    else next[key] = source[key];
  return next;
};

/**
 * `template` with one difference settled as `model` has it: how a bureau's deviation is undone, and how what is new
 * in a shipped template is taken over. The difference is one of `compareTemplates(model, template)`.
 */
export const settleDifference = (template: Template, model: Template, difference: TemplateDifference): Template => {
  switch (difference.kind) {
    case 'whole':
      return withField(template, model, [difference.field]);
    case 'numbering':
      return {
        ...template,
        parts: template.parts.map((part, at) =>
          at === difference.part ? { ...part, numbering: partLike(model, part)?.numbering ?? {} } : part,
        ),
      };
    case 'added':
      return withoutSection(template, difference.section);
    case 'removed':
      return withSection(template, model, difference.section);
    case 'moved': {
      const own = sectionsOf(template).find((section) => section.id === difference.section)!;
      const placed = withSection(withoutSection(template, difference.section), model, difference.section);
      return replaceSection(placed, own);
    }
    case 'changed': {
      const section = sectionsOf(template).find((one) => one.id === difference.section)!;
      const source = sectionsOf(model).find((one) => one.id === difference.section)!;
      const { field } = difference;
      return replaceSection(
        template,
        withField(section, source, field === 'requirement' ? ['requirement', 'included'] : [field]),
      );
    }
  }
};

const replaceSection = (template: Template, next: TemplateSection): Template => ({
  ...template,
  parts: template.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) => (section.id === next.id ? next : section)),
  })),
});
