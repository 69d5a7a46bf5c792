import type { Filing } from '../../../shared/document/filing';

/** What several documents have in common; `undefined` where they differ. */
export type CommonFiling = Readonly<{
  folder: string | null | undefined;
  tags: readonly string[];
  status: Filing['status'] | undefined;
}>;

const same = <Value>(values: readonly Value[]): Value | undefined =>
  values.every((value) => value === values[0]) ? values[0] : undefined;

export const commonFiling = (filings: readonly Filing[]): CommonFiling => ({
  folder: same(filings.map(({ folder }) => folder)),
  tags: (filings[0]?.tags ?? []).filter((tag) => filings.every(({ tags }) => tags.includes(tag))),
  status: same(filings.map(({ status }) => status)),
});

/** A filing with what was changed of the common one; what was left alone stays as each document has it. */
export const changeFiling = (filing: Filing, before: CommonFiling, after: CommonFiling): Filing => {
  const removed = before.tags.filter((tag) => !after.tags.includes(tag));
  const added = after.tags.filter((tag) => !before.tags.includes(tag) && !filing.tags.includes(tag));
  return {
    folder: after.folder === undefined ? filing.folder : after.folder,
    tags: [...filing.tags.filter((tag) => !removed.includes(tag)), ...added].slice(0, 12),
    status: after.status ?? filing.status,
  };
};

/** Tags as they are typed, divided by blanks, commas or 、; each once. */
export const readTags = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,，、;；]+/)
      .filter(Boolean)
      .map((tag) => tag.slice(0, 20)),
  ),
];
