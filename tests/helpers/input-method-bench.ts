import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Block } from '../../shared/document/block';
import { blockText } from '../../shared/document/plain-text';
import { packNigaoFile } from '../../shared/file/nigao-file';
import { everyBlock, everyBlockPictures } from './every-block';
import { launchApp, newUserDataFolder, type RunningApp } from './launch-app';
import { storedDocuments } from './stored-documents';

type Place = readonly [block: string, offset: number];

/** What an input method and a person do in a document with every kind of block, and what must agree after it. */
export type InputMethodBench = Readonly<{
  running: RunningApp;
  press(key: string): Promise<void>;
  /** Selects in the page as the mouse would; cells follow each other without a gap. */
  select(from: Place, to?: Place): Promise<void>;
  /** The letters as they are typed one by one, not yet committed. */
  spell(pinyin: string): Promise<void>;
  commit(text: string): Promise<void>;
  cancel(): Promise<void>;
  compose(pinyin: string, text: string): Promise<void>;
  /** Characters that each come as a key, as from a symbol panel, handwriting or a keyboard. */
  typeKeys(text: string): Promise<void>;
  /** Saved blocks in document order. */
  stored(): readonly Block[];
  /** Texts on the page by block. */
  onPage(): Promise<Record<string, string>>;
  /** Page and saved model come to agree. */
  pageIsSaved(): Promise<void>;
  /** Page and saved model agree; so do the texts named, the rest is as it was opened, and nothing was logged. */
  agree(changed?: Readonly<Record<string, string | undefined>>): Promise<void>;
  /** Takes back steps until everything is as it was opened. */
  restore(most?: number): Promise<void>;
}>;

const textsOf = (blocks: readonly Block[]): Record<string, string> =>
  Object.fromEntries(blocks.map((block) => [block.id, blockText(block).replace(/[\t\n]/g, '')]));

/** Texts as the bench's document has them, by block. */
export const openedTexts: Readonly<Record<string, string>> = textsOf(everyBlock.parts.flatMap((part) => part.children));

/** Opens the app with the document of every block. Compositions go through the DevTools protocol. */
export const openInputMethodBench = async (): Promise<InputMethodBench> => {
  const userData = newUserDataFolder();
  const path = join(userData, '意见.nigao');
  writeFileSync(path, packNigaoFile(everyBlock, everyBlockPictures));
  const running = await launchApp({ userData, args: [path] });
  const { window } = running;
  const errors: string[] = [];
  window.on('pageerror', (error) => errors.push(error.message));
  window.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await expect(window.getByRole('textbox', { name: '正文' })).toBeVisible();
  const devtools = await window.context().newCDPSession(window);

  const press = (key: string) => window.keyboard.press(key);
  const select = async (from: Place, to: Place = from): Promise<void> => {
    await window.evaluate(
      ([anchor, focus]) => {
        const find = ([id, offset]: readonly [string, number]): [Node, number] => {
          const block = document.querySelector(`[data-block="${id}"]`)!;
          let rest = offset;
          const strings = [...block.querySelectorAll('[data-slate-string], [data-slate-zero-width]')];
          for (const [index, string] of strings.entries()) {
            const { length } = string.hasAttribute('data-slate-zero-width') ? '' : (string.textContent ?? '');
            if (rest <= length && (rest < length || index === strings.length - 1 || length > 0))
              return [string.firstChild!, rest];
            rest -= length;
          }
          throw new Error(`no place ${id} ${offset}`);
        };
        document.querySelector<HTMLElement>('.paper')!.focus();
        const [start, startOffset] = find(anchor);
        const [end, endOffset] = find(focus);
        start.parentElement!.scrollIntoView({ block: 'center' });
        getSelection()!.setBaseAndExtent(start, startOffset, end, endOffset);
      },
      [from, to] as const,
    );
  };

  const spell = async (pinyin: string): Promise<void> => {
    for (let end = 1; end <= pinyin.length; end += 1) {
      const text = pinyin.slice(0, end);
      await devtools.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
    }
  };
  const commit = async (text: string): Promise<void> => void (await devtools.send('Input.insertText', { text }));
  const cancel = async (): Promise<void> =>
    void (await devtools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 }));
  const compose = async (pinyin: string, text: string): Promise<void> => {
    await spell(pinyin);
    await commit(text);
  };

  const typeKeys = async (text: string): Promise<void> => {
    for (const key of text) {
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, key });
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
    }
  };

  const stored = () => storedDocuments(userData)[0]!.parts.flatMap((part) => part.children);
  const onDisk = () => textsOf(stored());
  const onPage = () =>
    window
      .locator('.paper [data-block]')
      .evaluateAll((blocks) =>
        Object.fromEntries(
          blocks.map((block) => [
            block.getAttribute('data-block')!,
            (block.textContent ?? '').replace(/[\uFEFF\u200B]/g, ''),
          ]),
        ),
      );

  const pageIsSaved = () =>
    expect(async () => {
      await press('Control+s');
      expect(await onPage()).toEqual(onDisk());
    }).toPass();
  const agree = async (changed: Readonly<Record<string, string | undefined>> = {}): Promise<void> => {
    await pageIsSaved();
    const expected: Record<string, string | undefined> = { ...openedTexts, ...changed };
    for (const [id, text] of Object.entries(expected)) if (text === undefined) delete expected[id];
    expect(onDisk()).toEqual(expected);
    expect(errors).toEqual([]);
  };
  const restore = async (most = 4): Promise<void> => {
    for (let step = 0; step < most; step += 1) {
      if (JSON.stringify(await onPage()) === JSON.stringify(openedTexts)) break;
      await press('Control+z');
      await window.waitForTimeout(20);
    }
    await agree();
  };

  return {
    running,
    press,
    select,
    spell,
    commit,
    cancel,
    compose,
    typeKeys,
    stored,
    onPage,
    pageIsSaved,
    agree,
    restore,
  };
};
