import type { SetAsideLine } from '../../document/document';
import { isElement, type XmlElement } from '../../file/parse-xml';
import type { Doubt } from '../types';

/** How tracked changes are read: as accepted, as rejected, or as accepted and each listed to be looked at. */
export type Revisions = 'accepted' | 'rejected' | 'review';

/** What a change adds and what it takes away; rejected, each is the other. */
const added: ReadonlySet<string> = new Set(['ins', 'moveTo']);
const removed: ReadonlySet<string> = new Set(['del', 'moveFrom']);

/** What is said of a file while it is read: where reading stands, what was passed over or guessed. */
export class DocxReport {
  /** Paragraphs read so far. */
  line = 0;
  /** Words of the file that are no part of its text, each behind what it is. */
  readonly aside: SetAsideLine[] = [];
  /** Tracked changes met so far. */
  changes = 0;
  readonly #skipped: Doubt[] = [];
  readonly #bullets: number[] = [];
  readonly #changed = new Set<number>();
  readonly #revisions: Revisions;

  constructor(revisions: Revisions) {
    this.#revisions = revisions;
  }

  /** The kind of change that an element tracks and that is listed for review; null for everything else. */
  reviewed({ name }: XmlElement): 'added' | 'removed' | null {
    if (this.#revisions !== 'review') return null;
    return added.has(name) ? 'added' : removed.has(name) ? 'removed' : null;
  }

  /** Something of the paragraph being read that is not in its text. */
  skip(message: string): void {
    const line = Math.max(this.line, 1);
    this.#skipped.push({ line, blockId: null, message: `第${line}段：${message}。` });
  }

  /** Words of the paragraph being read that do not belong in the text. */
  setAside(what: string, text: string): void {
    if (text.trim() !== '') this.aside.push({ line: Math.max(this.line, 1), text: `${what}：${text.trim()}` });
  }

  /** Words that a change takes away as a whole, where each change is to be looked at. */
  setAsideChange(what: string, text: string): void {
    if (this.#revisions === 'review') this.setAside(what, text);
  }

  /** A sign of a list that was read as a dash. */
  bullet(line: number): void {
    this.#bullets.push(line);
  }

  /** Text that a tracked change takes away, the way changes are read. */
  isDropped({ name }: XmlElement): boolean {
    if (!added.has(name) && !removed.has(name)) return false;
    this.#changed.add(Math.max(this.line, 1));
    this.changes += 1;
    return (this.#revisions === 'rejected' ? added : removed).has(name);
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
    const taken = this.#revisions === 'rejected' ? '拒绝' : '接受';
    return [
      ...once(this.#bullets, (count) => `有 ${count} 段的项目符号读成了破折号`),
      ...once(
        this.#revisions === 'review' ? [] : [...this.#changed],
        (count) => `有 ${count} 段带修订标记，已按全部${taken}修订读入`,
      ),
      ...this.#skipped,
    ];
  }
}
