import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../electron/files/read-source';
import type { Block } from '../../../shared/document/block';
import { listPictures } from '../../../shared/document/list-pictures';
import { noPictures, type Pictures } from '../../../shared/document/picture';
import { buildDocx } from '../../../shared/export/docx/build-docx';
import { standardOptions } from '../../../shared/export/export-options';
import { layOut } from '../../../shared/layout/lay-out';
import { widestPicture } from '../../../shared/layout/lay-out-picture';
import { drawPage } from '../../../shared/layout/paginate/draw-page';
import { paginate } from '../../../shared/layout/paginate/paginate';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { referenceNames } from '../../../shared/references/reference-names';
import { makePng, pictureBlock } from '../../helpers/make-picture';
import { documentOf, sentence } from './picture-document';

const wide = makePng(400, 200);
const high = makePng(100, 400);
const pagesOf = (blocks: readonly Block[]) => {
  const document = documentOf(blocks);
  return paginate(layOut(document, standardOptions), standardOptions);
};
const texts = (page: ReturnType<typeof pagesOf>[number]) =>
  page.lines.map((line) => line.pieces.map(({ text }) => text).join(''));
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('numbers of pictures', () => {
  const blocks = [
    pictureBlock('picture-1', wide, '站点分布'),
    pictureBlock('picture-2', wide),
    pictureBlock('picture-3', wide, '工作流程'),
  ];

  it('run through the document; a picture without a caption has none', () => {
    const labels = computeLabels(documentOf(blocks));
    expect(['picture-1', 'picture-2', 'picture-3'].map((id) => labels.get(id))).toEqual(['图1', undefined, '图2']);
  });

  it('are what a reference calls them', () => {
    const names = referenceNames(documentOf(blocks));
    expect(names.targets('main-part')).toEqual([
      { id: 'picture-1', name: '图1', text: '站点分布' },
      { id: 'picture-3', name: '图2', text: '工作流程' },
    ]);
  });

  it('that are frozen do not move for a picture put in between', () => {
    const frozen = documentOf([
      { ...blocks[0]!, fixedLabel: '图1' },
      pictureBlock('picture-4', wide, '新增图'),
      { ...blocks[2]!, fixedLabel: '图2' },
    ]);
    frozen.parts[0]!.numbering.frozen = true as const;
    const labels = computeLabels(frozen);
    expect(['picture-1', 'picture-4', 'picture-3'].map((id) => labels.get(id))).toEqual(['图1', '图1之一', '图2']);
  });
});

describe('a picture on the page', () => {
  it('that is cut has the shape of what is shown of it, on the page and in Word', async () => {
    const crop = { left: 50_000, top: 0, right: 0, bottom: 0 };
    const blocks = [pictureBlock('picture-1', wide, '', { crop, widthPercent: 50 })];
    const [page] = pagesOf(blocks);
    const [picture] = page!.pictures;
    expect(picture!.width / picture!.height).toBeCloseTo(1, 1);
    expect(drawPage(page!, false, null)).toContain('viewBox="50000 0 50000 100000"');
    const { bytes } = await buildDocx(documentOf(blocks), standardOptions, {
      pictures: new Map([[picture!.sha256, wide]]),
    });
    expect(decode(unzipSync(bytes)['word/document.xml'])).toContain('<a:srcRect l="50000" t="0" r="0" b="0"/>');
    const again = readSource('图.docx', bytes);
    if (again.kind !== 'recognised') throw new Error(again.kind);
    expect(listPictures(again.recognition.document).map((one) => one.crop)).toEqual([crop]);
  });

  it('stands in the middle, takes whole lines of the grid, its caption below it', () => {
    const [page] = pagesOf([sentence('before'), pictureBlock('picture-1', wide, '站点分布'), sentence('behind')]);
    const [picture] = page!.pictures;
    expect(picture).toMatchObject({ width: 5306, height: 2653, block: 'picture-1' });
    expect(picture!.x + picture!.width / 2).toBe(1588 + 8844 / 2);
    const tops = page!.lines.map(({ top }) => (top - 2098) / 579);
    // Title of one line of another pitch and a blank line before.
    const first = tops.find((_, at) => texts(page!)[at]!.startsWith('各区'))!;
    const caption = tops[texts(page!).indexOf('图1　站点分布')]!;
    const behind = tops.at(-1)!;
    expect(caption - first).toBeCloseTo(6, 5);
    expect(behind - caption).toBeCloseTo(1, 5);
    expect(picture!.y + picture!.height).toBeCloseTo(2098 + caption * 579, 5);
    expect(picture!.y).toBeGreaterThan(2098 + (first + 1) * 579 + 100);
  });

  it('is never parted: it goes to the next page with its caption', () => {
    const lines = Array.from({ length: 17 }, (_, at) => sentence(`line-${String(at).padStart(2, '0')}`));
    const pages = pagesOf([...lines, pictureBlock('picture-1', wide, '站点分布'), sentence('behind')]);
    expect(pages.map(({ pictures }) => pictures.length)).toEqual([0, 1]);
    expect(texts(pages[1]!)).toEqual(['图1　站点分布', '各区按站点分布安排服务力量。']);
    expect(pages[1]!.pictures[0]!.y).toBeGreaterThanOrEqual(2098);
  });

  it('is drawn no higher than leaves room for the caption, and is offered no wider', () => {
    const whole = { widthPercent: 100 };
    const [page] = pagesOf([pictureBlock('picture-1', high, '站点分布', whole)]).filter(
      ({ pictures }) => pictures.length > 0,
    );
    expect(page!.pictures[0]!.height).toBe(20 * 579 - 240);
    expect(texts(page!).at(-1)).toBe('图1　站点分布');
    expect(widestPicture({ widthPx: 100, heightPx: 400 }, false)).toBe(32);
    expect(widestPicture({ widthPx: 400, heightPx: 200 }, false)).toBe(100);
  });

  it('is drawn from where the app serves pictures, with its words and a place that answers a click', () => {
    const [page] = pagesOf([pictureBlock('picture-1', wide, '', { altText: '三个<站点>' })]);
    const svg = drawPage(page!, true, null);
    expect(svg).toContain(`<image href="/pictures/${page!.pictures[0]!.sha256}" `);
    expect(svg).toContain('aria-label="三个&lt;站点&gt;"');
    expect(svg).toContain('data-block="picture-1"');
  });

  it('without a caption prints none', () => {
    const pages = pagesOf([pictureBlock('picture-1', wide), sentence('behind')]);
    expect(pages.flatMap(texts).join('')).not.toContain('图1');
  });
});

