import type { Block } from '../../document/block';
import type { GovDocument } from '../../document/document';
import type { DocumentFunction } from '../../functions/types';
import { fold } from '../../recognise/lines/fold';
import type { ShownIndicator } from '../indicators/shown-indicators';
import type { Task } from '../tasks/task';
import { byUnit } from '../tasks/task-table';
import { blockWords, quoted } from './derived-part';
import { type Basis, readBases } from './read-bases';
import { type Chapter, readChapters } from './read-chapters';

/** A plan and what was read of it. */
export type PlanRead = Readonly<{
  document: Pick<GovDocument, 'parts' | 'meta'>;
  functions: ReadonlyMap<string, DocumentFunction>;
  indicators: readonly ShownIndicator[];
  tasks: readonly Task[];
}>;

/** An indicator in the words of the text. */
export type IndicatorFact = Readonly<{
  blockId: string;
  words: string;
  year: number | null;
  kind: ShownIndicator['kind'];
  based: boolean;
}>;

/** What 起草说明 and 政策解读 are made of. */
export type PlanFacts = Readonly<{
  title: string;
  /** 《云川市养老服务提升实施方案》; 本文件 where the plan has no title. */
  name: string;
  /** 《实施方案》, as it is called from then on; the same as `name` where there is no shorter one. */
  short: string;
  /** Who issues it; empty while nobody does. */
  issuer: string;
  /** 发文字号; empty while it has none. */
  number: string;
  /** What it is for, without 为: the first words of the text; empty where they do not say. */
  purpose: string;
  purposeAt: string | null;
  bases: readonly Basis[];
  chapters: readonly Chapter[];
  attachments: readonly string[];
  /** Phrases of the indicators as the text has them. */
  indicators: readonly IndicatorFact[];
  /** Blocks that serve as goals. */
  goalIds: ReadonlySet<string>;
  tasks: readonly Task[];
  units: ReturnType<typeof byUnit>;
  /** The sentence that says from when on it holds and for how long; empty where none does. */
  effect: string;
  effectAt: string | null;
}>;

const shortNames =
  /(?:实施意见|指导意见|实施方案|工作方案|行动计划|行动方案|工作计划|实施细则|若干措施|若干政策|政策措施|规划纲要|规划|纲要|意见|方案|计划|办法|措施|细则|规定|通知)$/;
const opening = /^为(?:了)?([^。]{6,200}?)，(?:根据|依据|按照|遵照|遵循|参照|结合|经|现|特|制定|提出|编制|出台)/;
const inForce =
  /^(?:（.{1,3}）)?(?:本|自|《).*(?:自[^，。；]{2,24}起(?:施行|实施|执行|生效)|有效期(?:至|为|\d|[一二三四五两]))/;

const titleOf = (blocks: readonly Block[]): string => {
  const title = blocks.find(({ type }) => type === 'title');
  return title ? blockWords(title) : '';
};

/** What stands between 为 and the sentence's bases or its verb. */
const purposeIn = (words: string): string => {
  const found = opening.exec(fold(words));
  const from = found ? found[0].indexOf(found[1]!) : 0;
  return found ? words.slice(from, from + found[1]!.length) : '';
};

/** The first sentence of some blocks that matches. */
const findSentence = (blocks: readonly Block[], pattern: RegExp): Readonly<{ words: string; id: string }> | null => {
  for (const block of blocks) {
    const words =
      block.type === 'table'
        ? undefined
        : blockWords(block)
            .match(/[^。]+/g)
            ?.find((one) => pattern.test(one));
    if (words !== undefined) return { words, id: block.id };
  }
  return null;
};

/** Title, issuer, bases, chapters, indicators and units of a plan; nothing that its text does not say. */
export const readFacts = ({ document, functions, indicators, tasks }: PlanRead): PlanFacts => {
  const { parts, meta } = document;
  const main = parts.find(({ kind }) => kind === 'main');
  const blocks = main?.children ?? [];
  const texts = new Map(parts.flatMap(({ children }) => children.map((block) => [block.id, block] as const)));
  const title = titleOf(blocks);
  const plain = fold(title).replace(/（[^（）]*）$/, '');
  const kindAt = shortNames.exec(plain)?.index;
  const kind = kindAt === undefined ? undefined : title.slice(kindAt, plain.length);
  const name = title === '' ? '本文件' : quoted(title);
  const signatures = parts.flatMap(({ children }) => children.filter(({ type }) => type === 'signature'));
  const signed = [...new Set(signatures.map((block) => blockWords(block)))].filter((words) => words !== '');
  const issuer = signed.length > 0 ? signed.join('、') : (meta.issuingOrgan ?? '').split('\n').join('、');
  const paragraphs = blocks.filter(({ type }) => type === 'paragraph');
  const said = paragraphs.find((block) => opening.test(fold(blockWords(block))));
  const effect = findSentence(
    parts.filter((part) => part.kind !== 'attachment').flatMap(({ children }) => children),
    inForce,
  );
  return {
    title,
    name,
    short: kind === undefined || kind === title ? name : `《${kind}》`,
    issuer,
    number: meta.documentNumber ?? '',
    purpose: said ? purposeIn(blockWords(said)) : '',
    purposeAt: said?.id ?? null,
    bases: readBases(document, functions, title),
    chapters: main ? readChapters(main, functions) : [],
    attachments: parts.filter((part) => part.kind === 'attachment').map(({ children }) => titleOf(children)),
    indicators: indicators.map((one) => {
      const block = texts.get(one.blockId);
      const written =
        block && !one.read ? blockWords(block, one.start, one.end).replace(/^[，、；：和及]+|[，、；：。]+$/g, '') : '';
      return {
        blockId: one.blockId,
        words: written === '' ? `${one.name}${one.value}${one.unit}` : written,
        year: one.year,
        kind: one.kind,
        based: one.base !== null,
      };
    }),
    goalIds: new Set([...functions].flatMap(([id, serves]) => (serves === 'goals' ? [id] : []))),
    tasks,
    units: byUnit(tasks),
    effect: effect?.words ?? '',
    effectAt: effect?.id ?? null,
  };
};
