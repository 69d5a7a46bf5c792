import type { Level } from '../../../shared/document/block';
import type { PastedItem, PastedParagraph, PastedTable, Stretch } from './pasted';

const isBlank = (character: string): boolean => /[\s\u00a0\u200b\ufeff]/.test(character);
/** Text in which a line break of the page's source is no space: Word breaks its source anywhere. */
const isWide = (character: string | undefined): boolean => character !== undefined && character >= '\u2e80';

/** Collects text as it is read into paragraphs; spaces as a browser would show them. */
export class ParagraphWriter {
  readonly items: PastedItem[] = [];
  #characters: string[] = [];
  #bold: boolean[] = [];
  #heading: Level | null = null;
  #prefix = '';

  /** `prefix` and `heading` hold for the next paragraph with text in it. */
  begin(heading: Level | null, prefix = ''): void {
    this.end();
    this.#heading = heading;
    if (prefix !== '') this.#prefix = prefix;
  }

  get hasText(): boolean {
    return this.#characters.some((character) => !isBlank(character));
  }

  /** Takes back what stands before the text and was not written by its source. */
  dropPrefix(): void {
    this.#prefix = '';
  }

  write(text: string, bold: boolean): void {
    for (const character of text) {
      this.#characters.push(character);
      this.#bold.push(bold);
    }
  }

  table(table: PastedTable): void {
    this.end();
    this.items.push(table);
  }

  /** A manual line break begins a paragraph, as when a file is opened. */
  end(): void {
    const paragraph = this.#finish();
    if (!paragraph) return;
    this.items.push(paragraph);
    this.#heading = null;
    this.#prefix = '';
  }

  #finish(): PastedParagraph | null {
    let text = '';
    const bold: [number, number][] = [];
    const put = (character: string, isBold: boolean): void => {
      if (isBold) {
        const last = bold.at(-1);
        if (last && last[1] === text.length) last[1] += character.length;
        else bold.push([text.length, text.length + character.length]);
      }
      text += character;
    };
    const characters = this.#characters;
    for (let at = 0; at < characters.length; at += 1) {
      const character = characters[at]!;
      if (!isBlank(character)) {
        put(character, this.#bold[at]!);
        continue;
      }
      const start = at;
      while (at + 1 < characters.length && isBlank(characters[at + 1]!)) at += 1;
      const gap = characters.slice(start, at + 1);
      const before = characters[start - 1];
      const after = characters[at + 1];
      const wrapped = gap.every((blank) => blank === '\n' || blank === '\r') && (isWide(before) || isWide(after));
      if (before === undefined || after === undefined || wrapped) continue;
      put(gap.includes('\u3000') ? '\u3000' : ' ', this.#bold[start]!);
    }
    this.#characters = [];
    this.#bold = [];
    if (text === '') return null;
    const { length } = this.#prefix;
    const shifted = bold.map(([start, end]): Stretch => [start + length, end + length]);
    return { kind: 'paragraph', text: this.#prefix + text, bold: shifted, heading: this.#heading };
  }
}
