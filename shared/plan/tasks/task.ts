/** A piece of work with who does it and until when. */
export type Task = Readonly<{
  /** The heading or item that states it. */
  blockId: string;
  /** Its first words, without number and closing 。. */
  text: string;
  /** Names as the text writes them. */
  lead: readonly string[];
  support: readonly string[];
  /** In the words of the text: 2026年底前; null when nothing says it. */
  deadline: string | null;
  /** 成果形式: what is to be there at the end (出台实施方案, 形成报告); null when nothing says it. */
  outcome: string | null;
  /** The stretch of a sentence that says the deadline; null when a unit note does, or nothing. */
  deadlineAt: Readonly<{ blockId: string; start: number; end: number }> | null;
  /** The last block that belongs to it, behind which a note of its own would stand. */
  endBlockId: string;
  /** Where its units are written: a unit note, the sentence itself, a note of the chapter above; null when nowhere. */
  unitsFrom: Readonly<{ blockId: string; how: 'note' | 'prose' | 'inherited' }> | null;
}>;
