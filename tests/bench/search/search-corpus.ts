import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraryPaths } from '../../../electron/files/paths';
import { migrate } from '../../../electron/storage/migrate';
import { openDatabase } from '../../../electron/storage/open-database';
import { createDocumentsRepo } from '../../../electron/storage/repos/documents-repo';
import { createSearchRepo } from '../../../electron/storage/repos/search-repo';
import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import type { DocumentSummary } from '../../../shared/document/summary';
import { Random } from '../../fuzz/random';

const blocksPerDocument = 100;
const charactersPerBlock = 100;

const signs =
  '云川青石柳溪东岭南塘北桥西河松竹梅兰荷桂泉湖江海山林田园城乡街巷里坊镇村社区站所院校馆厅局委办处科组队企业工农商贸文教卫体旅交通水利能源环保财税金融信用标准质量计量检测认证品牌产业链条集群平台数据算力网络安全应急消防救援养老托育助残就业创业培训技能人才科研创新专利版权法治监督审计纪律作风效能服务便民政务窗口热线投诉调解仲裁登记许可备案年报抽查处罚信访统计规划设计施工验收运营维护管护整治提升改造更新拆除搬迁安置补偿征收出让租赁收储';
const places = '青石柳溪东岭南塘北桥西河松林竹园梅山兰亭荷湾桂泉';
const organs = ['市市场监督管理局', '市发展改革委', '市财政局', '市商务局', '市数据局', '市民政局', '各区人民政府'];
const deeds = ['完善', '建设', '改造', '公开', '统一', '清理', '培育', '推广', '核查', '评估', '督促', '保障'];

/** The library's vocabulary: words of two to four signs; the first are common, the last hardly occur. */
export const vocabulary = (random: Random): readonly string[] =>
  Array.from({ length: 4000 }, () =>
    Array.from({ length: 2 + random.below(3) }, () => signs[random.below(signs.length)]!).join(''),
  );

const sentence = (random: Random, words: readonly string[]): string => {
  // Cubed: words early in the list come far more often, as in any language.
  const word = (): string => words[Math.floor(random.next() ** 3 * words.length)]!;
  const place = `${places[random.below(places.length)]}${places[random.below(places.length)]}街道`;
  return `${random.pick(organs)}${random.pick(deeds)}${word()}和${word()}，${place}到${2026 + random.below(5)}年${random.pick(deeds)}${word()}${word()}${10 + random.below(900)}个。`;
};
const textOf = (random: Random, words: readonly string[], length: number): string => {
  let text = '';
  while (text.length < length) text += sentence(random, words);
  return `${text.slice(0, length - 1)}。`;
};

/** One document of 10,000 characters, as the library holds them. */
export const corpusDocument = (
  at: number,
  random = new Random(at + 1),
  words = vocabulary(new Random(3)),
): GovDocument => {
  const block = (index: number): Block => {
    const id = `block-${index}`;
    if (index === 0)
      return { type: 'title', id, children: [{ text: `云川市第${at + 1}号${words[at % words.length]}实施方案` }] };
    if (index % 20 === 1)
      return { type: 'clause', id, level: 1, children: [{ text: `${random.pick(deeds)}${random.pick(words)}` }] };
    return { type: 'paragraph', id, children: [{ text: textOf(random, words, charactersPerBlock) }] };
  };
  return {
    schemaVersion: 1,
    id: `bench-${String(at).padStart(6, '0')}`,
    meta: { genre: 'implementation-scheme' },
    parts: [
      {
        type: 'part',
        id: 'main-part',
        kind: 'main',
        numbering: { 2: 'chapter' },
        children: Array.from({ length: blocksPerDocument }, (_, index) => block(index)),
      },
    ],
    setAside: [],
  };
};

const summaryOf = (document: GovDocument): DocumentSummary => ({
  title: blockText(document.parts[0]!.children[0]!),
  genre: 'implementation-scheme',
  issuer: '云川市人民政府',
  characters: blocksPerDocument * charactersPerBlock,
  functions: { guidingIdeology: 'present', goals: 'thin', tasks: 'present', safeguards: 'missing' },
  counts: { must: 1, should: 2, hint: 0 },
});

export type Corpus = Readonly<{
  /** A data folder with the library in it, all texts indexed. */
  dataFolder: string;
  /** The same texts as files, one a document. */
  texts: string;
  /** Bytes of the texts in UTF-8, of the database, and of its index. */
  textBytes: number;
  databaseBytes: number;
  indexBytes: number;
  /** Seconds that indexing took. */
  indexing: number;
}>;

/** Fills a folder with a library of so many documents of 10,000 characters, and with their texts as files. */
export const makeCorpus = (folder: string, documents: number): Corpus => {
  const random = new Random(7);
  const words = vocabulary(new Random(3));
  const dataFolder = join(folder, 'library');
  const texts = join(folder, 'texts');
  mkdirSync(dataFolder, { recursive: true });
  mkdirSync(texts, { recursive: true });
  const db = openDatabase({ path: libraryPaths(dataFolder).database });
  migrate(db);
  const repo = createDocumentsRepo(db);
  let textBytes = 0;
  for (let first = 0; first < documents; first += 200)
    db.transaction(() => {
      for (let at = first; at < Math.min(documents, first + 200); at += 1) {
        const document = corpusDocument(at, random, words);
        repo.create(document, { summary: summaryOf(document) });
        const text = Buffer.from(document.parts[0]!.children.map(blockText).join('\n'));
        textBytes += text.length;
        writeFileSync(join(texts, `${document.id}.txt`), text);
      }
    })();
  const began = performance.now();
  const search = createSearchRepo(db);
  while (!search.catchUp(10_000));
  const indexing = (performance.now() - began) / 1000;
  db.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = (where: string): number =>
    Number(db.prepare(`SELECT sum(pgsize) FROM dbstat WHERE ${where}`).pluck().get());
  const indexBytes = bytes("name LIKE 'search%' OR name LIKE 'sqlite_autoindex_search%'");
  const databaseBytes = bytes('1');
  db.close();
  return { dataFolder, texts, textBytes, databaseBytes, indexBytes, indexing };
};
