import { blockText } from '../../../shared/document/plain-text';
import { fold } from '../../../shared/recognise/lines/fold';
import type { Recognition, SourceParagraph } from '../../../shared/recognise/types';

const key = (text: string): string => fold(text).replace(/[\s《》〈〉“”"（）〔〕，。、；：.·—-]/g, '');

/** What may remain of a line of which the rest is elsewhere: a label that is printed again. */
const derived = /^(?:附件[\d一二三四五六七八九十]{0,3}|抄送|印发|签发人|文件)?$/;

/** Lines over which a number may be broken, and characters of a piece of it. */
const longestBreak = 8;
const longestPiece = 4;

/**
 * Characters of a source that recognition put nowhere: not in a block (by its spans), not in a number, a form
 * field, the set-aside lines or the titles from which the attachment list is derived. One entry a line.
 */
export const lostCharacters = (source: readonly SourceParagraph[], recognition: Recognition): string[] => {
  const { document, spans, sourceNumbers, lines } = recognition;
  const aside = new Set(document.setAside.map((line) => line.line));
  const covered = new Map<number, Set<number>>();
  const lost: string[] = [];
  for (const part of document.parts)
    for (const block of part.children) {
      const text = blockText(block);
      for (const span of spans.get(block.id) ?? []) {
        const columns = covered.get(span.line) ?? new Set();
        for (let at = 0; at < (span.source ?? '').length || at < span.length; at += 1) columns.add(span.column + at);
        covered.set(span.line, columns);
        const original = source.find((paragraph) => paragraph.line === span.line)?.text ?? '';
        const here = original.slice(span.column - 1, span.column - 1 + span.length);
        const wanted = span.source ?? text.slice(span.start, span.start + span.length);
        const got = span.source === undefined ? here : original.slice(span.column - 1, span.column - 1 + wanted.length);
        if (got !== wanted) lost.push(`${span.line}: span says ${here}`);
      }
    }
  const numbers = new Map<number, string>();
  for (const [id, number] of sourceNumbers) {
    const line = lines.get(id) ?? 0;
    numbers.set(line, (numbers.get(line) ?? '') + number);
  }
  const fields = Object.values(document.meta)
    .flat()
    .map((value) => (typeof value === 'string' ? key(value) : ''))
    .filter((value) => value !== '');
  const titles = document.parts.flatMap((part) =>
    part.children.filter((block) => block.type === 'title').map((block) => key(blockText(block))),
  );
  const titleLines = new Set(
    document.parts.flatMap((part) =>
      part.children
        .filter((block) => block.type === 'title')
        .flatMap((block) => (spans.get(block.id) ?? []).map((span) => span.line)),
    ),
  );
  const bare = (text: string): string => text.replace(/[\s\u3000\u00a0\u200b\ufeff]/g, '');
  const textAt = new Map(source.map(({ line, text }) => [line, bare(text)] as const));
  /** A number may be broken over several lines, with others between: all of it is found where it begins. */
  const goesOn = (line: number, rest: string): boolean => {
    let joined = rest;
    for (let above = line - 1; above >= line - longestBreak; above -= 1) {
      const text = textAt.get(above) ?? '';
      const number = bare(numbers.get(above) ?? '');
      if (number !== '' && number.startsWith(`${text}${joined}`)) return true;
      if (text.length <= longestPiece) joined = `${text}${joined}`;
    }
    return false;
  };
  for (const { line, text, table } of source) {
    if (aside.has(line) || table) continue;
    const columns = covered.get(line);
    const uncovered = [...text].map((character, at) => (columns?.has(at + 1) ? '' : character)).join('');
    const rest = bare(uncovered);
    if (rest === '') continue;
    const number = bare(numbers.get(line) ?? '');
    const remaining = goesOn(line, rest) || number.startsWith(rest) ? '' : key(rest.replace(number, ''));
    const field = derived.test(fields.reduce((left, value) => left.replace(value, ''), remaining));
    const listed = key(rest.replace(/^附件[\d一二三四五六七八九十]{0,3}[：:]?/, '').replace(/^\d+[.、．]/, ''));
    const title = titles.some((name) => name === key(rest) || (listed !== '' && name.endsWith(listed)));
    const itemNumber = titleLines.has(line) && /^\d{1,2}$/.test(remaining);
    if (!field && !title && !itemNumber) lost.push(`${line}: ${rest.slice(0, 60)}`);
  }
  return lost;
};
