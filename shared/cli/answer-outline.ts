import type { Block } from '../document/block';
import type { Part } from '../document/document';
import { headingText } from '../document/heading-text';
import { listHeadings } from '../document/list-headings';
import { blockText } from '../document/plain-text';
import { assessFunctions } from '../functions/assess-functions';
import { blockFunctions } from '../functions/block-functions';
import { type DocumentFunction, documentFunctions, type FunctionEvidence } from '../functions/types';
import { readIndicators } from '../plan/indicators/read-indicators';
import { readTasks } from '../plan/tasks/read-tasks';
import { isPrefaceHeading } from '../recognise/lines/line-kinds';
import { parseResponsibility } from '../recognise/parse-responsibility';
import { sourceText } from '../recognise/source-text';
import type { Recognition } from '../recognise/types';
import type { OutlineAnswer } from './answers';

const textsOf = (blocks: readonly Block[], type: Block['type']): string[] =>
  blocks.filter((block) => block.type === type).map(blockText);

const titleOf = (part: Part | undefined): string | null => textsOf(part?.children ?? [], 'title')[0] ?? null;

/** What `nigao outline` answers for one file. */
export const answerOutline = (file: string, recognition: Recognition): OutlineAnswer => {
  const { document, lines, sourceNumbers } = recognition;
  // What is listed only does not stand in the file: `attachments` names it.
  const parts = document.parts.filter((part) => !recognition.listedOnly?.has(part.id));
  const blocks = parts.flatMap((part) => part.children);
  const byId = new Map(blocks.map((block) => [block.id, block] as const));
  const lineOf = (id: string): number => lines.get(id) ?? 1;

  /** In the spelling of the source. */
  const writtenHeading = (block: Block): string =>
    sourceText(recognition.spans.get(block.id) ?? [], blockText(block), 0, headingText(block).length);
  const headingOf = (id: string | null): string | null => {
    const block = id === null ? undefined : byId.get(id);
    return block ? `${sourceNumbers.get(block.id) ?? ''}${writtenHeading(block)}` : null;
  };
  const describe = (place: FunctionEvidence) => ({
    line: lineOf(place.headingId ?? place.blockId),
    heading: headingOf(place.headingId),
    evidence: place.evidence,
    confidence: place.confidence,
  });
  const headings = listHeadings(document);
  const assessments = assessFunctions(document);
  const served = blockFunctions(assessments);
  const functions = Object.fromEntries(
    documentFunctions.map((name) => [name, assessments[name].places.map(describe)]),
  ) as Record<DocumentFunction, ReturnType<typeof describe>[]>;

  return {
    file,
    genre: document.meta.genre,
    title: parts.map(titleOf).find((title) => title !== null) ?? null,
    documentNumber: document.meta.documentNumber ?? null,
    recipients: textsOf(blocks, 'salutation')[0]?.replace(/\s*[：:]\s*$/, '') ?? null,
    signatures: textsOf(blocks, 'signature'),
    date: textsOf(blocks, 'dateLine')[0] ?? null,
    parts: parts.map((part) => ({
      kind: part.kind,
      title: titleOf(part),
      line: lineOf((part.children.find((block) => block.type === 'title') ?? part.children[0]!).id),
    })),
    headings: parts.flatMap((part, index) =>
      part.children.flatMap((block) =>
        block.type === 'clause' &&
        !(block.numbered === false && isPrefaceHeading(headingText(block))) &&
        block.boxId === undefined &&
        headings.has(block.id)
          ? [
              {
                line: lineOf(block.id),
                level: block.level,
                number: sourceNumbers.get(block.id) ?? '',
                text: writtenHeading(block),
                runIn: block.runIn === true,
                part: index,
              },
            ]
          : [],
      ),
    ),
    functions,
    boxes: blocks
      .filter((block) => block.type === 'boxTitle')
      .map((block) => ({ line: lineOf(block.id), title: blockText(block) })),
    tables: blocks.filter((block) => block.type === 'table').length,
    attachments: document.parts.filter(({ kind }) => kind === 'attachment').flatMap((part) => titleOf(part) ?? []),
    responsibilities: blocks
      .filter((block) => block.type === 'responsibility')
      .map((block) => ({
        line: lineOf(block.id),
        ...(parseResponsibility(blockText(block)) ?? { lead: [], support: [], deadline: null }),
      })),
    indicators: readIndicators(document, served).map(({ blockId, name, value, unit, year, base, kind }) => ({
      line: lineOf(blockId),
      name,
      value,
      unit,
      year,
      ...(base && { base }),
      ...(kind && { kind }),
    })),
    tasks: readTasks(document, served)
      .filter(({ unitsFrom }) => unitsFrom !== null)
      .map(({ blockId, text, lead, support, deadline }) => ({
        line: lineOf(blockId),
        text,
        lead: [...lead],
        support: [...support],
        deadline,
      })),
    setAside: document.setAside.map(({ line, text }) => ({ line, text })),
    doubts: recognition.doubts.map(({ line, message }) => ({ line, message })),
  };
};
