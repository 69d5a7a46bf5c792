import type { Page } from '@playwright/test';

/** Puts the caret behind the last character of the block on the paper that contains `text`, with the mouse. */
export const caretToEndOf = async (page: Page, text: string): Promise<void> => {
  const block = page.locator('.paper [data-block]').filter({ hasText: text }).first();
  await block.scrollIntoViewIfNeeded();
  const box = await block.boundingBox();
  if (!box) throw new Error(`no block with ${text}`);
  // The last line of text: behind its end, still inside the block.
  await page.mouse.click(box.x + box.width - 2, box.y + box.height - 8);
  await page.keyboard.press('End');
};
