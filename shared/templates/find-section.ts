import type { Block } from '../document/block';
import { headingText } from '../document/heading-text';
import type { TemplateSection } from './template';

const plain = (heading: string): string => heading.replace(/[\s，、。：]/g, '');

/** Whether a heading's wording is still up to the drafter. */
export const isOpenHeading = (section: TemplateSection): boolean => /[[{]/.test(section.heading?.text ?? '');

/** Whether a section goes by these words, or usually may. */
export const isHeadedBy = ({ heading }: TemplateSection, words: string): boolean =>
  heading !== undefined && [heading.text, ...heading.alternatives].some((text) => plain(text) === plain(words));

/** Whether a clause of a document heads a section, by its heading or a usual variant. */
export const isHeadOf = (section: TemplateSection, block: Block): boolean =>
  block.type === 'clause' && isHeadedBy(section, headingText(block));
