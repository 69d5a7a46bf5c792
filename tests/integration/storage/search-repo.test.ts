import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLibrary } from '../../../electron/storage/open-library';
import { foldText, wordsOf } from '../../../electron/storage/repos/search-words';
import type { Block } from '../../../shared/document/block';
import { paragraph, sampleDocument } from './sample-document';
import { temporaryLibrary } from './temporary-folder';

const open = async () => {
  const library = await openLibrary(temporaryLibrary());
  onTestFinished(library.close);
  return library;
};
const complete = 60_000;

describe('search over all texts', () => {
  it('finds words of one, two and more characters, with their sentence', async () => {
    const { documents, search } = await open();
    documents.create(sampleDocument('document-1', ['新建社区养老站点40个。', '每年培训护理员。']));
    documents.create(sampleDocument('document-2', ['完善助餐服务。']));
    expect(search.catchUp(complete)).toBe(true);
    for (const query of ['养', '养老', '养老站点', '社区养老 40个'])
      expect(search.find(query, 10).map(({ id, blockId }) => [id, blockId])).toEqual([['document-1', 'block-000']]);
    expect(search.find('养老站', 10)[0]).toMatchObject({
      text: '新建社区养老站点40个。',
      marks: [{ start: 4, end: 7 }],
    });
    expect(search.find('养站', 10)).toEqual([]);
    expect(search.find('  ，', 10)).toEqual([]);
  });

  it('takes letters and digits of either width and size for the same', async () => {
    const { documents, search } = await open();
    documents.create(sampleDocument('document-1', ['到２０２８年，5g基站覆盖全部社区。']));
    search.catchUp(complete);
    expect(search.find('2028年', 10)).toHaveLength(1);
    expect(search.find('５G', 10)).toHaveLength(1);
  });

  it('looks only where a function is served when it is asked to', async () => {
    const { documents, search } = await open();
    const { parts, ...rest } = sampleDocument('document-1');
    const clause = (id: string, text: string): Block => ({ type: 'clause', id, level: 1, children: [{ text }] });
    const children = [
      clause('clause-tasks', '重点任务'),
      paragraph('block-task', '新建养老站点40个。'),
      clause('clause-safeguards', '保障措施'),
      paragraph('block-safeguard', '市财政局保障养老经费。'),
    ];
    documents.create({ ...rest, parts: [{ ...parts[0]!, children }] });
    search.catchUp(complete);
    const blocksOf = (within?: 'safeguards' | 'goals') => search.find('养老', 10, within).map(({ blockId }) => blockId);
    expect(blocksOf()).toHaveLength(1);
    expect(blocksOf('safeguards')).toEqual(['block-safeguard']);
    expect(blocksOf('goals')).toEqual([]);
  });

  it('follows what is written, put into the 回收站, restored and deleted', async () => {
    const { documents, search } = await open();
    documents.create(sampleDocument('document-1', ['完善助餐服务。']));
    search.catchUp(complete);
    documents.save('document-1', 1, { blocks: [paragraph('block-000', '完善助浴服务。')] });
    search.catchUp(complete);
    expect(search.find('助餐', 10)).toEqual([]);
    expect(search.find('助浴', 10)).toHaveLength(1);
    documents.trash('document-1');
    expect(search.find('助浴', 10)).toEqual([]);
    documents.restore('document-1');
    expect(search.find('助浴', 10)).toHaveLength(1);
    documents.trash('document-1');
    documents.purge('document-1');
    search.catchUp(complete);
    expect(search.find('助浴', 10)).toEqual([]);
  });

  it('indexes a little at a time when it is asked to', async () => {
    const { documents, search } = await open();
    for (let count = 0; count < 5; count += 1) documents.create(sampleDocument(`document-${count}`));
    expect(search.catchUp(0)).toBe(false);
    expect(search.find('街道', 10)).toHaveLength(1);
    while (!search.catchUp(0));
    expect(search.find('街道', 10)).toHaveLength(5);
    expect(search.find('街道', 3)).toHaveLength(3);
  });

  it('finds just the documents in which a reader would', async () => {
    const { documents, search } = await open();
    const words = ['养老', '老人', '服务', '站点', '2028年', 'ＡＢ', '，', '养', '人才'];
    const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
    let count = 0;
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), text, (texts, query) => {
        const id = `document-${count}`;
        count += 1;
        documents.create(sampleDocument(id, texts));
        search.catchUp(complete);
        const asked = wordsOf(query);
        const holds = texts.some((line) => asked.every((word) => foldText(line).includes(word)));
        const isIndexed = /[\p{L}\p{N}]/u.test(query);
        expect(search.find(query, 1000).some((hit) => hit.id === id)).toBe(holds && isIndexed);
      }),
      { numRuns: 150 },
    );
  });
});
