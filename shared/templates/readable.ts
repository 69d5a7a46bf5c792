import type { Template } from './template';

/** Heading or text of a template as people read it, prompts without their brackets and samples. */
export const sectionTitle = (text: string): string =>
  text.replace(/\[([^\]|]*)(?:\|[^\]]*)?\]/g, '$1').replace(/[{}]/g, '');

/** Template text as people read it: fields by their labels, prompts without brackets and samples. */
export const readableText = (template: Pick<Template, 'placeholders'>, text: string): string =>
  sectionTitle(
    text.replace(
      /\{([^}]*)\}/g,
      (_, key: string) => template.placeholders.find((field) => field.key === key)?.label ?? key,
    ),
  );

/** Template text as it is edited: `{城市}` for the field with that label, prompts as they are. */
export const toEditable = (template: Pick<Template, 'placeholders'>, text: string): string =>
  text.replace(/\{([^}]*)\}/g, (whole, key: string) => {
    const label = template.placeholders.find((field) => field.key === key)?.label;
    return label === undefined ? whole : `{${label}}`;
  });

/** The way back; a label that no field has stays as it is written, and the template says so when it is saved. */
export const fromEditable = (template: Pick<Template, 'placeholders'>, text: string): string =>
  text.replace(/\{([^}]*)\}/g, (whole, label: string) => {
    const key = template.placeholders.find((field) => field.label === label.trim())?.key;
    return key === undefined ? whole : `{${key}}`;
  });
