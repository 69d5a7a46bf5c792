import { describe, expect, it } from 'vitest';
import { readSource } from '../../../electron/files/read-source';
import type { GovDocument } from '../../../shared/document/document';
import { buildDocx } from '../../../shared/export/docx/build-docx';
import { layOut } from '../../../shared/layout/lay-out';
import { layoutOptionsSchema } from '../../../shared/layout/layout-options';
import { runsText } from '../../../shared/layout/text-runs';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { takeTableCaptions } from '../../../shared/recognise/take-table-captions';
import { referenceNames } from '../../../shared/references/reference-names';
import { type BlockDraft, makeDocument, p, part, table, title } from '../../fixtures/export/make-document';
import { editing } from '../editor/notation';

const plain = layoutOptionsSchema.parse({});
const captioned = (caption: string, ...rows: readonly (readonly string[])[]): BlockDraft =>
  ({ ...table(...rows), caption }) as BlockDraft;
const rows = [
  ['指标', '目标'],
  ['站点数', '120'],
] as const;
const sample = makeDocument([
  part('main', [title('云川市养老服务方案'), p('见表1。'), captioned('主要指标', ...rows), table(['甲', '乙'])]),
  part('attachment', [title('分工表'), captioned('任务分工', ...rows)]),
]);
const tablesOf = (document: GovDocument) =>
  document.parts.flatMap(({ children }) => children.flatMap((block) => (block.type === 'table' ? [block] : [])));

describe('captions of tables', () => {
  it('give their tables numbers that run through the document; a table without one has none', () => {
    const labels = computeLabels(sample);
    expect(tablesOf(sample).map(({ id }) => labels.get(id))).toEqual(['表1', undefined, '表2']);
  });

  it('can be referred to by number, from any part', () => {
    const names = referenceNames(sample);
    const [first, bare, last] = tablesOf(sample);
    expect(names.targets(sample.parts[0]!.id)).toContainEqual({ id: first!.id, name: '表1', text: '主要指标' });
    expect([names.nameOf(last!.id, sample.parts[0]!.id), names.nameOf(bare!.id, '')]).toEqual(['表2', undefined]);
  });

  it('stand above their tables and with them, a little white before them and none behind', () => {
    const { items } = layOut(sample, plain);
    const shown = items.map((item) =>
      item.kind === 'paragraph' ? `${item.style} ${runsText(item.runs)}`.trim() : item.kind,
    );
    const at = shown.indexOf('GwTableCaption 表1　主要指标');
    expect(shown.slice(at - 1, at + 3)).toEqual(['GwTableGap', 'GwTableCaption 表1　主要指标', 'table', 'GwTableGap']);
  });

  it('come back from the exported file', async () => {
    const { bytes } = await buildDocx(sample, plain);
    const source = readSource('方案.docx', bytes);
    if (source.kind !== 'recognised') throw new Error('not recognised');
    const { document } = source.recognition;
    expect(tablesOf(document).map(({ caption }) => caption)).toEqual(['主要指标', undefined, '任务分工']);
    expect(JSON.stringify(document)).not.toContain('表1　');
  });

  it('are read only where the numbers of the source are the computed ones, and from no sentence', () => {
    const someTable = { rows: [[{ text: '甲' }]] };
    const read = (...lines: string[]) =>
      takeTableCaptions(
        lines.flatMap((text, at) => [
          { line: 2 * at + 1, text },
          { line: 2 * at + 2, text: '', table: someTable },
        ]),
      ).flatMap(({ table }) => (table ? [table.caption] : []));
    expect(read('表1 主要指标', '表2：任务')).toEqual(['主要指标', '任务']);
    expect(read('表1 主要指标', '表4 任务')).toEqual([undefined, undefined]);
    expect(read('表1 列出主要指标。', '表1是指标')).toEqual([undefined, undefined]);
  });
});

describe('the caption of a table in the editor', () => {
  const opened = () => {
    const { session } = editing('P 见|', 'X 甲,乙', 'X 丙,丁');
    session.run({ type: 'setCaption', table: 'block-2', caption: ' 主要指标 ' });
    session.run({ type: 'insertReference', target: 'block-2', typed: '' });
    return session;
  };
  const textOf = (session: ReturnType<typeof opened>) => JSON.stringify(session.getDocument().parts[0]!.children[0]);

  it('is set and taken away in one step each, and references follow the number', () => {
    const session = opened();
    expect(textOf(session)).toContain('表1');
    session.run({ type: 'setCaption', table: 'block-1', caption: '分工' });
    expect(textOf(session)).toContain('表2');
    session.run({ type: 'undo' });
    expect(textOf(session)).toContain('表1');
    session.run({ type: 'setCaption', table: 'block-2', caption: '' });
    expect(tablesOf(session.getDocument()).map(({ caption }) => caption)).toEqual([undefined, undefined]);
  });

  it('keeps its number where numbers are frozen', () => {
    const session = opened();
    session.run({ type: 'freezeNumbers' });
    session.run({ type: 'setCaption', table: 'block-1', caption: '分工' });
    const labels = computeLabels(session.getDocument());
    expect(['block-1', 'block-2'].map((id) => labels.get(id))).toEqual(['表0', '表1']);
    session.run({ type: 'unfreezeNumbers' });
    expect(computeLabels(session.getDocument()).get('block-2')).toBe('表2');
  });
});
