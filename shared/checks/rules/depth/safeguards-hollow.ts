import { foldedText } from '../../../recognise/lines/folded-text';
import type { DocumentCheck } from '../../types';
import { functionExamples } from '../completeness/function-examples';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

type Aspect = Readonly<{ id: string; title: string; message: string; words: RegExp; wrong: string }>;

const aspects: readonly Aspect[] = [
  {
    id: 'depth/safeguards-body',
    title: '保障措施写明由谁组织',
    message: '保障措施没有写由谁牵头组织。',
    words: /领导小组|专班|联席会议|指挥部|委员会|办公室|牵头|组织领导|统筹|协调|政府|部门|单位/,
    wrong: '资金支持。安排专项经费800万元，结果开展评价，向社会宣传。',
  },
  {
    id: 'depth/safeguards-money',
    title: '保障措施写明资金来源',
    message: '保障措施没有写资金、经费。',
    words: /资金|经费|财政|投入|预算|补助|奖补|金融|投资|税|贷/,
    wrong: '组织领导。由市市场监管局牵头统筹，每年开展评价考核，向社会宣传。',
  },
  {
    id: 'depth/safeguards-assessment',
    title: '保障措施写明怎样督促和评价',
    message: '保障措施没有写督查、考核或者评估。',
    words: /考核|督查|评估|检查|监督|通报|督导|评价|监测|问责|调度|跟踪|绩效|督促|激励|考评/,
    wrong: '组织领导。由市市场监管局牵头统筹，安排专项经费800万元，向社会宣传。',
  },
  {
    id: 'depth/safeguards-publicity',
    title: '保障措施写明宣传引导',
    message: '保障措施没有写宣传引导。',
    words: /宣传|氛围|舆论|培训|典型|宣讲|推广|引导|交流|公开|示范/,
    wrong: '组织领导。由市市场监管局牵头统筹，安排专项经费800万元，每年开展评价考核。',
  },
];

const section = (text: string): string =>
  functionExamples.complete.replace(
    /三、保障措施[\s\S]*?(?=\n云川市人民政府\n)/,
    `三、保障措施\n（一）${text}\n（二）${text}`,
  );

const hollow = ({ id, title, message, words, wrong }: Aspect): DocumentCheck => {
  const rule = {
    id,
    severity: 'hint',
    source: sources.functions,
    title,
    examples: { right: functionExamples.complete, wrong: section(wrong) },
  } as const;
  return {
    ...rule,
    reads: 'document',
    run: (_document, { functions, blocks }) => {
      const { state, places } = functions.safeguards;
      if (state !== 'present' && state !== 'thin') return [];
      const ids = new Set(places.flatMap(({ blockIds }) => blockIds));
      const own = blocks.filter(
        (block) => ids.has(block.id) && block.type !== 'signature' && block.type !== 'dateLine',
      );
      const [first] = own;
      return !first || own.some((block) => words.test(foldedText(block))) ? [] : [findBlock(rule, first, message)];
    },
  };
};

/** What safeguards rest on: a body, money, assessment, publicity. */
export const safeguardsHollow: readonly DocumentCheck[] = aspects.map(hollow);
