import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { caretToEndOf } from '../helpers/caret';
import { answerOpenDialogs, answerSaveDialogs } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder } from '../helpers/launch-app';
import { printedTexts, storedDocuments } from '../helpers/stored-documents';

type Field = Readonly<{ label: string; kind: string; example: string }>;
const templates = readdirSync('assets/templates').map(
  (name): Readonly<{ name: string; placeholders: readonly Field[] }> =>
    JSON.parse(readFileSync(join('assets/templates', name), 'utf8')),
);
const pictures = resolve('test-results', 'screens');
const picture = (window: Page, name: string) => window.screenshot({ path: join(pictures, `${name}.png`) });
const button = (window: Page, name: string | RegExp) => window.getByRole('button', { name, exact: true });
const option = (window: Page, name: string) =>
  window.getByRole('option').filter({ has: window.getByText(name, { exact: true }) });
const selected = (window: Page) => window.evaluate(() => getSelection()?.toString() ?? '');
const levels = (window: Page) =>
  window
    .getByRole('textbox', { name: '正文' })
    .getByRole('heading')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-level')).join());

test('a complete skeleton of every template within twelve actions', async () => {
  test.setTimeout(120_000);
  const { window, close } = await launchApp();
  for (const template of templates) {
    let actions = 0;
    const act = async (step: Promise<unknown>) => {
      actions += 1;
      await step;
    };
    await act(button(window, /从模板新建/).click());
    await act(option(window, template.name).click());
    for (const field of template.placeholders
      .filter(({ kind }) => kind !== 'superior' && kind !== 'period')
      .slice(0, 8)) {
      await act(window.getByLabel(field.label, { exact: true }).fill(field.example));
    }
    await act(button(window, '新建文稿').click());
    expect(actions, template.name).toBeLessThanOrEqual(12);
    await expect(window.getByRole('textbox', { name: '正文' })).toContainText(template.placeholders[0]!.example);
    await expect(window.getByRole('button', { name: /^待填 \d+$/ })).toBeVisible();
    await expect.poll(() => selected(window)).not.toBe('');
    await button(window, '文库').click();
  }
  await expect(window.locator('.library-table tbody tr')).toHaveCount(templates.length);
  await close();
});

test('gallery, form, preview and the walk through the placeholders', async () => {
  const { window, close, userData } = await launchApp();
  await button(window, /从模板新建/).click();
  const search = window.getByLabel('查找模板');
  await expect(search).toBeFocused();
  await search.fill('ssfa');
  await expect(window.getByRole('option')).toHaveCount(1);
  await search.fill('');
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('ArrowUp');
  await expect(window.getByRole('option', { selected: true })).toContainText('五年期专项规划');

  await window.getByLabel('城市', { exact: true }).fill('云川市');
  await window.getByLabel('规划期', { exact: true }).fill('2026');
  await expect(window.getByText('请写起止两个四位年份')).toBeVisible();
  await window.getByLabel('规划期的截止年份').fill('2030');
  await window.getByLabel('上级文件', { exact: true }).fill('云岭省标准化发展规划');
  await window.getByLabel('上级文件的文号').fill('云岭政发[2026]3');
  const bureau = window.getByLabel('牵头单位', { exact: true });
  await bureau.fill('scjg');
  await window.keyboard.press('Enter');
  await expect(bureau).toHaveValue('市市场监管局');
  const preview = window.getByRole('region', { name: '预览' });
  await expect(preview).toContainText('规划（2026—2030年）');
  await expect(preview).toContainText('为落实《云岭省标准化发展规划》（云岭政发〔2026〕3号）');
  await window.getByRole('checkbox', { name: /基本原则/ }).check();
  await expect(preview).toContainText('（二）基本原则。');
  await picture(window, 'gallery');
  await button(window, '新建文稿').click();

  const paper = window.getByRole('textbox', { name: '正文' });
  await expect(paper).toBeVisible();
  await expect.poll(() => selected(window)).toBe('规划领域');
  const before = await levels(window);
  await window.keyboard.type('标准化建设');
  await window.keyboard.press('Tab');
  await expect.poll(() => selected(window)).not.toBe('');
  const second = await selected(window);
  await window.keyboard.press('Tab');
  await expect.poll(() => selected(window)).not.toBe(second);
  await window.keyboard.press('Shift+Tab');
  await expect.poll(() => selected(window)).toBe(second);
  expect(await levels(window)).toBe(before);
  expect(before.length).toBeGreaterThan(10);
  await expect(window.getByText('写什么')).toBeVisible();
  await picture(window, 'walk');

  // Elsewhere Tab still changes the level.
  await caretToEndOf(window, '发展基础和面临形势');
  await window.keyboard.press('End');
  await window.keyboard.press('Tab');
  await expect.poll(() => levels(window)).not.toBe(before);
  await window.keyboard.press('Control+Z');

  // Guidance is switched off and on.
  await button(window, '不显示写作提示').click();
  await expect(window.getByRole('tab', { name: '写作提示' })).toHaveCount(0);
  await button(window, '重新显示').click();
  await expect(window.getByRole('tab', { name: '写作提示' })).toHaveCount(1);
  await close();
  expect(storedDocuments(userData)[0]?.template?.values).toMatchObject({ city: '云川市', period: '2026—2030年' });
});

