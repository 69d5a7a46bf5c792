import type { Block } from '../../document/block';
import { byBlock } from '../../document/by-block';
import type { GovDocument } from '../../document/document';
import { fold } from '../../recognise/lines/fold';
import { foldedText } from '../../recognise/lines/folded-text';
import type { IndicatorRow } from './indicator-table';

const clausesOf = byBlock((block: Block): readonly string[] =>
  block.type === 'table' ? [] : foldedText(block).split(/[，。；]/),
);
const all = /全部|均|都|全面|所有|各|全覆盖/;
/** So many of the pairs of characters of a row stand in one clause of the text. */
const mostlyThere = 0.8;
const isThere = (part: string, clause: string): boolean => {
  const words = part.replace(/[“”\s（）]/g, '');
  if (words.length < 6 || clause.length < 6) return false;
  let found = 0;
  for (let at = 0; at + 1 < words.length; at += 1) if (clause.includes(words.slice(at, at + 2))) found += 1;
  return found >= mostlyThere * (words.length - 1);
};

/** What was asked of a block before: only a changed one is searched again. */
const asked = byBlock(() => new Map<string, boolean>());
const says = (block: Block, name: string, wholly: boolean): boolean => {
  const known = asked(block);
  const key = `${wholly}${name}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const parts = fold(name).split(/[，；。]/);
  const said = parts.every((part) =>
    clausesOf(block).some((clause) => (!wholly || all.test(clause)) && isThere(part, clause)),
  );
  known.set(key, said);
  return said;
};

/**
 * Rows of a table that the text need not say in numbers, marked where it says them in words: 企业全部通过认证 is 100%, and
 * a row without a number (争创国家级示范区｜—) is a sentence.
 */
export const markSaidInWords = (
  rows: readonly IndicatorRow[],
  { parts }: Pick<GovDocument, 'parts'>,
): readonly IndicatorRow[] =>
  rows.map((row) => {
    const wholly = row.value === '100' && row.unit === '%';
    if (!wholly && row.value !== '') return row;
    const said = parts.some(({ children }) => children.some((block) => says(block, row.name, wholly)));
    return said ? { ...row, inWords: true } : row;
  });
