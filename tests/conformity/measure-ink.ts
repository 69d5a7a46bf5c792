import type { GovDocument } from '../../shared/document/document';
import type { ExportOptions } from '../../shared/export/export-options';
import type { CheckLog } from './checks';
import { inkBox, isBlack, isRed, isTurned, type PdfPage, type Raster, rasterise } from './read-pdf';

const expectNear = (
  check: number,
  what: string,
  value: number | null | undefined,
  wanted: number,
  tolerance: number,
  log: CheckLog,
): void => {
  log.check(check);
  if (value == null || Math.abs(value - wanted) > tolerance)
    log.check(
      check,
      `${what}: ${value == null ? 'nothing there' : `${value.toFixed(1)} mm`}, wanted ${wanted} ± ${tolerance}`,
    );
};

/** 版记: rules of 156 mm at its head and at the foot of the type area of the last page (7.4.1). */
const measureImprint = (raster: Raster, ruled: boolean, log: CheckLog): void => {
  const ink = inkBox(raster, isBlack, 200, 263.5);
  log.check(35);
  if (!ruled) {
    if (!ink || ink.bottom > 262.5) log.check(35, 'the imprint of a letter is not at the foot of the type area');
    return;
  }
  expectNear(35, 'last rule of the imprint', ink?.bottom, 262, 1, log);
  const rule = ink && inkBox(raster, isBlack, ink.bottom - 0.6, ink.bottom + 0.2);
  expectNear(35, 'width of the rules of the imprint', rule && rule.right - rule.left, 156, 1, log);
};

/** A turned page: its number at the foot of the sheet, one character from the edge away from 订口 (8, 7.5). */
const measureTurned = (file: string, number: number, log: CheckLog): void => {
  const ink = inkBox(rasterise(file, number), isBlack, 0, 210, 15, 34);
  expectNear(34, `page ${number}: distance of the turned number`, ink && (ink.left + ink.right) / 2, 28, 1.5, log);
  const edge = number % 2 === 1 ? ink?.bottom : ink?.top;
  expectNear(34, `page ${number}: place of the turned number`, edge, number % 2 === 1 ? 184 - 4.9 : 28 + 4.9, 1.5, log);
};

/** Thickness in dots of the red lines that cross the middle of the sheet between two heights, from above. */
const linesAcross = ({ width, bytes, dotsPerMm }: Raster, from: number, to: number): number[] => {
  const lines: number[] = [];
  let above = false;
  for (let y = Math.floor(from * dotsPerMm); y < to * dotsPerMm; y += 1) {
    const at = (y * width + Math.round(105 * dotsPerMm)) * 3;
    const red = isRed(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!);
    if (red && above) lines[lines.length - 1]! += 1;
    else if (red) lines.push(1);
    above = red;
  }
  return lines;
};

/** Double rules of a 信函: 上粗下细 above, 上细下粗 below (10.1). */
const measureDoubleRules = (file: string, upper: number, lower: number, log: CheckLog): void => {
  const fine = rasterise(file, 1, 400);
  const [above, below] = [linesAcross(fine, upper - 2, upper + 0.3), linesAcross(fine, lower - 2, lower + 0.3)];
  const thickFirst = above.length === 2 && above[0]! > above[1]!;
  const thickLast = below.length === 2 && below[1]! > below[0]!;
  log.check(
    32,
    ...(thickFirst ? [] : [`the upper double rule is of ${above.join(' and ')} dots`]),
    ...(thickLast ? [] : [`the lower double rule is of ${below.join(' and ')} dots`]),
  );
};

const measureLetter = (file: string, first: Raster, log: CheckLog): void => {
  const upper = inkBox(first, isRed, 20, 120);
  expectNear(32, 'top of the mark of a letter', upper?.top, 30, 1.5, log);
  expectNear(32, 'width of the upper double rule', upper && upper.right - upper.left, 170, 1, log);
  const mark = upper && inkBox(first, isRed, 20, upper.bottom - 2.2);
  expectNear(32, 'upper double rule below the mark', upper && mark && upper.bottom - 1 - mark.bottom, 4, 1, log);
  const text = upper && inkBox(first, isBlack, upper.bottom, 120);
  expectNear(32, 'first element below the upper rule', upper && text && text.top - upper.bottom, 4.9, 1, log);
  const lower = inkBox(first, isRed, 200, 297);
  expectNear(32, 'lower double rule above the edge', lower && 297 - lower.bottom, 20, 1, log);
  expectNear(32, 'width of the lower double rule', lower && lower.right - lower.left, 170, 1, log);
  if (upper && lower) measureDoubleRules(file, upper.bottom, lower.bottom, log);
};

/**
 * Millimetres from the red rule down to the ink of the title: two lines of text and what is above the ink in the first
 * of the title (7.3.1: 红色分隔线下空二行); its base line stands at 0.8 of its pitch, the ink 0.83 of its size above.
 * One drawn together to 32 points (7.3.5.5) stands 1.1 mm higher.
 */
const titleBelowRule = ({ profile, titlePitch }: ExportOptions): number => {
  const pitch = profile === 'standard' ? 28.95 : 29.45;
  return ((2 * pitch + 0.8 * titlePitch - 0.83 * 22) * 25.4) / 72;
};

/** Ink on paper: page number's dashes, first and last line, the head's mark and rule, 版记, turned pages. */
export const measureInk = (
  file: string,
  pages: readonly PdfPage[],
  { document, options }: Readonly<{ document: GovDocument; options: ExportOptions }>,
  log: CheckLog,
): void => {
  const first = rasterise(file, 1);
  if (options.format === 'letter') measureLetter(file, first, log);
  else {
    const dashes = inkBox(first, isBlack, 263, 280);
    // The digit is higher than the dashes; both are centred on nearly the same line.
    expectNear(34, 'page number', dashes ? (dashes.top + dashes.bottom) / 2 : undefined, 269, 1, log);
  }
  if (pages.length > 2 && !isTurned(pages[1]!)) {
    const second = inkBox(rasterise(file, 2), isBlack, 0, 263);
    if (second && (second.left < 27.5 || second.right > 184.5 || second.top < 36.5 || second.bottom > 262.5))
      log.check(30, `page 2: ink outside the type area: ${JSON.stringify(second)}`);
  }
  pages.forEach((each, at) => {
    if (isTurned(each)) measureTurned(file, at + 1, log);
  });
  const { copyTo, printingOrgan, printingDate } = document.meta;
  if (copyTo || printingOrgan || printingDate)
    measureImprint(rasterise(file, pages.length), options.format !== 'letter', log);
  if (options.format !== 'document' && options.format !== 'minutes') return;
  const mark = inkBox(first, isRed, 60, 95);
  expectNear(32, 'top of the mark', mark?.top, 72, 1.5, log);
  const all = inkBox(first, isRed, 60, 200);
  const rule = all && inkBox(first, isRed, all.bottom - 1, 200);
  expectNear(32, 'width of the red rule', rule && rule.right - rule.left, 156, 1, log);
  const title = document.parts[0]?.children.some(({ type }) => type === 'title');
  const text = rule && title ? inkBox(first, isBlack, rule.bottom + 1, rule.bottom + 40) : null;
  if (rule && title)
    expectNear(33, 'title below the red rule', text && text.top - rule.bottom, titleBelowRule(options), 1.5, log);
  const number = rule && inkBox(first, isBlack, 60, rule.top);
  if (number) expectNear(32, 'red rule below 发文字号', rule.top - number.bottom, 4, 0.7, log);
};
