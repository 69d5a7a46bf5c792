import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { identifyPicture } from '../../../electron/files/picture-files';
import { readSource } from '../../../electron/files/read-source';
import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { footnoteSign, type TextLeaf } from '../../../shared/document/text';
import { buildDocx } from '../../../shared/export/docx/build-docx';
import { standardOptions } from '../../../shared/export/export-options';
import { packNigaoFile, unpackNigaoFile } from '../../../shared/file/nigao-file';
import { listFootnotes } from '../../../shared/footnotes/list-footnotes';
import { layOut } from '../../../shared/layout/lay-out';
import { runsText } from '../../../shared/layout/text-runs';
import { makeDocument, part } from '../../fixtures/export/make-document';

/** Text with footnotes in braces, as leaves. */
const leaves = (text: string): TextLeaf[] =>
  text
    .split(/(\{[^}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece, at) =>
      piece.startsWith('{')
        ? { text: footnoteSign, footnote: { id: `note-${at}-${piece.length}`, text: piece.slice(1, -1) } }
        : { text: piece },
    );
const p = (text: string) => ({ type: 'paragraph' as const, children: leaves(text) });
const title = (text: string) => ({ type: 'title' as const, children: leaves(text) });
const clause = (text: string) => ({ type: 'clause' as const, level: 1 as const, children: leaves(text) });
const unit = (text: string) => ({ type: 'responsibility' as const, children: leaves(text) });
const table = (...cells: string[]) => ({
  type: 'table' as const,
  children: [
    { type: 'row' as const, children: cells.map((text) => ({ type: 'cell' as const, children: leaves(text) })) },
  ],
});

const noted: GovDocument = makeDocument([
  part('main', [
    title('云川市电梯安全筛查行动方案{经市政府第八次常务会议审议}'),
    p('全市在用电梯四万台{据市市场监督管理局统计。}，老旧电梯三千台。{使用十五年以上}'),
    clause('筛查范围{含自动扶梯}'),
    p('{段首}逐台建立档案。'),
    unit('（责任单位：市市场监督管理局{牵头}）'),
    table('区县', '台数{截至年底}'),
  ]),
]);
const notes = [
  '经市政府第八次常务会议审议',
  '据市市场监督管理局统计。',
  '使用十五年以上',
  '含自动扶梯',
  '段首',
  '牵头',
  '截至年底',
];

const spell = (blocks: readonly Block[]): string[] =>
  blocks.map((block) =>
    (block.type === 'table'
      ? block.children.flatMap((row) => row.children.flatMap((cell) => cell.children))
      : block.children
    )
      .map(({ text, footnote }) => (footnote ? `{${footnote.text}}` : text))
      .join(''),
  );

const exportParts = async (document: GovDocument): Promise<Record<string, string>> => {
  const { bytes } = await buildDocx(document, standardOptions);
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
};

describe('footnotes in a Word file', () => {
  it('are real ones: a reference in the text, the words in their own part, circled and new on every page', async () => {
    const parts = await exportParts(noted);
    const references = [...parts['word/document.xml']!.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(
      ([, id]) => id,
    );
    expect(references).toEqual(notes.map((_, at) => `${at + 1}`));
    for (const [at, text] of notes.entries())
      expect(parts['word/footnotes.xml']).toMatch(
        new RegExp(`<w:footnote w:id="${at + 1}">.*?<w:footnoteRef/>.*?${text}`),
      );
    for (const path of ['word/document.xml', 'word/settings.xml'])
      expect(parts[path]).toMatch(/<w:numFmt w:val="decimalEnclosedCircleChinese"\/><w:numRestart w:val="eachPage"\/>/);
    expect(parts['word/styles.xml']).toMatch(/w:styleId="FootnoteText"><w:name w:val="footnote text"\/>/);
    expect(parts['word/document.xml']).not.toContain(footnoteSign);
  });

  it('stand in a title broken into lines behind the characters they stood behind', () => {
    const long = '云川市市场监督管理局关于进一步加强在用电梯安全筛查{甲}和老旧电梯更新改造工作的实施意见{乙}';
    const [first] = layOut(makeDocument([part('main', [title(long)])]), standardOptions).items;
    if (first?.kind !== 'paragraph') throw new Error('no title');
    const textBefore = (note: string): string =>
      runsText(
        first.runs.slice(
          0,
          first.runs.findIndex(({ footnote }) => footnote === note),
        ),
      ).replaceAll('\n', '');
    expect(textBefore('甲')).toBe('云川市市场监督管理局关于进一步加强在用电梯安全筛查');
    expect(textBefore('乙')).toBe(long.replace(/\{.\}/g, ''));
    expect(runsText(first.runs)).toContain('\n');
  });

  it('keep a paragraph that has nothing else, and give the clerk nothing to look at', () => {
    const { items, messages } = layOut(makeDocument([part('main', [p('正文。'), p('{只有脚注}')])]), standardOptions);
    expect(items).toHaveLength(2);
    expect(messages).toEqual([]);
  });

  it('come back where they were when the file is read', async () => {
    const { bytes } = await buildDocx(noted, standardOptions);
    const source = readSource('方案.docx', bytes);
    if (source.kind !== 'recognised') throw new Error('not recognised');
    const { document, doubts } = source.recognition;
    expect(spell(document.parts[0]!.children)).toEqual(spell(noted.parts[0]!.children));
    expect(document.setAside).toEqual([]);
    expect(doubts).toEqual([]);
  });

  it('are kept in a .nigao file, and no text of their block', () => {
    const { document } = unpackNigaoFile(packNigaoFile(noted), identifyPicture);
    expect(document).toEqual(noted);
    expect(listFootnotes(document.parts[0]!.children).map(({ text }) => text)).toEqual(notes);
    expect(blockText(document.parts[0]!.children[1]!)).toBe('全市在用电梯四万台，老旧电梯三千台。');
  });
});
