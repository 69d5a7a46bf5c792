import type { Block } from '../document/block';
import { createId } from '../document/block-id';
import { type DocumentMeta, type GovDocument, type Part, schemaVersion } from '../document/document';
import { blockText } from '../document/plain-text';
import { breakTitle } from '../layout/break-title';
import { assignNumbering } from './body/assign-numbering';
import { type ReadBlock, textBlock } from './body/read-block';
import { readBody } from './body/read-body';
import { findFlattenedCells, readParagraphs } from './body/read-paragraphs';
import { fold } from './lines/fold';
import { readNumber } from './lines/number-pattern';
import { observeLayout, type SourceLayout, type SourceLine, splitLines, toSourceLines } from './lines/source-lines';
import { emptyStretch, joinStretches, type Stretch, sliceStretch } from './lines/stretch';
import { readHead, setWebLinesAside } from './parts/find-head';
import { findParts, type PartRange } from './parts/find-parts';
import { joinLines, ownStyle, type Reading, setContentsAside, splitSignedLines, titleEnd } from './parts/marks';
import { spreadMetadata } from './parts/metadata';
import { type ImprintFields, readTail } from './parts/read-tail';
import { recogniseGenre } from './recognise-genre';
import type { Doubt, Recognition, SourceParagraph, SourceSpan } from './types';

/** 成文日期 without the brackets it has under a title. */
const readDate = (stretch: Stretch): Stretch =>
  /^（.*）$/.test(stretch.folded) ? sliceStretch(stretch, 1, stretch.text.length - 1) : stretch;

/**
 * The blocks of one part in the order of the source: title and recipients first, the body in one piece between
 * lines of another kind. Signatures and a date that stand above the body go behind it.
 */
const readPart = (reading: Reading, range: PartRange, layout: SourceLayout): ReadBlock[] => {
  // A title from the list of attachments stands for the page that has none of its own.
  const from = range.to > range.from ? reading.lines[range.from]?.line : undefined;
  const above = range.kind === 'attachment' ? from : undefined;
  const head: ReadBlock[] = range.title ? [textBlock('title', range.title, above)] : [];
  const named = isTableTitle(reading, range);
  const kind = range.kind === 'attachment' ? (named ? 'table' : 'attachment') : named ? 'attachment' : 'text';
  let blocks: ReadBlock[] = [];
  const behind: ReadBlock[] = [];
  let body: SourceLine[] = [];
  const closeBody = (): void => {
    const read = readBody(readParagraphs(body, layout, findFlattenedCells(body, kind)), kind !== 'text');
    for (const doubt of read.doubts) reading.doubts.push(doubt);
    blocks = blocks.concat(read.blocks);
    body = [];
  };
  for (let at = range.from; at < range.to; at += 1) {
    const line = reading.lines[at]!;
    const mark = reading.marks[at];
    if (!mark) body.push(line);
    else if (mark === 'title') {
      const end = titleEnd(reading, at);
      head.push(textBlock('title', joinTitleLines(reading, at, end), line.line));
      at = end - 1;
    } else if (mark === 'subtitle' || mark === 'salutation') head.push(textBlock(mark, line.stretch, line.line));
    else if (mark !== 'field' && mark !== 'aside') {
      if (body.length > 0) closeBody();
      const stretch = mark === 'dateLine' ? readDate(line.stretch) : line.stretch;
      (blocks.length > 0 ? blocks : behind).push(textBlock(mark, stretch, line.line));
    }
  }
  closeBody();
  const all = [...head, ...blocks, ...behind];
  return all.length > 0 ? all : [textBlock('paragraph', emptyStretch, 1)];
};

/**
 * Lines of a title in one. In a file that this app exported, lines that it would break otherwise were broken by hand:
 * they stay.
 */
const joinTitleLines = (reading: Reading, from: number, to: number): Stretch => {
  const lines = reading.lines.slice(from, to);
  const joined = joinLines(reading, from, to);
  if (to - from < 2 || !lines.every((line) => line.word?.style === 'GwTitle')) return joined;
  const broken = breakTitle(joined.text).join('\n');
  const own = lines.map((line) => line.stretch.text).join('\n');
  return broken === own
    ? joined
    : lines.slice(1).reduce((text, line) => joinStretches(text, line.stretch, '\n'), lines[0]!.stretch);
};

