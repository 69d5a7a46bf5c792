import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../electron/files/read-source';
import { turnedCrop } from '../../../shared/document/picture';
import { blockText } from '../../../shared/document/plain-text';
import { makeDocx, paragraph } from '../../fixtures/docx/make-docx';
import { makeJpeg, makePng, withOrientation } from '../../helpers/make-picture';

const png = makePng(200, 100);
const jpeg = makeJpeg(64, 64);
const relation = (id: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}"${mode}/>`;

/** A Word file whose text refers to pictures by these relationships. */
const withPictures = (body: string, relations: string, media: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({
    ...unzipSync(makeDocx(body)),
    'word/_rels/document.xml.rels': strToU8(`<Relationships>${relations}</Relationships>`),
    ...Object.fromEntries(Object.entries(media).map(([name, bytes]) => [`word/media/${name}`, bytes])),
  });
const all = relation('r1', 'media/a.png') + relation('r2', '/word/media/b.jpeg');
const media = { 'a.png': png, 'b.jpeg': jpeg };

/** A run with a picture as Word writes it. */
const drawing = (id: string, width = 2_808_000, words = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="${width}" cy="1404000"/><wp:docPr id="1" name="图片 1" descr="${words}"/>` +
  `<a:graphic><a:graphicData><pic:pic><pic:nvPicPr/><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic>` +
  '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
const alone = (run: string): string => `<w:p>${run}</w:p>`;
const heading = paragraph('云川市市场监管服务站建设方案');

const read = (bytes: Uint8Array) => {
  const source = readSource('方案.docx', bytes);
  if (source.kind !== 'recognised') throw new Error(source.kind);
  const { document, doubts } = source.recognition;
  return {
    pictures: source.pictures,
    doubts: doubts.map(({ message }) => message),
    setAside: document.setAside.map(({ text }) => text),
    blocks: document.parts[0]!.children.map((block) => {
      const text = blockText(block);
      return block.type === 'picture' ? `[${block.picture.mime} ${block.picture.widthPercent}% ${text}]` : text;
    }),
    crops: document.parts[0]!.children.flatMap((block) => (block.type === 'picture' ? [block.picture.crop] : [])),
    words: document.parts[0]!.children.flatMap((block) => (block.type === 'picture' ? [block.picture.altText] : [])),
  };
};

describe('what is cut off a picture', () => {
  const crop = { left: 1, top: 2, right: 3, bottom: 4 };

  it('turns with it', () => {
    expect(turnedCrop(crop, { degrees: 90 })).toEqual({ left: 4, top: 1, right: 2, bottom: 3 });
    expect(turnedCrop(crop, { degrees: 180 })).toEqual({ left: 3, top: 4, right: 1, bottom: 2 });
    expect(turnedCrop(crop, { degrees: 270, mirrored: true })).toEqual({ left: 2, top: 1, right: 4, bottom: 3 });
    expect(turnedCrop(crop, { degrees: 0, mirrored: true })).toEqual({ left: 3, top: 2, right: 1, bottom: 4 });
  });
});

describe('pictures of a Word file', () => {
  it('stand where they stood, with width, words and the caption below', () => {
    const body =
      heading +
      paragraph('服务站分布见下图。') +
      alone(drawing('r1', 2_808_000, '三个站点')) +
      paragraph('图1  站点分布') +
      paragraph('各区按年度推进。');
    const { blocks, words, pictures, doubts } = read(withPictures(body, all, media));
    expect(blocks).toEqual([
      '云川市市场监管服务站建设方案',
      '服务站分布见下图。',
      '[image/png 50% 站点分布]',
      '各区按年度推进。',
    ]);
    expect(words).toEqual(['三个站点']);
    expect([...pictures.values()]).toEqual([png]);
    expect(doubts).toEqual([]);
  });

  it('come behind the text of their paragraph; the name of a file says nothing about them', () => {
    const inText = `<w:p><w:r><w:t>站点如图所示，</w:t></w:r>${drawing('r2', 5_616_000, 'C:\\Users\\a\\1.jpg')}<w:r><w:t>请核对。</w:t></w:r></w:p>`;
    const { blocks, words } = read(withPictures(heading + inText + paragraph('后文。'), all, media));
    expect(blocks.slice(1)).toEqual(['站点如图所示，请核对。', '[image/jpeg 100% ]', '后文。']);
    expect(words).toEqual([undefined]);
  });

  it('are read from older files too (VML)', () => {
    const vml =
      '<w:p><w:r><w:pict><v:shape style="position:absolute;width:221.1pt;height:100pt" alt="站点图"><v:imagedata r:id="r1"/></v:shape></w:pict></w:r></w:p>';
    const { blocks, words } = read(withPictures(heading + vml, all, media));
    expect(blocks[1]).toBe('[image/png 50% ]');
    expect(words).toEqual(['站点图']);
  });

  it('keep their lines 图… as text where the numbers are not those the document would give', () => {
    const body = heading + alone(drawing('r1')) + paragraph('图3　站点分布') + paragraph('各区按年度推进。');
    expect(read(withPictures(body, all, media)).blocks.slice(1)).toEqual([
      '[image/png 50% ]',
      '图3　站点分布',
      '各区按年度推进。',
    ]);
  });

  it('of a table stand behind it, which is said', () => {
    const body = `${heading}<w:tbl><w:tr><w:tc>${paragraph('甲站')}</w:tc><w:tc>${alone(drawing('r1'))}</w:tc></w:tr></w:tbl>${paragraph('后文。')}`;
    const { blocks, doubts } = read(withPictures(body, all, media));
    expect(blocks.slice(1)).toEqual(['甲站\t', '[image/png 50% ]', '后文。']);
    expect(doubts.join()).toContain('表格里的图片放到了表格后面');
  });

  it('that cannot be kept are named among the lines set aside, and said', () => {
    const relations =
      relation('r1', 'media/a.emf') +
      relation('r2', 'http://example.com/a.png', ' TargetMode="External"') +
      relation('r3', 'media/cut.png') +
      relation('r4', '../../../etc/passwd.png');
    const body =
      heading + ['r1', 'r2', 'r3', 'r4', 'r9'].map((id) => alone(drawing(id))).join('') + paragraph('后文。');
    const found = read(withPictures(body, relations, { 'a.emf': png, 'cut.png': png.subarray(0, 60) }));
    expect(found.setAside).toEqual([
      '图片（格式不支持：emf）',
      '图片（链接到外部文件）',
      '图片（已损坏或过大）',
      '图片（文件里没有）',
      '图片',
    ]);
    expect(found.blocks.slice(1)).toEqual(['后文。']);
    expect(found.doubts[0]).toBe('第2段：图片（格式不支持：emf）没有读入，请另行插入。');
    expect(found.pictures.size).toBe(0);
  });

  it('whose file lies about its kind are judged by their bytes', () => {
    const found = read(withPictures(heading + alone(drawing('r1')), all, { 'a.png': jpeg }));
    expect(found.blocks[1]).toBe('[image/jpeg 50% ]');
  });

  it('cut in Word are cut here; one that is turned is read as it lies, and that is said', () => {
    const cut = drawing('r1').replace('</pic:blipFill>', '<a:srcRect l="25000" b="10000"/></pic:blipFill>');
    const turned = drawing('r2').replace(
      '</pic:pic>',
      '<pic:spPr><a:xfrm rot="5400000"><a:ext cx="2808000" cy="1404000"/></a:xfrm></pic:spPr></pic:pic>',
    );
    const plain = drawing('r1').replace('</pic:blipFill>', '<a:srcRect/></pic:blipFill>');
    const gone = drawing('r1').replace('</pic:blipFill>', '<a:srcRect l="60000" r="60000" t="-5000"/></pic:blipFill>');
    const { doubts, pictures, crops } = read(
      withPictures(heading + alone(cut) + alone(turned) + alone(plain) + alone(gone), all, media),
    );
    expect(pictures.size).toBe(2);
    expect(crops).toEqual([{ left: 25_000, top: 0, right: 0, bottom: 10_000 }, undefined, undefined, undefined]);
    expect(doubts.filter((words) => words.includes('图片'))).toEqual([
      '第3段：图片在来稿里旋转过，这里是没有旋转的原图，请转正或换成转好的图。',
    ]);
  });

  it('say how they are turned: as a drawing says, else as a camera did whose photo has the room of a turned one', () => {
    const turned = (frame: string) =>
      alone(
        drawing('r1').replace(
          '</pic:pic>',
          `<pic:spPr><a:xfrm ${frame}><a:ext cx="2808000" cy="1404000"/></a:xfrm></pic:spPr></pic:pic>`,
        ),
      );
    const frames = ['rot="5400000"', 'rot="-900000"', 'flipV="1"', 'flipH="1" flipV="1"', 'rot="5400000" flipH="1"'];
    const photo = alone(drawing('r2', 1_000_000).replace('cy="1404000"', 'cy="2000000"'));
    const body = heading + frames.map(turned).join('') + turned('rot="21600000"') + photo;
    const lying = withOrientation(makeJpeg(64, 32), 8, 'little');
    const source = readSource('方案.docx', withPictures(body, all, { ...media, 'b.jpeg': lying }));
    if (source.kind !== 'recognised') throw new Error(source.kind);
    expect(source.review.flatMap(({ turn }) => turn ?? [])).toEqual([
      { degrees: 90 },
      { degrees: 345 },
      { degrees: 180, mirrored: true },
      { degrees: 180 },
      { degrees: 90, mirrored: true },
      { degrees: 270 },
    ]);
  });

  it('a photo that its maker saw turned is said, one that Word shows as it lies is not', () => {
    const lying = withOrientation(makeJpeg(64, 32), 6, 'big');
    const room = (cx: number, cy: number) => drawing('r2', cx).replace('cy="1404000"', `cy="${cy}"`);
    const body = heading + alone(room(1_000_000, 2_000_000)) + alone(room(2_000_000, 1_000_000));
    const { doubts } = read(withPictures(body, all, { ...media, 'b.jpeg': lying }));
    expect(doubts.filter((words) => words.includes('旋转过')).map((words) => words.slice(0, 4))).toEqual(['第2段：']);
  });
});
