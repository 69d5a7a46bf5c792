import * as fc from 'fast-check';
import { Editor, Transforms } from 'slate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEditorSession, type EditorSession } from '../../../renderer/editor/editor-session';
import { isTextBlock, partsOf, pointAt } from '../../../renderer/editor/model/blocks';
import type { Block } from '../../../shared/document/block';
import { documentSchema } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { arbitraryDocument } from '../../helpers/arbitrary-document';
import { parseHtml } from '../../helpers/parse-html';
import { clipboard } from './clipboard';
import { editing } from './notation';

beforeEach(() => {
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString = parseHtml;
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const copy = (session: EditorSession): DataTransfer => {
  const data = clipboard();
  session.editor.setFragmentData(data);
  return data;
};
const pageOf = (...source: string[]): string => copy(editing(...source).session).getData('text/html');

describe('the page for Word', () => {
  it('has headings as headings with number and level', () => {
    const page = pageOf('1 [总体要求', '2r 目标。提高', '3 2026年底前完成清查；', '4 强基]');
    expect(page).toMatch(/<h1 style="[^"]*mso-outline-level:1">一、总体要求<\/h1>/);
    expect(page).toMatch(
      /<p style="[^"]*mso-outline-level:2"><span style="[^"]*楷体[^"]*">（一）目标。<\/span>提高<\/p>/,
    );
    expect(page).toMatch(/<p style="[^"]*">1\.2026年底前完成清查；<\/p>/);
    expect(page).toMatch(/<h4 style="[^"]*mso-outline-level:4">（1）强基<\/h4>/);
  });

  it('has tables as tables and a 专栏 as a frame', () => {
    const page = pageOf('P [前', 'X 甲,乙;丙,丁', 'B 工程', '>D 一项', 'P 后]');
    expect(page).toContain('>甲</td>');
    expect(page.match(/<table/g)).toHaveLength(2);
    expect(page).toMatch(/<td style="[^"]*"><p [^>]*>专栏1　工程<\/p>\n<p [^>]*>——一项<\/p><\/td>/);
  });

  it('writes signs of markup as text', () => {
    expect(pageOf('P [<b>&"甲]')).toContain('&lt;b&gt;&amp;&quot;甲');
  });

  it('has words only where words were selected', () => {
    expect(pageOf('1 总[体]要求')).toBe('<span>体</span>');
  });

  it('comes back as it was by way of a program that keeps the page only', () => {
    const source = ['1 [总体要求', '2r 目标。提高', 'P 文', 'D 甲', 'X 甲,乙;丙,丁', 'R （责任单位：市财政局）]'];
    const data = clipboard();
    data.setData('text/html', pageOf(...source));
    const { session, lines } = editing('P |');
    session.editor.insertData(data);
    expect(lines().map((line) => line.replace('|', ''))).toEqual(source.map((line) => line.replace(/[[\]]/g, '')));
  });
});

/** What of a block is kept by copy and paste: all but ids and numbers of its own. */
const shapeOf = (block: Block) => ({
  type: block.type,
  text: blockText(block),
  level: block.type === 'clause' ? block.level : undefined,
  runIn: block.type === 'clause' ? block.runIn : undefined,
});

const host = { onChange: () => {}, onCaret: () => {}, functions: new Map(), missing: [], buildMissing: () => [] };

describe('any selection, copied and pasted into an empty place', () => {
  it('keeps texts and kinds, leaves a valid document, and is undone exactly', () => {
    fc.assert(
      fc.property(
        arbitraryDocument,
        fc.nat(400),
        fc.nat(60),
        fc.nat(30),
        fc.nat(60),
        (document, at, offset, span, endOffset) => {
          const session = createEditorSession(structuredClone(document), host);
          const { editor } = session;
          const part = partsOf(editor).findIndex(({ kind }) => kind === 'main');
          const blocks = partsOf(editor)[part]!.children;
          const first = at % blocks.length;
          const last = Math.min(first + span, blocks.length - 1);
          const start = offset % (blockText(blocks[first]!).length + 1);
          const end =
            last === first ? blockText(blocks[last]!).length : endOffset % (blockText(blocks[last]!).length + 1);
          Transforms.select(editor, {
            anchor: pointAt(editor, [blocks[first]!, [part, first]], start),
            focus: pointAt(editor, [blocks[last]!, [part, last]], end),
          });
          const data = copy(session);
          if (data.getData('text/plain') === '') return;
          // The caret in a caption stands for its picture.
          const whole = first === last && start === end && blocks[first]!.type === 'picture';
          const picked = whole && blocks.slice(first, last + 1).map(shapeOf);
          const selected = blocks.slice(first, last + 1).map((block, index) => {
            const text = blockText(block);
            const cut = text.slice(index === 0 ? start : 0, index === last - first ? end : text.length);
            return {
              ...shapeOf(block),
              text: cut,
              // Words of a caption alone bring no picture.
              ...(index === 0 &&
                (start > 0 || (block.type === 'picture' && last === first)) && {
                  type: 'paragraph',
                  level: undefined,
                  runIn: undefined,
                }),
            };
          });

          const other = createEditorSession(
            {
              ...document,
              parts: [
                {
                  type: 'part',
                  id: 'other-part',
                  kind: 'main',
                  numbering: {},
                  children: [{ type: 'paragraph', id: 'other-block', children: [{ text: '' }] }],
                },
              ],
            },
            host,
          );
          Transforms.select(other.editor, Editor.start(other.editor, []));
          const before = structuredClone(other.editor.children);
          other.editor.insertData(data);
          const pasted = partsOf(other.editor)[0]!.children;
          expect(documentSchema.safeParse(other.getDocument()).error?.issues ?? []).toEqual([]);
          const got = pasted.map(shapeOf);
          // A 专栏 of which the title was not selected is no box any more; its blocks stay what they are.
          expect(got).toEqual(picked || selected);
          expect(pasted.every((block) => isTextBlock(block))).toBe(true);
          other.run({ type: 'undo' });
          expect(other.editor.children).toEqual(before);
        },
      ),
      { numRuns: 300 },
    );
  });
});