/** The line of the label 附件1, which carries the part's own id: its first, or that above an issued text. */
const labelLine = (reading: Reading, { kind, from, to }: PartRange): number | undefined => {
  const at = kind === 'main' && ownStyle(reading, from - 1) === 'GwAttachLabel' ? from - 1 : from;
  return (at < from || to > from) && reading.marks[at] === 'field' ? reading.lines[at]?.line : undefined;
};

type ReadPartOf = Readonly<{ kind: PartRange['kind']; read: readonly ReadBlock[] }>;
const closing = /^(?:signature|dateLine|note)$/;

/**
 * Signature and date that stand below the last of a list of attachments, where each is only a title, are those of the
 * text that has none.
 */
const returnClosing = <Found extends ReadPartOf>(parts: readonly Found[]): Found[] => {
  const main = parts.findLastIndex(({ kind }) => kind !== 'attachment');
  const last = parts.length - 1;
  const [title, ...rest] = parts[last]!.read;
  const isTitleOnly = title?.block.type === 'title' && rest.every(({ block }) => closing.test(block.type));
  const hasNone = !parts[main]?.read.some(({ block }) => block.type === 'signature' || block.type === 'dateLine');
  if (main < 0 || last <= main || !isTitleOnly || !hasNone || rest.length === 0) return [...parts];
  return parts.map((part, at) => {
    if (at === main) return { ...part, read: [...part.read, ...rest] };
    return at === last ? { ...part, read: [title] } : part;
  });
};

/** A part that is called a table or a list. */
const isTableTitle = (reading: Reading, range: PartRange): boolean => {
  const first = reading.marks[range.from] === 'title' ? range.from : range.from + 1;
  const own = reading.marks[first] === 'title' ? joinLines(reading, first, titleEnd(reading, first)) : null;
  return /(?:表|清单|名单|名录)(?:（[^（）]*）)?$/.test((range.title ?? own)?.folded ?? '');
};

const issuerOf = (title: string, signature: string): string => {
  const match = /^(.{2,60}?)关于/.exec(fold(title));
  const prefix = match
    ? title
        .slice(0, match[1]!.length)
        .replace(/(?:转发|轉發|批转|印发).*$/, '')
        .trim()
    : '';
  return /[\u4e00-\u9fff]{3}/.test(prefix) ? prefix : signature;
};

/** How many organs a title names before 关于; null where it names none, or does not count them (等七部门). */
const issuerCount = (title: string): number | null => {
  const prefix = /^(.{2,80}?)关于/.exec(title)?.[1];
  if (prefix === undefined || /等.{0,4}部门|等单位/.test(prefix)) return null;
  return prefix.split(/[、 ]+/).length;
};

/** So many are worth saying: a text with more has a habit of its own. */
const mostNumbered = 20;
const isNumberedParagraph = ({ block }: ReadBlock): boolean =>
  block.type === 'paragraph' && readNumber(fold(blockText(block))) !== null;

const textOf = (blocks: readonly ReadBlock[], type: Block['type']): string => {
  const found = blocks.find((read) => read.block.type === type);
  return found ? blockText(found.block) : '';
};

const withBlockIds = (doubts: readonly Doubt[], blocks: readonly ReadBlock[]): Doubt[] => {
  const byLine = new Map(blocks.map((read) => [read.line, read.block.id]));
  return doubts
    .map((doubt) => ({ ...doubt, blockId: doubt.blockId ?? byLine.get(doubt.line) ?? null }))
    .sort((first, second) => first.line - second.line);
};

/**
 * The ids that blocks and attachments had when this app exported the file, by line: each is handed out once, in the
 * order in which they stand there; then and in other sources new ones.
 */
const anchoredIds = (paragraphs: readonly SourceParagraph[]): ((line: number | undefined) => string) => {
  const anchors = new Map<number, string[]>();
  for (const { line, anchors: own } of paragraphs) if (own) anchors.set(line, [...(anchors.get(line) ?? []), ...own]);
  const taken = new Set<string>();
  return (line) => {
    const id = line === undefined ? undefined : anchors.get(line)?.shift();
    if (id === undefined || taken.has(id)) return createId();
    taken.add(id);
    return id;
  };
};

