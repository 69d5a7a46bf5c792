import { type Placeholder, placeholderSchema } from '../../document/text';
import { childOf, childrenOf, type XmlElement } from '../../file/parse-xml';
import { promptProperty, promptSchema } from '../../file/prompt-property';

/** A stretch of words that stood as still to be written; null: words a person has put in their place. */
type Piece = Readonly<{ length: number; placeholder: Placeholder | null }>;

/** What a file that is still to be written out says of its prompts; by their words, in the order of the text. */
export class PromptNames {
  readonly #byText = new Map<string, Placeholder[]>();
  readonly #longestFirst: readonly string[];

  /** @param properties root of docProps/custom.xml */
  constructor(properties?: XmlElement) {
    for (const property of childrenOf(properties, 'property')) {
      if (!property.attributes.name?.startsWith(promptProperty)) continue;
      const written = childOf(property, 'lpwstr')?.children.join('') ?? '';
      const read = promptSchema.safeParse(written);
      if (!read.success) continue;
      const [kind, key, text] = read.data;
      const known = this.#byText.get(text);
      if (known) known.push({ key, kind });
      else this.#byText.set(text, [{ key, kind }]);
    }
    this.#longestFirst = [...this.#byText.keys()].sort((one, other) => other.length - one.length);
  }

  /** The words of a stretch as prompts; those of one that was written over are none any more. */
  name(words: string): Piece[] {
    // A file without the list: exported before there was one.
    if (this.#byText.size === 0) return [{ length: words.length, placeholder: placeholderSchema.parse(unnamed) }];
    // A title parts it where it breaks its lines.
    const whole = this.#longestFirst.find((known) => known.length > words.length && known.includes(words));
    if (whole !== undefined && !this.#byText.has(words) && words.length > 1)
      return [{ length: words.length, placeholder: this.#byText.get(whole)![0]! }];
    const pieces: Piece[] = [];
    let from = 0;
    const put = (to: number, placeholder: Placeholder | null): void => {
      if (to > from) pieces.push({ length: to - from, placeholder });
      from = to;
    };
    for (let at = 0; at < words.length; ) {
      const text = this.#longestFirst.find((known) => words.startsWith(known, at));
      if (text === undefined) {
        at += 1;
        continue;
      }
      put(at, null);
      const names = this.#byText.get(text)!;
      at += text.length;
      // One name serves every place; several are those of one place each.
      put(at, names.length > 1 ? names.shift()! : names[0]!);
    }
    put(words.length, null);
    return pieces;
  }
}

const unnamed: Placeholder = { key: 'word', kind: 'text' };