describe('a picture in the Word file', () => {
  const blocks = [
    pictureBlock('picture-1', wide, '站点分布', { altText: '站点"分布"' }),
    pictureBlock('picture-2', wide),
    pictureBlock('picture-3', high, '工作流程', { widthPercent: 20 }),
  ];
  const document = documentOf(blocks);
  const pictures: Pictures = new Map(listPictures(document).map(({ sha256 }, at) => [sha256, at < 2 ? wide : high]));
  const exported = async (known = pictures) => {
    const { bytes, messages } = await buildDocx(document, standardOptions, { pictures: known });
    return { bytes, messages, parts: unzipSync(bytes) };
  };

  it('stands in the line, not clipped, with its size, words and number', async () => {
    const { parts, messages } = await exported();
    const xml = decode(parts['word/document.xml']);
    expect(xml.match(/<w:drawing>/g)).toHaveLength(3);
    expect(xml.match(/<wp:docPr id="(\d+)"/g)).toEqual([1, 2, 3].map((id) => `<wp:docPr id="${id}"`));
    expect(xml).toContain('<wp:extent cx="3369310" cy="1684655"/>');
    expect(xml).toContain('descr="站点&quot;分布&quot;"');
    const paragraph = /<w:p><w:pPr><w:pStyle w:val="GwPicture"\/>.*?<\/w:p>/.exec(xml)![0];
    expect(paragraph).toContain('<w:keepNext/>');
    expect(paragraph).toContain('<w:spacing w:after="0" w:line="2895" w:lineRule="atLeast"/>');
    expect(xml).toMatch(/<w:pStyle w:val="GwPictureCaption"\/>.*?图1　.*?站点分布/);
    expect(messages).toEqual([]);
  });

  it('lies there once, to the byte, with its type and a relationship', async () => {
    const { parts } = await exported();
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toEqual([
      'word/media/image1.png',
      'word/media/image2.png',
    ]);
    expect(parts['word/media/image1.png']).toEqual(wide);
    expect(decode(parts['[Content_Types].xml'])).toContain('Extension="png" ContentType="image/png"');
    expect(decode(parts['word/_rels/document.xml.rels'])).toContain('Target="media/image2.png"');
  });

  it('is the same at every export', async () => {
    expect((await exported()).bytes).toEqual((await exported()).bytes);
  });

  it('whose bytes are missing is left out and said', async () => {
    const { messages, parts } = await exported(noPictures);
    expect(messages).toEqual(['有 3 张图片的内容不在文库中，没有印出。请重新插入这些图片后再导出。']);
    expect(decode(parts['word/document.xml'])).not.toContain('w:drawing');
  });
});
