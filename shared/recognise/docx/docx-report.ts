import { isElement, type XmlElement } from '../../file/parse-xml';
import type { Doubt } from '../types';

/** How tracked changes are read. */
export type Revisions = 'accepted' | 'rejected';

/** What a change adds and what it takes away; rejected, each is the other. */
const added: ReadonlySet<string> = new Set(['ins', 'moveTo']);
const removed: ReadonlySet<string> = new Set(['del', 'moveFrom']);

/** What is said of a file while it is read: where reading stands, what was passed over or guessed. */
export class DocxReport {
  /** Paragraphs read so far. */
  line = 0;
  readonly #skipped: Doubt[] = [];
  readonly #bullets: number[] = [];
  readonly #changed = new Set<number>();
  readonly #dropped: ReadonlySet<string>;

  constructor(revisions: Revisions) {
    this.#dropped = revisions === 'accepted' ? removed : added;
  }

  /** Something of the paragraph being read that is not in its text. */
  skip(message: string): void {
    const line = Math.max(this.line, 1);
    this.#skipped.push({ line, blockId: null, message: `第${line}段：${message}。` });
  }

  /** A sign of a list that was read as a dash. */
  bullet(line: number): void {
    this.#bullets.push(line);
  }

  /** Text that a tracked change takes away, the way changes are read. */
  isDropped(element: XmlElement): boolean {
    if (!added.has(element.name) && !removed.has(element.name)) return false;
    this.#changed.add(Math.max(this.line, 1));
    return this.#dropped.has(element.name);
  }

  /** Whether the properties of a paragraph mark or a row say that it is taken away. */
  isTakenAway(properties: XmlElement | undefined): boolean {
    const changes = (properties?.children ?? []).filter(isElement);
    return changes.some((change) => this.isDropped(change));
  }

  /** What was passed over or guessed, in order; bullets and tracked changes are said once. */
  doubts(): readonly Doubt[] {
    const once = (lines: readonly number[], say: (count: number) => string): Doubt[] =>
      lines[0] === undefined
        ? []
        : [{ line: lines[0], blockId: null, message: `第${lines[0]}段起：${say(lines.length)}，请核对。` }];
    const taken = this.#dropped === removed ? '接受' : '拒绝';
    return [
      ...once(this.#bullets, (count) => `有 ${count} 段的项目符号读成了破折号`),
      ...once([...this.#changed], (count) => `有 ${count} 段带修订标记，已按全部${taken}修订读入`),
      ...this.#skipped,
    ];
  }
}
