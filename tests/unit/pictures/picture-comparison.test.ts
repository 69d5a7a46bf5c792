import { describe, expect, it } from 'vitest';
import { compareDocuments } from '../../../shared/compare/compare-documents';
import type { Block } from '../../../shared/document/block';
import { makePng, pictureBlock } from '../../helpers/make-picture';
import { documentOf, sentence } from './picture-document';

const [one, other] = [makePng(40, 30), makePng(40, 30, 20)];
const compared = (before: readonly Block[], after: readonly Block[]) =>
  compareDocuments(documentOf(before), documentOf(after)).blocks.map(({ segments, remarks }) => [
    segments.map(({ kind, text }) => `${kind} ${text}`).join(' '),
    ...remarks,
  ]);

describe('pictures in a comparison', () => {
  it('are shown when they are new or gone, with a caption or without', () => {
    const text = sentence('the-text');
    expect(compared([text], [text, pictureBlock('picture-1', one)])).toEqual([['added 【图片】']]);
    expect(compared([text, pictureBlock('picture-1', one, '站点分布')], [text])).toEqual([
      ['removed 【图片】站点分布'],
    ]);
  });

  it('are said to be others when their content is, and never taken for a text with the same words', () => {
    expect(compared([pictureBlock('picture-1', one, '站点')], [pictureBlock('picture-1', other, '站点')])).toEqual([
      ['same 【图片】站点', '换了图片'],
    ]);
    expect(
      compared([sentence('the-text', '站点分布示意图')], [pictureBlock('picture-1', one, '站点分布示意图')]),
    ).toEqual([['removed 站点分布示意图'], ['added 【图片】站点分布示意图']]);
  });

  it('are recognised by their content wherever they stand', () => {
    expect(compared([pictureBlock('picture-1', one)], [pictureBlock('picture-9', one)])).toEqual([]);
  });
});
