/** What the official format is checked for, by the numbers of its list; each is measured on every document it fits. */
export const checkNames: Readonly<Record<number, string>> = {
  1: 'paper is A4',
  2: 'margins are those of the profile',
  3: '22 lines fit and fill the type area',
  4: '28 characters fit a line, 29 do not',
  5: 'paragraphs of the text have the exact pitch, no space around',
  6: 'no widow control, no grid, no automatic spacing, no hanging punctuation',
  7: 'character grid and run spacing are not mixed',
  8: 'faces by name, none by theme',
  9: 'Chinese quotes, dashes and ellipses are hinted',
  10: 'sizes by style',
  11: 'title upright, black, centred',
  12: 'red only in mark, rule and the lines of a letter',
  13: 'first lines indented by two characters',
  14: 'no spaces or tabs as indents',
  15: 'page numbers odd right, even left, fields in runs of their own',
  16: 'the red rule is the border of 发文字号',
  17: 'blank lines: 2, 2, 1, 1',
  18: '发文字号 well formed, 签发人 of upward documents',
  19: '成文日期 well formed and indented',
  20: '附件说明 without punctuation, hanging',
  21: 'attachments on new pages, label, blank line, title',
  22: '附件说明 and attachments agree',
  23: '版记 floats to the foot, its rules, 。 and 印发',
  24: 'valid against the schema',
  25: 'outline levels, named styles',
  26: 'tables fit, head rows repeat, no exact rows',
  27: 'properties name nobody, no comments, no revisions',
  28: 'pages are A4 in print',
  29: 'full pages have 22 lines of the pitch',
  30: 'full lines have 28 characters, nothing outside the type area',
  31: 'page 1 shows text',
  32: 'mark, red rule and double rules on their places',
  33: 'title two lines below the rule, lines of at most 20 characters, 梯形 or 菱形',
  34: 'page numbers on their places',
  35: '版记 at the foot of the last page',
  36: '署名 and 成文日期 on a page with text',
  37: 'fonts asked for, or their substitutes, are embedded',
  38: 'no heading is the last line of a page',
  39: 'the text is there, whole and in order',
  40: 'as many pages in the app as in the other program',
};

/** Which checks were measured, and what they found. */
export type CheckLog = Readonly<{
  /** Notes that a check was measured, with what is wrong; nothing means that all is well. */
  check(number: number, ...problems: readonly string[]): void;
  measured: ReadonlySet<number>;
  failures: readonly Readonly<{ check: number; text: string }>[];
}>;

/** @param place put before each problem: where the pages come from */
export const startLog = (place = ''): CheckLog => {
  const measured = new Set<number>();
  const failures: { check: number; text: string }[] = [];
  return {
    measured,
    failures,
    check: (number, ...problems) => {
      measured.add(number);
      for (const text of problems) failures.push({ check: number, text: `§6.${number} ${place}${text}` });
    },
  };
};

/** The list with the documents each check was measured on; a check measured on none is a failure of the run. */
export const checkTable = (
  logs: readonly (readonly CheckLog[])[],
): Readonly<{ lines: string[]; missing: number[] }> => {
  const rows = Object.entries(checkNames).map(([key, name]) => {
    const number = Number(key);
    const documents = logs.filter((each) => each.some(({ measured }) => measured.has(number))).length;
    const failed = logs.filter((each) => each.some(({ failures }) => failures.some(({ check }) => check === number)));
    return { number, name, documents, failed: failed.length };
  });
  return {
    lines: rows.map(
      ({ number, name, documents, failed }) =>
        `${documents === 0 ? '?' : failed > 0 ? '✗' : '✓'} §6.${number}`.padEnd(9) +
        ` ${name}: ${documents} documents${failed > 0 ? `, ${failed} fail` : ''}`,
    ),
    missing: rows.flatMap(({ number, documents }) => (documents === 0 ? [number] : [])),
  };
};
