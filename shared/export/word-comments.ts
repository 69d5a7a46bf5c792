/** A remark beside the text of a Word file, on the block it is about; null: about the whole document. */
export type WordComment = Readonly<{ blockId: string | null; lines: readonly string[] }>;

/** Who remarks, and when (milliseconds since 1970). */
export type WordComments = Readonly<{
  author: string;
  initials: string;
  at: number;
  comments: readonly WordComment[];
}>;
