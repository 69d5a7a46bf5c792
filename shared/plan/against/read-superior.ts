import { createId } from '../../document/block-id';
import type { GovDocument } from '../../document/document';
import { mostSuperiorItems, type Superior, type SuperiorItem } from '../../document/superior';
import { assessFunctions } from '../../functions/assess-functions';
import { blockFunctions } from '../../functions/block-functions';
import { documentTitle } from '../../layout/document-title';
import type { Indicator } from '../indicators/indicator';
import { readPlan } from '../read-plan';
import { taskTexts } from '../tasks/task-words';

/** Whether less of it is better: a ceiling, or a fall. */
export const wantsLess = (
  { bound, change, name }: Pick<Indicator, 'bound' | 'change' | 'name'>,
  phrase: string,
): boolean =>
  bound === 'at-most' ||
  (change && /下降|降低|减少|压减|压缩|缩短|缩减|降/.test(phrase)) ||
  /死亡率|失业率|排放|能耗|投诉率|办结时限|办理时间|响应时间/.test(name);

/** Frequent characters that only traditional texts have. */
const traditional = /[國業產質發實經會個對為與學門車東過進還這時說關電話長見現點務體總統廣應當]/g;
const isTraditional = ({ parts }: GovDocument): boolean => {
  const text = JSON.stringify(parts);
  return (text.match(traditional)?.length ?? 0) > text.length / 100;
};

/**
 * What a superior document asks for: its values and its tasks, in its order; one in traditional characters in
 * simplified ones, so that its words can be held against ours.
 */
export const readSuperior = async (given: GovDocument): Promise<Superior> => {
  // The dictionary is large and seldom needed.
  const document = isTraditional(given)
    ? (await import('../../wording/to-mainland')).toMainland(given).document
    : given;
  const { indicators, tasks } = readPlan(document, blockFunctions(assessFunctions(document)));
  const texts = new Map(
    document.parts.flatMap(({ children }) =>
      children.map(
        (block) =>
          [
            block.id,
            'children' in block && block.type !== 'table' ? block.children.map(({ text }) => text).join('') : '',
          ] as const,
      ),
    ),
  );
  const values = indicators.map((one): SuperiorItem => {
    const phrase = (texts.get(one.blockId) ?? '').slice(one.start, one.end);
    return {
      kind: 'indicator',
      text: one.name.slice(0, 100),
      value: one.value.slice(0, 40),
      unit: one.unit.slice(0, 40),
      year: one.year,
      ...(wantsLess(one, phrase) && { less: true as const }),
      ...(one.change && { change: true as const }),
    };
  });
  const words = taskTexts(document, tasks);
  const work = tasks.map(
    ({ text, deadline }, at): SuperiorItem => ({
      kind: 'task',
      text: text.slice(0, 300),
      words: words[at]!.words.slice(0, 1000),
      ...(words[at]!.chapter && { chapter: words[at]!.chapter.slice(0, 100) }),
      ...(deadline !== null && { deadline: deadline.slice(0, 60) }),
    }),
  );
  return {
    id: createId(),
    title: documentTitle(document).slice(0, 300),
    items: [...values, ...work].slice(0, mostSuperiorItems),
    decisions: [],
  };
};
