import type { GovDocument } from '../document/document';
import { blockText } from '../document/plain-text';
import { parseResponsibility } from '../recognise/parse-responsibility';

/** What a unit note says. */
export type UnitNote = Readonly<{ lead: readonly string[]; support: readonly string[]; deadline: string }>;

/** The words a document puts before its units. */
export type NoteWording = Readonly<{
  /** Alone: 责任单位：甲、乙. */
  only: string;
  /** Beside supporting units: 牵头单位：甲；配合单位：乙. */
  lead: string;
  support: string;
  deadline: string;
  /** 甲牵头，乙配合 instead of labels. */
  prose: boolean;
}>;

export const usualWording: NoteWording = {
  only: '责任单位',
  lead: '牵头单位',
  support: '配合单位',
  deadline: '完成时限',
  prose: false,
};

const strictLead = /^(?:主要)?(?:牵头|主办|主责)/;
const supporting = /^(?:主要)?(?:配合|协办|协同|参与|参加|支持|协助|会办|联合)/;
const timed = /(?:时限|时间|期限|节点)$/;

/** The label of each kind in one note; what it does not have is left out. */
const labelsOf = (text: string): Partial<NoteWording> => {
  const found: { -readonly [Key in keyof NoteWording]?: NoteWording[Key] } = {};
  const labels = [...text.matchAll(/(?:^|[（(；;，,。])([\p{Script=Han}]{2,8})[：:]/gu)].map((match) => match[1]!);
  const leads = labels.filter((label) => !timed.test(label) && !supporting.test(label));
  for (const label of labels) {
    if (timed.test(label)) found.deadline ??= label;
    else if (supporting.test(label)) found.support ??= label;
  }
  const strict = leads.find((label) => strictLead.test(label));
  const plain = leads.find((label) => label !== strict);
  if (strict && plain) found.support ??= plain;
  if (strict && found.support) found.lead = strict;
  else if (leads[0]) found.only = leads[0];
  if (labels.length === 0 && /牵头/.test(text)) found.prose = true;
  if (strict) found.prose = false;
  return found;
};

/** The wording of a document's unit notes, each word as most of them have it. */
export const wordingOf = (document: GovDocument): NoteWording => {
  const notes = document.parts
    .flatMap(({ children }) => children)
    .filter((block) => block.type === 'responsibility')
    .map((block) => labelsOf(blockText(block)));
  const usual = <Key extends keyof NoteWording>(key: Key): NoteWording[Key] => {
    const counts = new Map<NoteWording[Key], number>();
    for (const note of notes) {
      const word = note[key];
      if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? usualWording[key];
  };
  return {
    only: usual('only'),
    lead: usual('lead'),
    support: usual('support'),
    deadline: usual('deadline'),
    prose: usual('prose'),
  };
};

/** Reads a note's text; null when it cannot be read as one. */
export const readUnitNote = (text: string): UnitNote | null => {
  const parsed = parseResponsibility(text);
  return parsed && { lead: parsed.lead, support: parsed.support, deadline: parsed.deadline ?? '' };
};

/** The text of a note with its brackets; empty when it says nothing. */
export const writeUnitNote = ({ lead, support, deadline }: UnitNote, wording: NoteWording): string => {
  const parts: string[] = [];
  const prose = wording.prose && deadline.trim() === '';
  if (prose && lead.length > 0 && support.length > 0) parts.push(`${lead.join('、')}牵头，${support.join('、')}配合`);
  else if (lead.length > 0 && support.length > 0)
    parts.push(`${wording.lead}：${lead.join('、')}`, `${wording.support}：${support.join('、')}`);
  else if (lead.length > 0) parts.push(`${wording.only}：${lead.join('、')}`);
  else if (support.length > 0) parts.push(`${wording.support}：${support.join('、')}`);
  if (deadline.trim() !== '') parts.push(`${wording.deadline}：${deadline.trim()}`);
  return parts.length > 0 ? `（${parts.join('；')}）` : '';
};
