import type { FlowParagraph } from '../flow';
import type { LayoutOptions } from '../layout-options';
import {
  type CharacterStyle,
  type CharacterStyleId,
  characterStyles,
  type ParagraphStyle,
  type ParagraphStyleId,
  paragraphStyles,
} from '../styles';
import type { Advances } from './advances';
import type { SetLine } from './set-paragraph';

/** What paragraphs are set with. */
export type Setting = Readonly<{
  styles: Readonly<Record<ParagraphStyleId, ParagraphStyle>>;
  characters: Readonly<Record<CharacterStyleId, CharacterStyle>>;
  advances: Advances;
  /** Paragraphs that were set before: for 署名 and 版记 a document is paged several times over. */
  known: WeakMap<FlowParagraph, KnownLines>;
}>;
type KnownLines = Readonly<{ width: number; block: string | undefined; lines: readonly SetLine[] }>;

const settings = new WeakMap<LayoutOptions, Map<Advances, Setting>>();

/** What paragraphs are set with by these options, the same for the same. */
export const settingFor = (options: LayoutOptions, advances: Advances): Setting => {
  const byAdvances = settings.get(options) ?? new Map<Advances, Setting>();
  settings.set(options, byAdvances);
  const setting = byAdvances.get(advances) ?? {
    styles: paragraphStyles(options),
    characters: characterStyles(options),
    advances,
    known: new WeakMap(),
  };
  byAdvances.set(advances, setting);
  return setting;
};
