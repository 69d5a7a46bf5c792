import type { Block } from '../../shared/document/block';
import type { GovDocument } from '../../shared/document/document';
import { blockText } from '../../shared/document/plain-text';
import { assessFunctions } from '../../shared/functions/assess-functions';
import { computeLabels } from '../../shared/numbering/compute-labels';
import { digit, pick, proseOf, replaceBlock, type Slip, withText } from './slip';

const mainBlocks = (document: GovDocument): readonly Block[] =>
  document.parts.find(({ kind }) => kind === 'main')?.children ?? [];

type Clause = Extract<Block, { type: 'clause' }>;

const numbered = (document: GovDocument): Clause[] =>
  mainBlocks(document).filter(
    (block): block is Clause =>
      block.type === 'clause' &&
      block.boxId === undefined &&
      block.numbered !== false &&
      block.sourceNumber === undefined,
  );

/** Gives a clause another number of its own kind. */
const renumber =
  (by: number): Slip['make'] =>
  (document, random) => {
    const labels = computeLabels(document);
    const clause = pick(
      numbered(document).filter(
        ({ id }) => /^\d{1,2}\.$/.test(labels.get(id) ?? '') && Number.parseInt(labels.get(id)!, 10) > 1,
      ),
      random,
    );
    const label = clause ? labels.get(clause.id) : undefined;
    return clause && label
      ? replaceBlock(document, clause, { ...clause, sourceNumber: `${Number.parseInt(label, 10) + by}.` })
      : null;
  };

/** Takes a function out where its own heading and all it serves make one chapter. */
const without =
  (name: 'goals' | 'safeguards'): Slip['make'] =>
  (document) => {
    const { requirement, places, state } = assessFunctions(document)[name];
    if (requirement !== 'required' || places.length === 0 || (state !== 'present' && state !== 'thin')) return null;
    if (places.some(({ evidence, confidence }) => evidence !== 'heading' || confidence < 0.9)) return null;
    const gone = new Set(places.flatMap(({ blockIds }) => blockIds));
    const parts = document.parts.map((part) => ({
      ...part,
      children: part.children.filter(({ id }) => !gone.has(id)),
    }));
    return parts.some(({ children }) => children.length === 0) ? null : { ...document, parts };
  };

const table = (rows: readonly (readonly string[])[]): Block => ({
  type: 'table',
  id: 'slip-table',
  children: rows.map((row) => ({ type: 'row', children: row.map((text) => ({ type: 'cell', children: [{ text }] })) })),
});

const addTable =
  (rows: (random: () => number) => readonly (readonly string[])[]): Slip['make'] =>
  (document, random) => {
    const place = pick(proseOf(document), random);
    return place ? replaceBlock(document, place, place, table(rows(random))) : null;
  };

/** Slips in titles, numbers, headings, tables and in what a document must have. */
export const slipsInStructure: readonly Slip[] = [
  { name: '编号跳号', rules: ['consistency/source-number'], make: renumber(1) },
  { name: '编号重复', rules: ['consistency/source-number'], make: renumber(-1) },
  { name: '缺保障措施', rules: ['completeness/safeguards-missing'], make: without('safeguards') },
  {
    name: '标题末尾有句号',
    rules: ['form/title-stop'],
    make: (document) => {
      const title = mainBlocks(document).find(({ type }) => type === 'title');
      return title ? replaceBlock(document, title, withText(title, `${blockText(title)}。`)) : null;
    },
  },
  {
    name: '一段话贴了两次',
    rules: ['consistency/paragraph-twice'],
    make: (document, random) => {
      const block = pick(
        proseOf(document).filter(({ type }) => type === 'paragraph'),
        random,
      );
      return block ? replaceBlock(document, block, block, { ...block, id: 'slip-again' }) : null;
    },
  },
  {
    name: '表中合计不对',
    rules: ['consistency/table-sum'],
    make: addTable((random) => {
      const [one, other] = [digit(random) * 10, digit(random) * 10];
      return [
        ['县区', '标准数'],
        ['东山县', `${one}`],
        ['南河县', `${other}`],
        ['合计', `${one + other + digit(random)}`],
      ];
    }),
  },
];
