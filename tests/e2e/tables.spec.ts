import { resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { caretToEndOf } from '../helpers/caret';
import { composeChinese } from '../helpers/compose-chinese';
import { launchApp } from '../helpers/launch-app';

const rowsOf = (window: Page): Promise<string[][]> =>
  window
    .locator('.paper table')
    .first()
    .evaluate((table) =>
      [...(table as HTMLTableElement).rows].map((row) =>
        [...row.cells].map((cell) => (cell.textContent ?? '').replace(/\uFEFF/g, '')),
      ),
    );

test('a table is filled, shaped and summed by keyboard and mouse', async () => {
  const { window, close } = await launchApp();
  const errors: string[] = [];
  window.on('pageerror', (error) => errors.push(error.message));
  window.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await window.getByRole('button', { name: '从模板新建' }).click();
  await window.getByRole('button', { name: '新建文稿' }).click();
  await caretToEndOf(window, '做好跟踪评估');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: '表格', exact: true }).click();
  const tools = window.getByRole('toolbar', { name: '表格' });
  await expect(tools).toBeVisible();

  // Tab walks through the cells; behind the last one there is a new row.
  const texts = ['县区', '数量', '备注', '甲县', '12.5', '', '乙县', '7', '', '合计'];
  for (const [index, text] of texts.entries()) {
    if (index > 0) await window.keyboard.press('Tab');
    if (text === '甲县') await composeChinese(window, [['jiaxian', '甲县']]);
    else if (text !== '') await window.keyboard.insertText(text);
  }
  expect(await rowsOf(window)).toEqual([
    ['县区', '数量', '备注'],
    ['甲县', '12.5', ''],
    ['乙县', '7', ''],
    ['合计', '', ''],
  ]);

  await window.keyboard.press('ArrowRight');
  await tools.getByRole('button', { name: '数字列（右对齐）' }).click();
  await tools.getByRole('button', { name: '本列合计' }).click();
  expect((await rowsOf(window))[3]).toEqual(['合计', '19.5', '']);
  await expect(window.locator('.paper td[data-kind="number"]')).toHaveCount(3);
  await window.screenshot({ path: resolve('test-results', 'screens', 'table-tools.png') });

  // Arrows cross cells, Enter makes no new block.
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('End');
  await window.keyboard.insertText('5');
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.insertText('市');
  await window.keyboard.press('Enter');
  await window.keyboard.insertText('数');
  expect(await rowsOf(window)).toEqual([
    ['县区', '数量', '备注'],
    ['甲县', '12.5', ''],
    ['乙县市', '75', ''],
    ['合计数', '19.5', ''],
  ]);

  // Shift and arrows select whole cells; Delete empties them; one step of undo.
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Shift+ArrowUp');
  await expect(window.locator('.paper td[data-selected]')).toHaveCount(4);
  await window.screenshot({ path: resolve('test-results', 'screens', 'table-cells-selected.png') });
  await window.keyboard.press('Delete');
  expect((await rowsOf(window)).slice(2)).toEqual([
    ['', '', ''],
    ['', '', ''],
  ]);
  await window.keyboard.press('Control+z');
  expect((await rowsOf(window))[2]).toEqual(['乙县市', '75', '']);

  // Selected cells are merged.
  const cell = (row: number, column: number) => window.locator('.paper tr').nth(row).locator('td').nth(column);
  await cell(1, 2).click();
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await expect(window.locator('.paper td[data-selected]')).toHaveCount(3);
  await tools.getByRole('button', { name: '合并单元格' }).click();
  await expect(cell(1, 2)).toHaveAttribute('rowspan', '3');
  await expect(window.getByRole('textbox', { name: '正文' })).toBeFocused();
  await window.keyboard.insertText('统一采购');
  expect((await rowsOf(window))[1]).toEqual(['甲县', '12.5', '统一采购']);

  // What is no number is named.
  await cell(3, 1).click();
  await cell(2, 1).click();
  await window.keyboard.press('End');
  await window.keyboard.insertText('约');
  await cell(3, 1).click();
  await tools.getByRole('button', { name: '本列合计' }).click();
  await expect(window.getByText('没有合计：本列第 3 行“75约”不是数字，或与其他各行的写法不同。').first()).toBeVisible();

  await tools.getByRole('button', { name: '删除表格' }).click();
  await expect(window.locator('.paper table')).toHaveCount(0);
  await expect(tools).toBeHidden();
  await window.keyboard.press('Control+z');
  await expect(window.locator('.paper table')).toHaveCount(1);
  expect(errors).toEqual([]);
  await close();
});

