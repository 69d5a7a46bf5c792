/** What is looked for, as the parts of a regular expression, in texts none of which a hit can leave. */
export type SearchRequest = Readonly<{ source: string; flags: string; texts: readonly string[] }>;

/** A hit: which text, where in it, and what the groups caught (the whole hit first). */
export type SearchHit = Readonly<{ text: number; start: number; groups: readonly string[] }>;

/** More hits than that are no help to anybody; the search stops there. */
export const mostHits = 10_000;

/** All hits in order, empty ones left out. A pattern can take for ever: call it where it can be stopped. */
export const searchTexts = ({ source, flags, texts }: SearchRequest): readonly SearchHit[] => {
  const pattern = new RegExp(source, flags);
  const hits: SearchHit[] = [];
  for (const [text, content] of texts.entries())
    for (const match of content.matchAll(pattern)) {
      if (match[0] === '') continue;
      hits.push({ text, start: match.index, groups: [...match].map((group) => group ?? '') });
      if (hits.length === mostHits) return hits;
    }
  return hits;
};
