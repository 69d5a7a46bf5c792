import { isAttachmentLabel, isDateLine, isNoteLine } from '../lines/line-kinds';
import { dashLength, readBoxTitle, readNumber } from '../lines/number-pattern';
import { printedWidth, type SourceLayout, type SourceLine, wrapSlack } from '../lines/source-lines';
import { joinStretches, type Stretch } from '../lines/stretch';
import type { SourceLead, SourceTable } from '../types';
import { isOwnUnitNote } from './split-unit-note';

/** A paragraph of the body after hard-wrapped lines were joined. `cell` = a line of a flattened table. */
export type BodyParagraph = Readonly<{
  stretch: Stretch;
  line: number;
  table: SourceTable | null;
  cell: boolean;
  blankBefore: boolean;
  /** Joined from lines of which the break was not clearly a line's end. */
  joinDoubt: boolean;
  /** Outline level in Word, 0 the highest; null for body text and other sources. */
  outline: number | null;
  /** Its first sentence, where Word shows that in a face of its own. */
  lead: SourceLead | null;
  /** This app has written it as one block: nothing of it is another. */
  isOneBlock: boolean;
  /** The frame in which it stands; null outside frames. */
  frame: number | null;
}>;

const opening = '（〔“《〈';
const closing = '）〕”》〉';

/** The innermost bracket or quotation mark still open at the end of a folded text. */
const openBracket = (folded: string): string => {
  const open: string[] = [];
  for (const character of folded) {
    if (opening.includes(character)) open.push(character);
    else if (closing.includes(character)) {
      const at = open.lastIndexOf(opening.charAt(closing.indexOf(character)));
      if (at >= 0) open.length = at;
    }
  }
  return open.at(-1) ?? '';
};

const startsSomething = (folded: string): boolean =>
  readNumber(folded) !== null ||
  dashLength(folded) > 0 ||
  readBoxTitle(folded) !== null ||
  isOwnUnitNote(folded) ||
  isDateLine(folded) ||
  isAttachmentLabel(folded) ||
  isNoteLine(folded) ||
  /^(?:附件|附表|附图|注)[：:\d]|^[①-⑳]|^(?:第[一二三四五六七八九十]+条)/.test(folded);

/** No heading ends so: 以……为, 的, 将; 和 and 与 unless they belong to a word (调和, 参与). */
const unfinished = /以[^，。；]{2,16}为$|[的将把]$|(?<![调祥谐平总饱温柔缓中])和$|(?<!参)与$|(?<!普)及$/;

type Verdict = 'join' | 'perhaps' | 'apart';

const judge = (first: Stretch, firstLine: SourceLine, next: SourceLine, layout: SourceLayout): Verdict => {
  const a = first.folded;
  const b = next.stretch.folded;
  if (firstLine.word?.outline !== next.word?.outline || firstLine.frame !== next.frame) return 'apart';
  // Cells between tabs.
  if (/\t/.test(first.text) || /\t/.test(next.stretch.text)) return 'apart';
  // Longer than any paragraph that was ever wrapped by hand: the source has no paragraphs.
  if (a.length > 2000 || startsSomething(b)) return 'apart';
  const end = a.at(-1) ?? '';
  const open = openBracket(a);
  const closes = open !== '' && b.includes(closing.charAt(opening.indexOf(open)));
  const full = layout.wrapWidth !== null && printedWidth(firstLine) >= layout.wrapWidth - wrapSlack;
  if (next.blankBefore && layout.blankEndsParagraph && !/[，、]/.test(end) && !closes) return 'apart';
  if (layout.wrapWidth !== null && layout.indented && next.indentWidth >= 2 && !/[，、]/.test(end)) return 'apart';
  const number = readNumber(a);
  if (number && a.length <= 45 && !/[。；]/.test(a)) {
    // A heading broken over two lines: 三、夯实……，/ 激发……活力
    if (/[，、]/.test(end) || opening.includes(end))
      return b.length <= 45 && !/[。；].*[。；]/.test(b) ? 'join' : 'apart';
    if (closes && b.length <= 45) return 'join';
    if (unfinished.test(a) && b.length <= 45 && !/[。；：]/.test(b)) return 'join';
    if (full && number.level > 2) return 'join';
    return full && b.length <= 30 && !/[。；，]/.test(b) ? 'perhaps' : 'apart';
  }
  if (/[。！？；：…]/.test(end))
    return full && layout.indented && next.indentWidth < 2 && end !== '：' ? 'join' : 'apart';
  if (/[，、]/.test(end) || opening.includes(end)) return 'join';
  if (closes) return 'join';
  if (/[”）》〕]/.test(end) && !full) return 'apart';
  if (full) return 'join';
  const sentence = a.length >= 25 && /[。，；]/.test(a);
  // The few characters that are left of a sentence: 给予一次性奖励／50万元。
  const rest = /[。，]/.test(a) && /^[^。]{1,5}。$/.test(b);
  if (!sentence || !/[。；！？）]$/.test(b) || (b.length < 6 && !rest)) return 'apart';
  return /。/.test(a) || a.length >= 60 ? 'join' : 'perhaps';
};