test('cells selected by dragging stay selected for the click that follows at once', async () => {
  const { window, close } = await launchApp();
  await window.getByRole('button', { name: '从模板新建' }).click();
  await window.getByRole('button', { name: '新建文稿' }).click();
  await caretToEndOf(window, '做好跟踪评估');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: '表格', exact: true }).click();
  const tools = window.getByRole('toolbar', { name: '表格' });
  const selected = window.locator('.paper td[data-selected]');
  const merge = window.getByRole('menuitem', { name: '合并单元格' });
  const middle = async (row: number, column: number): Promise<[number, number]> => {
    const box = await window.locator('.paper tr').nth(row).locator('td').nth(column).boundingBox();
    return [box!.x + box!.width / 2, box!.y + box!.height / 2];
  };
  /** Empty cells, and a pointer that jumps in `steps` moves. */
  const drag = async (steps: number): Promise<void> => {
    await window.mouse.move(...(await middle(1, 0)));
    await window.mouse.down();
    await window.mouse.move(...(await middle(2, 1)), { steps });
    await window.mouse.up();
  };
  await expect(tools).toBeVisible();
  for (const steps of [1, 2, 5]) {
    await drag(steps);
    await window.mouse.click(...(await middle(2, 1)), { button: 'right' });
    await expect(selected).toHaveCount(4);
    await merge.click();
    await expect(window.locator('.paper td')).toHaveCount(6);
    await window.keyboard.press('Control+z');
    await expect(window.locator('.paper td')).toHaveCount(9);

    await window.mouse.click(...(await middle(0, 0)));
    await expect(selected).toHaveCount(0);
    await drag(steps);
    await tools.getByRole('button', { name: '合并单元格' }).click();
    await expect(window.locator('.paper td')).toHaveCount(6);
    await window.keyboard.press('Control+z');
    await expect(window.locator('.paper td')).toHaveCount(9);
    await window.mouse.click(...(await middle(0, 0)));
    await expect(selected).toHaveCount(0);
  }
  await close();
});

test('the menu of a cell opens by mouse and key, and a dialog that is left leads back into the cell', async () => {
  const { window, close } = await launchApp();
  await window.getByRole('button', { name: '从模板新建' }).click();
  await window.getByRole('button', { name: '新建文稿' }).click();
  await caretToEndOf(window, '做好跟踪评估');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: '表格', exact: true }).click();
  const cell = window.locator('.paper td').nth(4);
  const menu = window.getByRole('menu', { name: '表格' });
  const paper = window.getByRole('textbox', { name: '正文' });
  await cell.click({ button: 'right' });
  await expect(menu).toBeVisible();
  await window.screenshot({ path: 'test-results/screens/table-menu-1280.png' });
  await menu.getByRole('menuitem', { name: '表题' }).click();
  await expect(window.getByRole('dialog', { name: '表题' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(paper).toBeFocused();
  await window.keyboard.type('回到格里');
  await expect(cell).toHaveText('回到格里');
  await window.keyboard.press('ContextMenu');
  await expect(menu).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(paper).toBeFocused();
  await window.keyboard.type('，再来');
  await expect(cell).toHaveText('回到格里，再来');
  await window.locator('.paper').getByText('指导思想').first().click({ button: 'right' });
  await expect(menu).toBeHidden();
  await close();
});