test('a bureau’s own template: changed, deviations undone, handed on as a file, and its documents follow it', async () => {
  test.setTimeout(90_000);
  const userData = newUserDataFolder();
  const { app, window, close } = await launchApp({ userData });
  await button(window, '本单位模板').click();
  await button(window, '复制实施方案').click();
  await window.getByLabel('模板名称').fill('市质量局实施方案');
  await button(window, /^进度安排/).click();
  await window.getByLabel('必备程度').selectOption('required');
  await button(window, '在后面加一节').click();
  await window.getByLabel('标题', { exact: true }).fill('风险防范');
  const differences = window.getByRole('complementary', { name: '与原模板的不同' });
  await expect(differences).toContainText('“进度安排”由建议改为必备');
  await expect(differences).toContainText('增加“风险防范”');
  await picture(window, 'template-editor');
  await button(window, '恢复：“进度安排”由建议改为必备').click();
  await expect(differences).not.toContainText('进度安排');
  await button(window, '保存模板').click();
  await expect(window.getByText('市质量局实施方案', { exact: true })).toBeVisible();
  await picture(window, 'templates');

  const file = join(userData, 'template.json');
  await answerSaveDialogs(app, file);
  await button(window, '导出市质量局实施方案').click();
  await expect.poll(() => existsSync(file)).toBe(true);
  const data = JSON.parse(readFileSync(file, 'utf8'));
  data.parts[1].sections[3].heading.level = 9;
  writeFileSync(file, JSON.stringify(data));
  await answerOpenDialogs(app, [file]);
  await button(window, '从文件读入…').click();
  await expect(window.getByRole('alert')).toContainText('第2部分（正文）第4节“实施范围”标题层次');
  await button(window, '完成').click();

  // A document of it, then the template moves on.
  await button(window, /从模板新建/).click();
  await option(window, '市质量局实施方案').click();
  await window.getByLabel('城市', { exact: true }).fill('云川市');
  await button(window, '新建文稿').click();
  const paper = window.getByRole('textbox', { name: '正文' });
  await expect(paper).toContainText('风险防范');
  await button(window, '文库').click();
  await button(window, '本单位模板').click();
  await button(window, '修改市质量局实施方案').click();
  await button(window, /^风险防范/).click();
  await window.getByLabel('标题', { exact: true }).fill('风险评估');
  await button(window, '在后面加一节').click();
  await window.getByLabel('标题', { exact: true }).fill('经费预算');
  await button(window, '保存模板').click();
  await button(window, '完成').click();
  await window.locator('.library-table tbody tr').first().dblclick();
  await expect(window.getByText('已更新到第 2 版')).toBeVisible();
  await button(window, '查看差别').click();
  await window.getByRole('checkbox', { name: /风险防范/ }).uncheck();
  await picture(window, 'template-upgrade');
  await button(window, '采用所选 1 项').click();
  await expect(paper).toContainText('经费预算');
  await expect(paper).toContainText('风险防范');
  await expect(window.getByText('已更新到第 2 版')).toHaveCount(0);
  await window.keyboard.press('Control+Z');
  await expect(paper).not.toContainText('经费预算');
  await close();
  expect(storedDocuments(userData)[0]?.template?.version).toBe(2);
});

