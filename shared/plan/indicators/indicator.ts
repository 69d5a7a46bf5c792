import type { Quantity } from './quantity';

/** A target or base value of something that is counted, as one phrase of the text states it. */
export type Indicator = Readonly<{
  blockId: string;
  /** The whole phrase in the text of its block (UTF-16 units). */
  start: number;
  end: number;
  /** 森林覆盖率; what is counted where a verb counts it (建成养老站点120个: 养老站点). */
  name: string;
  value: string;
  /** With its power: 万人, %, 个百分点. */
  unit: string;
  /** The year the value is for; null when neither the phrase nor what leads to it says one. */
  year: number | null;
  bound: Quantity['bound'];
  /** The value is how much it changes (增长6%, 提高5个百分点), not what it comes to. */
  change: boolean;
  /** Where it comes from: 由2025年的38%提高到42%. */
  base: Readonly<{ value: string; unit: string; year: number | null }> | null;
  /** 约束性 or 预期性, where the text says so. */
  kind: 'constrained' | 'expected' | null;
}>;
