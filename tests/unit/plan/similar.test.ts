import { describe, expect, it } from 'vitest';
import { type ComparedText, compareTexts } from '../../../shared/plan/against/similar';

const text = (heading: string, words: string, chapter = ''): ComparedText => ({
  heading,
  words: `${heading}。${words}`,
  chapter,
});
const best = (ones: readonly ComparedText[], others: readonly ComparedText[]) =>
  ones.map((_, at) => compareTexts(ones, others).find(({ one }) => one === at)?.other ?? null);

describe('the likeness of texts', () => {
  const asked = [
    text('壮大护理队伍', '开展护理员职业技能培训，健全持证上岗制度。'),
    text('发展社区助餐', '办好老年食堂，推广中央厨房加社区配送。'),
    text('发展银发旅居', '打造山海旅居线路。'),
  ];
  const own = [
    text('办好老年食堂', '中央厨房做饭，社区配送到家。'),
    text('培训护理员', '每年开展护理员技能培训，实行持证上岗。'),
    text('推进适老化改造', '改造楼道扶手。'),
  ];

  it('puts the one beside the other that shares its rare words', () => {
    expect(best(asked, own)).toEqual([1, 0, null]);
  });

  it('says which words both have, the rarest first', () => {
    const found = compareTexts(asked, own).find(({ one, other }) => one === 1 && other === 0)!;
    expect(found.shared).toContain('中央厨房');
  });

  it('counts what a text stands under: of two alike the one in the like chapter is nearer', () => {
    const line = (chapter: string) => text('完善台账制度', '逐项登记，按月核对。', chapter);
    const likenesses = compareTexts(
      [line('规范电梯维保'), text('添置设备', '购置检测车。', '')],
      [line('整治餐饮油烟'), line('规范电梯维保')],
    );
    const score = (other: number) => likenesses.find((found) => found.one === 0 && found.other === other)!.score;
    expect(score(1)).toBeGreaterThan(score(0));
  });

  it('a text that resembles all others alike answers none of them as surely as one that resembles one', () => {
    const ones = [text('整治油烟', '安装净化设施，公示清洗记录。'), text('维保电梯', '更换老旧部件，按期检验。')];
    const [sure] = compareTexts(ones, [ones[0]!]);
    const [vague] = compareTexts(ones, [
      text('整治油烟、维保电梯', '安装净化设施，更换老旧部件，按期检验，公示清洗记录。'),
    ]);
    expect(sure!.score).toBeGreaterThan(vague!.score * 2);
  });

  it('nothing is alike where there is nothing', () => {
    expect(compareTexts([], own)).toEqual([]);
    expect(compareTexts(asked, [])).toEqual([]);
    expect(compareTexts([text('', '')], [text('', '')])).toEqual([]);
  });

  it('two plans of two hundred tasks are compared in less than a second', () => {
    // Words of two characters, some often and most seldom, as in a plan; the same ones each time.
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    const sign = () => String.fromCharCode(0x4e00 + next(2500));
    const vocabulary = Array.from({ length: 3000 }, () => sign() + sign());
    const words = (count: number) =>
      Array.from({ length: count }, () => vocabulary[Math.floor(next(3000) ** 2 / 3000)]).join('');
    const plan = () => Array.from({ length: 200 }, () => text(words(5), words(250), words(5)));
    const [above, below] = [plan(), plan()];
    // The quickest of three: other work on the machine is not what is measured.
    const times = [1, 2, 3].map(() => {
      const from = performance.now();
      expect(compareTexts(above, below).length).toBeGreaterThan(0);
      return performance.now() - from;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });
});