/**
 * Joins lines that were broken in mid-sentence. A break is a line's end when a comma, an open bracket or a
 * sentence without its stop stands before it and nothing begins behind it.
 * @param cells per line, whether it belongs to a flattened table, where nothing is joined
 */
export const readParagraphs = (
  lines: readonly SourceLine[],
  layout: SourceLayout,
  cells: readonly boolean[],
): BodyParagraph[] => {
  const paragraphs: BodyParagraph[] = [];
  let at = 0;
  while (at < lines.length) {
    const first = lines[at]!;
    let { stretch } = first;
    let last = first;
    let joinDoubt = false;
    const cell = cells[at] === true;
    at += 1;
    while (!cell && !first.table && at < lines.length && cells[at] !== true && !lines[at]!.table) {
      const verdict = judge(stretch, last, lines[at]!, layout);
      if (verdict === 'apart') break;
      joinDoubt ||= verdict === 'perhaps';
      last = lines[at]!;
      stretch = joinStretches(stretch, last.stretch);
      at += 1;
    }
    const { line, table, blankBefore, frame } = first;
    const outline = first.word?.outline ?? null;
    const lead = first.word?.lead ?? null;
    const isOneBlock = first.word?.ownBlocks === 1;
    paragraphs.push({ stretch, line, table, cell, blankBefore, joinDoubt, outline, lead, isOneBlock, frame });
  }
  return paragraphs;
};

/**
 * Which lines belong to tables flattened to one cell a line: runs of eight or more short lines without a stop
 * that hold a bare number or a usual column name. A long cell between two short ones belongs to the run.
 * @param kind an attachment that is mostly such a table, or is called one and begins with column names, is one
 * altogether
 */
export const findFlattenedCells = (lines: readonly SourceLine[], kind: 'text' | 'attachment' | 'table'): boolean[] => {
  const cells = lines.map(() => false);
  const short = lines.map(({ stretch: { folded }, table }) => !table && isShortCell(folded));
  let at = 0;
  while (at < lines.length) {
    if (!short[at]) {
      at += 1;
      continue;
    }
    let end = at;
    while (
      end + 1 < lines.length &&
      (short[end + 1] || (short[end + 2] === true && short[end + 3] === true && !isStop(lines[end + 1]!)))
    )
      end += 1;
    const run = lines.slice(at, end + 1);
    const evidence = run.filter(({ stretch: { folded } }) => isColumnEvidence(folded)).length;
    if (run.length >= 8 && evidence >= 2) cells.fill(true, at, end + 1);
    at = end + 1;
  }
  const columns = lines.slice(0, 8).filter((line) => isColumnEvidence(line.stretch.folded)).length;
  const mostly = cells.filter(Boolean).length > lines.length * 0.6;
  const whole = (kind === 'table' && columns >= 2) || (kind !== 'text' && mostly);
  return whole ? lines.map((line) => line.table === null) : cells;
};

const isStop = ({ table, stretch: { folded } }: SourceLine): boolean =>
  table !== null || isAttachmentLabel(folded) || /^（?[一二三四五六七八九十]{1,3}[）、]/.test(folded);
const isShortCell = (folded: string): boolean =>
  folded.length <= 30 &&
  !/[。；！？]$/.test(folded) &&
  !isAttachmentLabel(folded) &&
  !isDateLine(folded) &&
  !/^（?[一二三四五六七八九十]{1,3}[）、]/.test(folded) &&
  dashLength(folded) === 0 &&
  readBoxTitle(folded) === null;
const isColumnEvidence = (folded: string): boolean =>
  /^[\d.，]+%?$/.test(folded) ||
  /^(?:序 ?号|类 ?别|项 ?目|名 ?称|单 ?位|备 ?注|职 ?务|姓 ?名|指标|时间|.?组 ?长：?|成 ?员：?|.{0,8}(?:名称|单位|部门|指标|内容|时限|年限|规模|地点|任务|目标|措施))$/.test(
    folded,
  );