test('the dictionary of units is edited, handed on as a file, and used by the forms', async () => {
  const userData = newUserDataFolder();
  const { app, window, close } = await launchApp({ userData });
  await button(window, '单位名录').click();
  await button(window, '添加单位').click();
  await window.getByLabel('新单位的全称').fill('云川市供水管理局');
  await button(window, '保存').click();
  await expect(window.getByRole('alert')).toContainText('“云川市供水管理局”的全称和简称都要写');
  await window.getByLabel('新单位的简称').fill('市供水局');
  await picture(window, 'units');
  const file = join(userData, 'units.csv');
  await answerSaveDialogs(app, file);
  await button(window, '导出 .csv…').click();
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toContain('云川市供水管理局,市供水局');
  writeFileSync(file, '全称,简称,类别\n云川市供水管理局,市供水局,水部门\n');
  await answerOpenDialogs(app, [file]);
  await button(window, '从 .csv 读入…').click();
  await expect(window.getByRole('alert')).toContainText('第2行：没有“水部门”这一类别');
  await button(window, '保存').click();
  await button(window, /从模板新建/).click();
  const bureau = window.getByLabel('牵头单位', { exact: true });
  await bureau.fill('gsj');
  await expect(window.getByRole('listbox', { name: '可选单位' }).getByRole('option').first()).toHaveText('市供水局');
  await close();
});

const seed = resolve('../shared/seeds/2-nantong-action-plan-2017.txt');
test('last year’s plan is the start of this year’s', async () => {
  test.skip(!existsSync(seed), 'seed 2 is not here: ../shared is absent');
  const { app, window, close, userData } = await launchApp();
  await answerOpenDialogs(app, [seed]);
  await button(window, /以去年文稿为底稿/).click();
  await button(window, '从文件打开…').click();
  await window.getByRole('checkbox', { name: /保障措施/ }).uncheck();
  await picture(window, 'reuse');
  await button(window, '新建文稿').click();
  const paper = window.getByRole('textbox', { name: '正文' });
  await expect(paper).toContainText('工作重点');
  await expect(paper).not.toContainText('加大政策扶持');
  await expect.poll(() => selected(window)).toBe('原2017年');
  const panel = window.getByRole('tabpanel', { name: '旧稿遗留' });
  await expect(panel).toContainText('个词还在文中');
  await picture(window, 'leftovers');
  const open = () => panel.getByRole('button', { name: /^保留/ }).count();
  const count = await open();
  await panel.getByRole('button', { name: /^保留/ }).first().click();
  await expect.poll(open).toBe(count - 1);
  await close();
  const document = storedDocuments(userData).find(({ meta }) => meta.leftovers);
  expect(document?.meta.leftovers?.filter(({ kept }) => kept)).toHaveLength(1);
  expect(printedTexts(document!).join('\n')).not.toMatch(/2017年5月15日/);
});

test('a template is learned from documents of the past, shown, adjusted and edited', async () => {
  const { app, window, close, userData } = await launchApp();
  const plan = (subject: string, goals: boolean): string => {
    const path = join(userData, `${subject}.txt`);
    const lines = [
      `云川市关于推进${subject}的实施意见`,
      `为推进${subject}，现提出如下意见。`,
      '一、总体要求',
      '（一）指导思想。以便民利民为主线，统筹布局。',
      ...(goals ? ['（二）主要目标。到2030年全部完成。'] : []),
      `二、建好${subject}站点`,
      '（一）摸清底数。逐户登记。（责任单位：市商务局）',
      '三、保障措施',
      '（一）加强组织领导。各区要把工作列入重要日程，明确专人负责。',
    ];
    writeFileSync(path, lines.join('\n'));
    return path;
  };
  await answerOpenDialogs(app, [plan('早市', true), plan('夜市', true), plan('集市', false)]);
  await button(window, /从模板新建/).click();
  await button(window, /本单位模板/).click();
  await button(window, '从旧稿总结…').click();
  const dialog = window.getByRole('dialog', { name: '3 份旧稿的共同结构' });
  await expect(dialog.getByRole('row', { name: /^目标/ })).toContainText('2 / 3');
  await expect(dialog.getByText('各区要把工作列入重要日程，明确专人负责。')).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme: theme });
    await picture(window, `learned-${theme}`);
  }
  await dialog.getByLabel('目标写进模板').selectOption('必备');
  await dialog.getByRole('button', { name: '做成模板' }).click();
  await expect(window.getByRole('navigation', { name: '模板结构' })).toContainText('主要目标');
  await button(window, '保存模板').click();
  await expect(window.getByText('已保存模板“实施意见（旧稿总结）”。')).toBeVisible();
  await close();
});