/**
 * Recognises a document from its paragraphs: parts, titles, numbers, recipients, headings, boxes, unit notes,
 * signatures, attachments. Never throws; whatever is not understood stays as a paragraph, lines that the web page
 * added go to `setAside`, guesses to `doubts`. Texts keep the characters of the source.
 */
export const recogniseParagraphs = (paragraphs: readonly SourceParagraph[]): Recognition => {
  const lines = splitSignedLines(toSourceLines(spreadMetadata(paragraphs)));
  const layout = observeLayout(lines);
  const reading: Reading = { lines, marks: lines.map(() => null), doubts: [] };
  setWebLinesAside(reading);
  setContentsAside(reading);
  const head = readHead(reading);
  const headTitle = head.title
    ? joinLines(reading, head.title.start, head.title.end).folded
    : (head.named?.folded ?? '');
  const ranges = findParts(reading, headTitle, head.bodyStart).map((range, at) =>
    at === 0 && head.named ? { ...range, title: head.named } : range,
  );
  const imprint: ImprintFields = {};
  for (const range of ranges)
    if (range.to > range.from) readTail(reading, range.from, range.to, imprint, issuerCount(headTitle));
  const idOf = anchoredIds(paragraphs);
  const opening = new Set(paragraphs.filter(({ opensText }) => opensText).map(({ line }) => line));
  const asExported = (block: Block, line: number): Block =>
    block.type === 'clause' && opening.has(line) ? { ...block, runIn: true } : block;
  const found = ranges.map((range) => ({
    kind: range.kind,
    id: idOf(labelLine(reading, range)),
    listedOnly: range.listedOnly === true,
    read: readPart(reading, range, layout).map((read) => ({
      ...read,
      block: { ...asExported(read.block, read.line), id: idOf(range.to > range.from ? read.line : undefined) },
    })),
  }));

  const parts = returnClosing(found);
  const all = parts.flatMap((part) => part.read);
  const main = parts.find((part) => part.kind === 'main')!;
  const mainTitle = textOf(main.read, 'title');
  if (mainTitle === '' && main.read[0])
    reading.doubts.push({
      line: main.read[0].line,
      blockId: main.read[0].block.id,
      message: '没有认出标题，请补上或指定标题。',
    });
  for (const read of all.filter(isNumberedParagraph).slice(0, mostNumbered))
    reading.doubts.push({
      line: read.line,
      blockId: read.block.id,
      message: `第${read.line}行：以编号开头，没有当作标题或条目，请核对。`,
    });
  const openingText = main.read.slice(0, 6).map((read) => read.stretch.text);
  const organ =
    head.fields.issuingOrgan ??
    issuerOf(
      headTitle === '' ? mainTitle : (head.named?.text ?? joinTitle(reading, head.title)),
      textOf(all, 'signature'),
    );
  const meta: DocumentMeta = {
    genre: recogniseGenre(mainTitle, openingText.join('\n')),
    ...head.fields,
    ...imprint,
    ...(organ !== '' && { issuingOrgan: organ.slice(0, 120) }),
  };
  const document: GovDocument = {
    schemaVersion,
    id: createId(),
    meta,
    parts: parts.map(({ kind, id, read }): Part => {
      const { numbering, blocks } = assignNumbering(read);
      return { type: 'part', id, kind, numbering, children: blocks };
    }),
    setAside: lines.flatMap((line, at) =>
      reading.marks[at] === 'aside' ? [{ line: line.line, text: line.stretch.text }] : [],
    ),
  };
  const spans = new Map<string, readonly SourceSpan[]>(all.map((read) => [read.block.id, read.stretch.spans]));
  const numbered = all.filter((read) => read.rawNumber !== null);
  return {
    document,
    doubts: withBlockIds(reading.doubts, all),
    lines: new Map(all.map((read) => [read.block.id, read.line])),
    spans,
    listedOnly: new Set(parts.filter((part) => part.listedOnly).map(({ id }) => id)),
    sourceNumbers: new Map(numbered.map((read) => [read.block.id, read.rawNumber!.trim()])),
  };
};

const joinTitle = (reading: Reading, title: Readonly<{ start: number; end: number }> | null): string =>
  title ? joinLines(reading, title.start, title.end).text : '';

/** Recognises a decoded text file; see `recogniseParagraphs`. */
export const recogniseText = (text: string): Recognition => recogniseParagraphs(splitLines(text));
