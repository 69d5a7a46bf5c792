import type { Genre, GovDocument } from '../document/document';
import { blockText } from '../document/plain-text';
import { parseResponsibility } from '../recognise/parse-responsibility';
import type { Learned, LearnedSection } from './learned';
import { type DocumentOutline, type OutlineSection, outlineOf } from './outline-of';
import type { SectionKind } from './section-kinds';

/** From which share of the documents on a section is proposed as what. */
const shares = { required: 0.8, recommended: 0.4, optional: 0.15 } as const;
const mostHeadings = 8;
const mostListed = 30;
const shortestSentence = 12;

const quantiles = (values: readonly number[]): Learned['length'] => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
  return { low: at(0.25), middle: at(0.5), high: at(0.75) };
};

/** Texts by how many documents have them, the most frequent first. */
const tally = (perDocument: readonly (readonly string[])[]): { text: string; count: number }[] => {
  const counts = new Map<string, number>();
  for (const texts of perDocument) for (const text of new Set(texts)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
};

const propose = (count: number, documents: number): LearnedSection['requirement'] => {
  const share = count / documents;
  if (share >= shares.required) return 'required';
  if (share >= shares.recommended) return 'recommended';
  // What stands once among many is one document's own.
  return share >= shares.optional && (count > 1 || documents < 4) ? 'optional' : null;
};

/** A section of a document with where in it it stands, from 0 to 1. */
type Placed = Readonly<{ section: OutlineSection; at: number }>;

const summarise = (
  kind: SectionKind | null,
  level: 1 | 2,
  perDocument: readonly (readonly Placed[])[],
): LearnedSection & Readonly<{ at: number }> => {
  const having = perDocument.filter((placed) => placed.length > 0);
  const all = having.flat();
  return {
    kind,
    level,
    count: having.length,
    times: quantiles(having.map(({ length }) => length)).middle,
    length: quantiles(all.map(({ section }) => section.characters)),
    runIn: all.filter(({ section }) => section.runIn).length * 2 > all.length,
    headings: tally(having.map((placed) => placed.map(({ section }) => section.heading))).slice(0, mostHeadings),
    requirement: propose(having.length, perDocument.length),
    at: quantiles(all.map(({ at }) => at)).middle,
  };
};

/** The sections of one level by kind, in their usual order; `own` keeps those on subjects of their own together. */
const learnLevel = (
  level: 1 | 2,
  perDocument: readonly (readonly OutlineSection[])[],
  own: boolean,
): LearnedSection[] => {
  const placed = perDocument.map((sections) =>
    sections.map((section, at): Placed => ({ section, at: sections.length > 1 ? at / (sections.length - 1) : 0.5 })),
  );
  const kinds = new Set(perDocument.flat().map(({ kind }) => kind));
  return [...kinds]
    .filter((kind) => own || kind !== null)
    .map((kind) =>
      summarise(
        kind,
        level,
        placed.map((all) => all.filter(({ section }) => section.kind === kind)),
      ),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ at: _, ...section }) => section);
};

const learnSections = (outlines: readonly DocumentOutline[]): LearnedSection[] =>
  learnLevel(
    1,
    outlines.map(({ chapters }) => chapters),
    true,
  ).flatMap((chapter) => {
    const below = outlines.map(({ chapters }) =>
      chapters.filter(({ kind }) => kind === chapter.kind).flatMap(({ sections }) => sections),
    );
    // Below tasks every document has sections of its own.
    return [chapter, ...(chapter.kind === null || chapter.kind === 'tasks' ? [] : learnLevel(2, below, false))];
  });

const mainBlocks = (document: GovDocument) => document.parts.find(({ kind }) => kind === 'main')?.children ?? [];

const unitsOf = (document: GovDocument): string[] =>
  mainBlocks(document).flatMap((block) => {
    const units = block.type === 'responsibility' ? parseResponsibility(blockText(block)) : null;
    return units ? [...units.lead, ...units.support] : [];
  });

const sentencesOf = (document: GovDocument): string[] =>
  document.parts.flatMap(({ children }) =>
    children
      .filter(({ type }) => type === 'paragraph' || type === 'clause' || type === 'note')
      .flatMap((block) => blockText(block).split(/(?<=[。；])/))
      .map((sentence) => sentence.trim())
      .filter(({ length }) => length >= shortestSentence),
  );

const mostFrequent = (genres: readonly Genre[]): Genre =>
  genres.reduce((best, genre) => {
    const count = (one: Genre): number => genres.filter((other) => other === one).length;
    return count(genre) > count(best) ? genre : best;
  }, genres[0] ?? 'other');

/**
 * What documents of the past have in common: chapters and sections with how often and how long they are, wordings of
 * headings, numbering, units, fixed sentences; and what of it a template should ask for.
 * @param documents at least one
 */
export const learnFromDocuments = (documents: readonly GovDocument[]): Learned => {
  const outlines = documents.map(outlineOf);
  const openings = outlines.map(({ opening }) => opening).filter((characters) => characters > 0);
  const lengths = documents.map((document) =>
    mainBlocks(document).reduce((sum, block) => sum + blockText(block).replace(/\s/g, '').length, 0),
  );
  return {
    documents: documents.length,
    genre: mostFrequent(documents.map(({ meta }) => meta.genre)),
    opening: { count: openings.length, length: quantiles(openings) },
    length: quantiles(lengths),
    sections: learnSections(outlines),
    runsOn: documents.filter(({ parts }) => {
      const scope = parts.find(({ kind }) => kind === 'main')?.numbering[2];
      return scope === 'part';
    }).length,
    units: tally(documents.map(unitsOf)).slice(0, mostListed),
    sentences: tally(documents.map(sentencesOf))
      .filter(({ count }) => count >= 2 && count * 3 >= documents.length)
      .slice(0, mostListed),
  };
};
