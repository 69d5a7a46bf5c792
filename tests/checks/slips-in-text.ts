import { digit, inserted, insertedTwice, inText, pick, type Slip } from './slip';

const drop = (mark: string): Slip['make'] =>
  inText((text, random) => {
    const at = pick(
      [...text.matchAll(new RegExp(mark, 'g'))].map(({ index }) => index),
      random,
    );
    return at === undefined ? null : text.slice(0, at) + text.slice(at + 1);
  });

const double = (pattern: RegExp): Slip['make'] =>
  inText((text, random) => {
    const match = pick([...text.matchAll(pattern)], random);
    return match ? text.slice(0, match.index) + match[0] + text.slice(match.index) : null;
  });

const swap = (pairs: readonly (readonly [string, string])[]): Slip['make'] =>
  inText((text, random) => {
    const pair = pick(
      pairs.filter(([right]) => text.includes(right)),
      random,
    );
    return pair ? text.replace(pair[0], pair[1]) : null;
  });

const subjects = ['电机标准', '茶叶标准', '陶瓷标准', '检验检测', '计量服务', '认证服务'] as const;
const subject = (random: () => number): string => pick(subjects, random) ?? subjects[0];
const number = (random: () => number): string => `云政发〔202${digit(random) % 6}〕${digit(random) * 7}号`;

