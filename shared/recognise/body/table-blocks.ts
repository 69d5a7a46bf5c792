import type { Block, TableRow } from '../../document/block';
import { createId } from '../../document/block-id';
import { emptyStretch, joinCells, type Stretch } from '../lines/stretch';
import { leavesWithNotes, markLeaves } from '../source-marks';
import type { SourceTable } from '../types';
import type { ReadBlock } from './read-block';
import type { BodyParagraph } from './read-paragraphs';
import type { CellTable } from './rebuild-tables';

/** Limits of a table in the document's schema. */
const mostRows = 2000;
const mostCells = 64;

type SourceCell = SourceTable['rows'][number][number];

/** Cells beyond the limit are kept in the last one. */
const readCells = (row: readonly SourceCell[]): SourceCell[] =>
  row.length <= mostCells
    ? [...row]
    : [
        ...row.slice(0, mostCells - 1),
        {
          text: row
            .slice(mostCells - 1)
            .map((cell) => cell.text)
            .join('\t'),
        },
      ];

/** A Word table as blocks; one with more rows than the schema allows becomes several. */
export const tableBlocks = (table: SourceTable, line: number): ReadBlock[] => {
  const rows = table.rows
    .filter((row) => row.length > 0)
    .map((row, at) => ({
      type: 'row' as const,
      ...(at < (table.headRows ?? 0) && { header: true as const }),
      children: readCells(row).map(({ text, colSpan = 1, rowSpan = 1, notes, looks, kind }) => ({
        type: 'cell' as const,
        ...(colSpan > 1 && { colSpan: Math.min(colSpan, mostCells) }),
        ...(rowSpan > 1 && { rowSpan: Math.min(rowSpan, mostRows) }),
        ...(kind && { kind }),
        children: markLeaves(leavesWithNotes(text, notes), looks),
      })),
    }));
  const blocks: ReadBlock[] = [];
  for (let from = 0; from < rows.length; from += mostRows) {
    const caption = from === 0 ? table.caption : undefined;
    const block: Block = {
      type: 'table',
      id: createId(),
      ...(caption !== undefined && { caption }),
      children: rows.slice(from, from + mostRows),
    };
    blocks.push({ block, stretch: emptyStretch, line, number: null, rawNumber: null });
  }
  return blocks;
};

/** A table rebuilt from lines; its stretch knows the line of each cell. */
export const cellTableBlock = (lines: readonly BodyParagraph[], table: CellTable): ReadBlock => {
  const rows = table.rows.map(
    (row, at): TableRow => ({
      type: 'row',
      ...(at < table.headRows && { header: true }),
      children: row.map(({ at, colSpan, rowSpan }) => ({
        type: 'cell',
        ...(colSpan !== undefined && colSpan > 1 && { colSpan }),
        ...(rowSpan !== undefined && rowSpan > 1 && { rowSpan }),
        children: [{ text: at === null ? '' : lines[at]!.stretch.text }],
      })),
    }),
  );
  const stretch: Stretch = joinCells(
    table.rows.map((row) => row.map(({ at }) => (at === null ? emptyStretch : lines[at]!.stretch))),
  );
  return {
    block: { type: 'table', id: createId(), children: rows },
    stretch,
    line: stretch.spans[0]?.line ?? 1,
    number: null,
    rawNumber: null,
  };
};
