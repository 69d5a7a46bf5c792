import type { Page } from '@playwright/test';

/**
 * Types Chinese as an input method does: each phrase is first composed as pinyin, then replaced by its characters.
 * @param phrases pinyin and characters, in the order they are typed
 */
export async function composeChinese(
  page: Page,
  phrases: readonly (readonly [pinyin: string, text: string])[],
): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (const [pinyin, text] of phrases) {
    for (let end = 1; end <= pinyin.length; end += 1) {
      const composed = pinyin.slice(0, end);
      await devtools.send('Input.imeSetComposition', { text: composed, selectionStart: end, selectionEnd: end });
    }
    await devtools.send('Input.insertText', { text });
  }
  await devtools.detach();
}
