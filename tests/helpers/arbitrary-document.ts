import * as fc from 'fast-check';
import type { Block, Level } from '../../shared/document/block';
import type { GovDocument, Numbering, Part } from '../../shared/document/document';

const phrases = [
  '推进标准化建设',
  '完善服务网络',
  '到2028年底建成12个站点。',
  '市民政局牵头',
  '',
  'ABC-12',
  '加强统筹。各区分头实施。',
];
const text = fc.constantFrom(...phrases).map((value) => [{ text: value }]);
const level = fc.constantFrom<Level>(1, 2, 3, 4);

type Seed = Readonly<{ make: (id: string, boxId: string) => Block; inBox: boolean }>;

const clause: fc.Arbitrary<Seed> = fc
  .record({
    level,
    children: text,
    runIn: fc.boolean(),
    unnumbered: fc.boolean(),
    restart: fc.boolean(),
    fixed: fc.option(fc.constantFrom('三、', '（九）'), { nil: undefined, freq: 8 }),
    inBox: fc.boolean(),
  })
  .map(({ level, children, runIn, unnumbered, restart, fixed, inBox }) => ({
    inBox,
    make: (id, boxId) => ({
      type: 'clause',
      id,
      level,
      children,
      ...(inBox && { boxId }),
      ...(runIn && { runIn: true as const }),
      ...(unnumbered && { numbered: false as const }),
      ...(restart && { restart: true as const }),
      ...(fixed && { fixedLabel: fixed }),
    }),
  }));

const plain: fc.Arbitrary<Seed> = fc
  .record({ type: fc.constantFrom('paragraph', 'dash', 'responsibility'), children: text, inBox: fc.boolean() })
  .map(({ type, children, inBox }) => ({
    inBox,
    make: (id, boxId) => ({ type, id, children, ...(inBox && { boxId }) }) as Block,
  }));

const picture: fc.Arbitrary<Seed> = fc.record({ children: text, inBox: fc.boolean() }).map(({ children, inBox }) => ({
  inBox,
  make: (id, boxId) => ({
    type: 'picture',
    id,
    ...(inBox && { boxId }),
    picture: { sha256: 'a'.repeat(64), mime: 'image/png', widthPx: 640, heightPx: 400, widthPercent: 70 },
    children,
  }),
}));

const numbering: fc.Arbitrary<Numbering> = fc.record(
  {
    2: fc.constantFrom('parent', 'chapter', 'part'),
    3: fc.constantFrom('parent', 'chapter', 'part'),
    4: fc.constantFrom('parent', 'chapter', 'part'),
  },
  { requiredKeys: [] },
);

/** Blocks with ids `prefix-0000…`; runs of boxed blocks get a box title and one box id. */
const layOut = (prefix: string, seeds: readonly Seed[]): Block[] => {
  const blocks: Block[] = [{ type: 'title', id: `${prefix}-title`, children: [{ text: '云川市养老服务行动计划' }] }];
  let box: string | undefined;
  seeds.forEach((seed, index) => {
    const id = `${prefix}-${String(index).padStart(4, '0')}`;
    if (seed.inBox && box === undefined) {
      box = `${prefix}-box-${index}`;
      blocks.push({ type: 'boxTitle', id: `${id}-t`, boxId: box, children: [{ text: '重点工程' }] });
    }
    if (!seed.inBox) box = undefined;
    blocks.push(seed.make(id, box ?? ''));
  });
  return blocks;
};

const part = (kind: Part['kind'], id: string): fc.Arbitrary<Part> =>
  fc
    .record({
      numbering,
      seeds: fc.array(
        fc.oneof({ weight: 8, arbitrary: clause }, { weight: 4, arbitrary: plain }, { weight: 1, arbitrary: picture }),
        { maxLength: 40 },
      ),
    })
    .map(({ numbering, seeds }) => ({ type: 'part', id, kind, numbering, children: layOut(id, seeds) }));

/** Any valid document: levels skipped, run-in clauses, boxes, fixed labels, attachments, all numbering scopes. */
export const arbitraryDocument: fc.Arbitrary<GovDocument> = fc
  .record({
    notice: fc.option(part('notice', 'notice'), { nil: undefined, freq: 3 }),
    main: part('main', 'main00'),
    first: fc.option(part('attachment', 'attach-1'), { nil: undefined }),
    second: fc.option(part('attachment', 'attach-2'), { nil: undefined }),
  })
  .map(({ notice, main, first, second }) => ({
    schemaVersion: 1,
    id: 'document',
    meta: { genre: 'action-plan' },
    parts: [notice, main, first, second].filter((value): value is Part => value !== undefined),
    setAside: [],
  }));
