/**
 * The official format as data: GB/T 9704-2012, clause numbers quoted. Lengths are twips (1/20 pt,
 * 56.693 to the millimetre) unless a name says otherwise; type sizes are points.
 */

/** Two readings of the same 天头 and 版心; see `pages`. */
export type PageProfile = 'standard' | 'compensated';

/** 3号, 2号, 4号, 小四, 五号 in points (5.2.2, 7.3.1, 7.5). */
export const pointSizes = { three: 16, two: 22, four: 14, smallFour: 12, five: 10.5 } as const;

/** 22 lines of 28 characters fill the type area (5.2.3); the 22 lines follow from `pages`. */
export const charactersPerLine = 28;
/** 20 characters of 2号 fit the 156 mm of a line (7.3.1 names no number; 442.2 pt / 22 pt). */
export const titleCharactersPerLine = 20;

/** A4 (5.1). */
export const paper = { width: 11906, height: 16838 } as const;
/** 版心 156 mm wide (5.2.1). */
export const typeAreaWidth = 8844;
/**
 * Run spacing of the body: 28 × 16 pt is 448 pt, wider than 442.2 pt, so Word would set 27.
 * −0.25 pt gives 28 × 315 = 8820 ≤ 8844; −0.2 pt would give 8848.
 */
export const bodySpacing = -5;
/** Advance of one body character. */
export const bodyCharacter = pointSizes.three * 20 + bodySpacing;

/**
 * `standard`: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm (5.2.1), 28.95 pt a line: the largest pitch in twips
 * of which 22 fit (29 pt gives 21). `compensated`: half of the first line's leading does not count as white
 * (the reading of GB/T 33476.2-2016), so the margins shrink and the pitch grows.
 */
export const pages = {
  standard: { top: 2098, bottom: 1984, left: 1588, right: 1474, pitch: 579 },
  compensated: { top: 1960, bottom: 1847, left: 1588, right: 1474, pitch: 589 },
} as const satisfies Record<PageProfile, Readonly<Record<'top' | 'bottom' | 'left' | 'right' | 'pitch', number>>>;

/** Lines of tables and boxes may grow: an exact height would clip (practice). */
export const boxPitch = 440;
export const tablePitch = 360;
/** Lines of a footnote (practice). */
export const footnotePitch = 300;

/** Page number: its dashes 7 mm below the type area (7.5); exact line of 20 pt whose foot is this far from the edge. */
export const footer = { distance: 1407, pitch: 400 } as const;

/** Faces are classes in the standard; these are the names bureaus use, with what stands in where one is missing. */
export const fonts = {
  body: { name: '仿宋_GB2312', substitute: '仿宋', panose: '02010609030101010101' },
  kai: { name: '楷体_GB2312', substitute: '楷体', panose: '02010609030101010101' },
  hei: { name: '黑体', substitute: 'SimHei', panose: '02010609060101010101' },
  song: { name: '宋体', substitute: 'SimSun', panose: '02010600030101010101' },
  title: { name: '方正小标宋简体', substitute: '华文中宋', panose: '02010600040101010101' },
} as const;
export type FontRole = keyof typeof fonts;
/** Digits and Latin letters: open in the standard, Times New Roman in most bureaus' rules. */
export const latinFont = 'Times New Roman';

/** 红头 (7.2.4, 7.2.7): red. */
export const redHead = {
  color: 'FF0000',
  /** Points from the line's foot to the rule: with 4.5 pt of white below the ink, 4 mm (7.2.7). */
  ruleSpace: 7,
  /** Mark 35 mm below the type area's top (7.2.4) = 3 lines of 份号, 密级, 紧急程度 and this much. */
  markOffset: 1984,
  /** Widest mark: 150 mm, inside the type area. */
  markWidth: 8504,
  /** Largest mark: no larger than the State Council's 22 × 15 mm characters; smallest height before it narrows. */
  markSizes: { largest: 62, usual: 48, smallest: 16 },
  /** Narrowest scale of the mark's characters, percent; below it the height shrinks. */
  narrowest: 55,
} as const;

/** 版记 (7.4): 4号, one character in on both sides, rules of 0.35 mm outside and 0.25 mm between (points). */
export const imprint = {
  character: pointSizes.four * 20,
  pitch: 560,
  outerRule: 1,
  innerRule: 0.75,
} as const;

/** 信函 (10.1): mark 30 mm below the paper's edge, red double rules of 170 mm, the lower one 20 mm above the edge. */
export const letter = {
  headTop: 1701,
  footBottom: 1134,
  rulePoints: 3,
  /** Points from the foot of the mark's line to the rule: with the white below the ink, 4 mm. */
  ruleSpace: 6,
  /** White below the upper rule: with that above the ink of the first line, 7/8 of a 3号 character. */
  gap: 82,
  /** Height of the line that carries the lower rule. */
  footLine: 40,
  /** 170 mm in the middle of the paper: 8 mm beyond the type area on the left, 6 mm on the right. */
  ruleIndent: { left: -454, right: -340 },
} as const;

/**
 * 横排 pages (8): the upright sheet turned by a quarter to the right, so its 订口 is above and its foot on the left;
 * the page number stays at the sheet's foot and so stands upright in the left margin.
 */
export const landscape = {
  /** Width and height of the type area once the sheet is turned. */
  width: 12756,
  height: typeAreaWidth,
} as const;