/** Slips within a paragraph, and between two. */
export const slipsInText: readonly Slip[] = [
  { name: '右括号漏了', rules: ['form/unpaired-marks'], make: drop('）') },
  { name: '左书名号漏了', rules: ['form/unpaired-marks'], make: drop('《') },
  { name: '右引号漏了', rules: ['form/unpaired-marks'], make: drop('”') },
  { name: '逗号打了两次', rules: ['form/repeated-punctuation'], make: double(/，/g) },
  { name: '段末没有句号', rules: ['form/missing-stop'], make: inText((text) => text.slice(0, -1)) },
  { name: '段末是逗号', rules: ['form/missing-stop'], make: inText((text) => `${text.slice(0, -1)}，`) },
  {
    name: '“等”前有顿号',
    rules: ['form/comma-before-deng'],
    make: inText((text) =>
      /[\u4e00-\u9fff]等[工方部单多]/.test(text)
        ? text.replace(/(?<=[\u4e00-\u9fff])等(?=[工方部单多])/, '、等')
        : null,
    ),
  },
  { name: '“的”打了两次', rules: ['wording/doubled-words'], make: double(/(?<=[制体发工展建设理务化])的(?=[一-龥])/g) },
  { name: '词语打了两次', rules: ['wording/doubled-words'], make: double(/加强|推进|完善|建立|开展|落实|提高|加快/g) },
  {
    name: '数字是全角',
    rules: ['form/full-width-digits'],
    make: inText((text) =>
      /\d/.test(text)
        ? text.replace(/\d+/, (digits) =>
            [...digits].map((each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).join(''),
          )
        : null,
    ),
  },
  {
    name: '其他写作其它',
    rules: ['wording/others'],
    make: inserted((random) => `其它${subject(random)}工作同步推进。`),
  },
  {
    name: '别字',
    rules: ['wording/slips'],
    make: swap([
      ['部署', '布署'],
      ['台账', '台帐'],
      ['作为', '做为'],
      ['覆盖', '复盖'],
      ['贯彻', '贯澈'],
      ['竞争', '竟争'],
      ['部分', '部份'],
      ['措施', '措失'],
      ['精简', '精减'],
      ['即使', '既使'],
      ['制度', '制渡'],
      ['年度', '年渡'],
    ]),
  },
  {
    name: '截至写作截止',
    rules: ['wording/until'],
    make: inserted((random) => `截止202${digit(random) % 6}年底，全市有${subject(random)}${digit(random)}0项。`),
  },
  {
    name: '不存在的日期',
    rules: ['form/date-impossible', 'form/month-day'],
    make: inserted(
      (random) =>
        pick(
          [
            '2026年2月30日前报送方案。',
            '每年4月31日前报送总结。',
            '2027年6月31日前完成编制。',
            '2026年13月5日前完成评审。',
          ],
          random,
        ) ?? '',
    ),
  },
  {
    name: '年份范围用短横',
    rules: ['form/year-range'],
    make: inserted((random) => `202${digit(random) % 5}-2030年，分批制定${subject(random)}。`),
  },
  {
    name: '年份范围颠倒',
    rules: ['consistency/year-reversed'],
    make: inserted((random) => `2030—202${digit(random) % 6}年，分批制定${subject(random)}。`),
  },
  {
    name: '百分数范围缺百分号',
    rules: ['form/percent-range'],
    make: inserted((random) => `${subject(random)}覆盖率每年提高${digit(random)}～${digit(random) + 9}%。`),
  },
  {
    name: '数值范围用短横',
    rules: ['form/number-range'],
    make: inserted((random) => `每年制定${subject(random)}${digit(random)}-${digit(random) + 9}项。`),
  },
  {
    name: '约数重复',
    rules: ['form/double-approximation'],
    make: inserted((random) => `培训专员${pick(['约300人左右', '不少于300人以上', '超过300人以上'], random)}。`),
  },
  {
    name: '日写作号',
    rules: ['form/day-hao'],
    make: inserted((random) => `${digit(random)}月${digit(random)}号前报送${subject(random)}清单。`),
  },
  {
    name: '日期编虚位',
    rules: ['form/padded-date'],
    make: inserted((random) => `2026年0${digit(random)}月0${digit(random)}日前报送${subject(random)}清单。`),
  },
  {
    name: '指标缺单位',
    rules: ['depth/number-without-unit'],
    make: inserted((random) => `${subject(random)}覆盖率达到${digit(random)}5，服务企业稳步增加。`),
  },
  {
    name: '五年规划缺引号',
    rules: ['form/five-year-quotes'],
    make: inserted((random) => `十五五时期持续完善${subject(random)}体系。`),
  },
  {
    name: '防止加否定',
    rules: ['wording/double-negation'],
    make: inserted((random) => `防止${subject(random)}问题不再发生。`),
  },
  {
    name: '减少几倍',
    rules: ['wording/decline-times'],
    make: inserted((random) => `办理时间减少${digit(random)}倍。`),
  },
  {
    name: '引用文号缺号字',
    rules: ['consistency/number-without-hao'],
    make: inserted((random) => `落实《云川市${subject(random)}提升方案》（${number(random).slice(0, -1)}）要求。`),
  },
  {
    name: '引用文号加第',
    rules: ['form/number-padded'],
    make: inserted((random) => `落实《云川市${subject(random)}提升方案》（云政发〔2025〕第${digit(random)}号）要求。`),
  },
  {
    name: '先文号后标题',
    rules: ['form/number-before-title'],
    make: inserted((random) => `落实${number(random)}《云川市${subject(random)}提升方案》要求。`),
  },
  {
    name: '一份文件两个文号',
    rules: ['consistency/quoted-numbers'],
    make: insertedTwice((random) => {
      const title = `《云川市${subject(random)}提升方案》`;
      return [
        `落实${title}（云政发〔2025〕${digit(random)}号）要求。`,
        `与${title}（云政发〔2025〕1${digit(random)}号）衔接。`,
      ];
    }),
  },
  {
    name: '一个文号两个标题',
    rules: ['consistency/quoted-titles'],
    make: insertedTwice((random) => {
      const said = number(random);
      return [
        `落实《云川市${subject(random)}提升方案》（${said}）要求。`,
        `与《云川市农贸市场改造计划》（${said}）衔接。`,
      ];
    }),
  },
  {
    name: '引用标题错一字',
    rules: ['consistency/near-titles'],
    make: insertedTwice((random) => {
      const name = subject(random);
      return [
        `落实《云川市${name}服务提升行动方案》要求。`,
        `与《云川市${name}${pick(['服务提高行动方案', '务提升行动方案', '服务提升行动方按'], random)}》衔接。`,
      ];
    }),
  },
  {
    name: '一是二是缺项',
    rules: ['consistency/yi-shi'],
    make: inserted((random) => {
      const name = subject(random);
      return `一是编制${name}体系。二是建设${name}平台。四是培训${name}人员。`;
    }),
  },
  {
    name: '同一指标两个数值',
    rules: ['consistency/indicator-values'],
    make: insertedTwice((random) => {
      const name = subject(random);
      const value = digit(random);
      return [`到2028年，全市${name}覆盖率达到${value}0%。`, `到2028年，全市${name}覆盖率达到${value}5%。`];
    }),
  },
  {
    name: '单位简称不一',
    rules: ['consistency/unit-mixed'],
    make: insertedTwice(
      (random) =>
        pick(
          [
            ['由市发展改革委安排项目。', '由市发改委统筹资金。'],
            ['由市住房城乡建设局牵头。', '由市住建局抓好落实。'],
            ['由市人力资源社会保障局牵头。', '由市人社局抓好落实。'],
          ] as const,
          random,
        ) ?? ['', ''],
    ),
  },
];
