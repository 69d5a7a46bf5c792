import type { Level } from '../../document/block';
import type { SourceLook, SourceRun } from '../source-marks';
import type { SourceLead } from '../types';
import type { PromptNames } from './prompt-names';
import type { WordStyle } from './word-styles';

/** A first sentence longer than this is no lead: the longest heading has 45 characters. */
const longestLead = 46;
/** So much must follow it. */
const leastBehind = 6;

type Base = Pick<WordStyle, 'bold' | 'face'>;

const isBold = (run: SourceRun, base: Base): boolean => run.bold ?? base.bold ?? false;

/** Stretches in bold that is no matter of the paragraph's style, and prompts of our own exports. */
const looksOf = (text: string, runs: readonly SourceRun[], base: Base, prompts: PromptNames): SourceLook[] => {
  const looks: (SourceLook & { prompt?: true })[] = [];
  for (const run of runs) {
    const bold = isBold(run, base) && base.bold !== true;
    const prompt = run.style === 'GwPlaceholder';
    if (!bold && !prompt) continue;
    const last = looks.at(-1);
    // Word parts runs as it likes; white space between two bold words belongs to them.
    const gap = last ? text.slice(last.end, run.start) : '';
    if (
      last &&
      (last.bold ?? false) === bold &&
      (last.prompt ?? false) === prompt &&
      gap.trim() === '' &&
      !(prompt && gap)
    )
      looks[looks.length - 1] = { ...last, end: run.end };
    else looks.push({ start: run.start, end: run.end, ...(bold && { bold: true }), ...(prompt && { prompt: true }) });
  }
  return looks.flatMap(({ prompt, ...look }): SourceLook[] => {
    if (!prompt) return [look];
    let { start } = look;
    return prompts.name(text.slice(look.start, look.end)).flatMap(({ length, placeholder }) => {
      const piece = { ...look, start, end: start + length, ...(placeholder && { placeholder }) };
      start += length;
      return placeholder || look.bold ? [piece] : [];
    });
  });
};

/** How the Chinese characters between two offsets look. */
const looksBetween = (
  text: string,
  runs: readonly SourceRun[],
  base: Base,
  from: number,
  to: number,
): ReadonlySet<string> => {
  const found = new Set<string>();
  const see = (start: number, end: number, bold: boolean, face: string): void => {
    if (/[\u4e00-\u9fff]/.test(text.slice(Math.max(start, from), Math.min(end, to)))) found.add(`${bold} ${face}`);
  };
  let at = from;
  for (const run of runs) {
    see(at, run.start, base.bold ?? false, base.face ?? '');
    see(run.start, run.end, isBold(run, base), run.face ?? base.face ?? '');
    at = Math.max(at, run.end);
  }
  see(at, to, base.bold ?? false, base.face ?? '');
  return found;
};

/** The first sentence, where it looks otherwise than all that follows; its 。 may look like either. */
const leadOf = (text: string, runs: readonly SourceRun[], base: Base, from: number): SourceLead | null => {
  const start = from + /^\s*/.exec(text.slice(from))![0].length;
  const stop = text.indexOf('。', start);
  if (stop <= start || stop - start > longestLead || text.length - stop - 1 < leastBehind) return null;
  const lead = looksBetween(text, runs, base, start, stop);
  const [look] = lead;
  if (lead.size !== 1 || look === undefined) return null;
  if (looksBetween(text, runs, base, stop + 1, text.length).has(look)) return null;
  const style = runs.find(({ start: at }) => at <= start)?.style ?? '';
  const level = /^GwLead([1-4])$/.exec(style)?.[1];
  return { end: stop + 1, ...(level !== undefined && { level: Number(level) as Level }) };
};

/**
 * What Word shows of a line's words besides the words.
 * @param from length of a number that Word has counted, which stands before them
 */
export const paragraphLooks = (
  text: string,
  runs: readonly SourceRun[],
  style: WordStyle | undefined,
  prompts: PromptNames,
  from: number,
): Readonly<{ looks?: readonly SourceLook[]; lead?: SourceLead }> => {
  if (runs.length === 0) return {};
  const base = { bold: style?.bold ?? null, face: style?.face ?? null };
  const looks = looksOf(text, runs, base, prompts);
  const lead = leadOf(text, runs, base, from);
  return { ...(looks.length > 0 && { looks }), ...(lead && { lead }) };
};
