import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { layOut } from '../../../shared/layout/lay-out';
import { drawPage } from '../../../shared/layout/paginate/draw-page';
import { paginate } from '../../../shared/layout/paginate/paginate';
import { officialDocuments } from '../../fixtures/export/official-documents';

const pagesOf = (name: string) => {
  const { document, options } = officialDocuments[name]!;
  return paginate(layOut(document, options), options);
};

test('every page is drawn as well-formed markup without style attributes or scripts', () => {
  for (const name of Object.keys(officialDocuments))
    for (const page of pagesOf(name)) {
      const drawn = drawPage(page, true, 'standard');
      expect(XMLValidator.validate(drawn)).toBe(true);
      expect(drawn).not.toMatch(/ style=|<script|<style/);
    }
});

test('a drawn page holds its words, in reading order, and its number', () => {
  const [page] = pagesOf('joint');
  const drawn = drawPage(page!, false, null);
  const words = [...drawn.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]).join('');
  expect(words).toBe(
    [...page!.lines, page!.pageNumber!].flatMap((line) => line.pieces.map((piece) => piece.text)).join(''),
  );
  expect(words.endsWith('—1—')).toBe(true);
});

test('the red head is red, and nothing else is', () => {
  const [first, second] = pagesOf('opinion').map((page) => drawPage(page, false, null));
  expect(first).toMatch(/fill="#FF0000">云川市人民政府文件</);
  expect(first).toMatch(/stroke="#FF0000"/);
  expect(second).not.toMatch(/FF0000/);
});

test('the grid has 22 lines of 28 characters and is drawn only when asked for', () => {
  const [page] = pagesOf('joint');
  expect(drawPage(page!, false, null)).not.toMatch(/page-grid/);
  const [, path] = /class="page-grid" d="([^"]*)"/.exec(drawPage(page!, false, 'standard'))!;
  expect(path!.match(/h/g)).toHaveLength(23);
  expect(path!.match(/v/g)).toHaveLength(29);
});
