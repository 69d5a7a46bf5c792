// What a person does with the app, in real Electron: scripts/start.mjs runs it where there is no display.
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caretToEndOf } from '../tests/helpers/caret.ts';
import { composeChinese } from '../tests/helpers/compose-chinese.ts';
import { answerSaveDialogs, recordShownFiles } from '../tests/helpers/desktop-dialogs.ts';
import { docxText } from '../tests/helpers/docx-text.ts';
import { launchApp } from '../tests/helpers/launch-app.ts';
import { SetUpError } from './set-up/run.mjs';
import { runScript } from './set-up.mjs';

const title = '云川市人民政府关于推进社区养老服务的实施意见';
/** Typed as an input method does it: pinyin, then the characters. */
const phrases = /** @type {const} */ ([
  ['jiaqiangduiwujianshe', '加强队伍建设'],
  ['。', '。'],
  ['dao', '到'],
  ['2030nian', '2030年'],
  ['peixunhuliyuan', '培训护理员'],
  ['1200ming', '1200名'],
  ['。', '。'],
]);

await runScript(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nigao-'));
  const file = join(folder, `${title}.docx`);
  const { app, window, close } = await launchApp({ userData: join(folder, '数据') });
  try {
    tell('打开拟稿');
    await window.getByRole('button', { name: '从模板新建' }).click();
    await window.getByLabel('城市', { exact: true }).fill('云川市');
    await window.getByLabel('事由', { exact: true }).fill('推进社区养老服务');
    await window.getByRole('button', { name: '新建文稿' }).click();
    await window.getByRole('textbox', { name: '正文' }).waitFor();
    tell(`从模板新建：${title}`);

    await caretToEndOf(window, '做好跟踪评估');
    await window.keyboard.press('Enter');
    await composeChinese(window, phrases);
    const outline = window.getByRole('navigation', { name: '提纲' });
    await outline.getByText('加强队伍建设').first().waitFor();
    await window.getByRole('status').filter({ hasText: '已保存' }).waitFor();
    tell(`用输入法起草：${phrases.map(([, text]) => text).join('')}`);

    for (const part of ['指导思想', '目标', '任务', '保障措施']) {
      const tile = window.getByRole('region', { name: '必备要素' }).getByRole('button', { name: part });
      tell(`检查：${part}，${await tile.getAttribute('title')}`);
    }

    await answerSaveDialogs(app, file);
    await recordShownFiles(app);
    await window.getByRole('button', { name: '导出', exact: true }).click();
    await window.getByRole('button', { name: '选择位置并导出' }).click();
    await window.getByRole('dialog', { name: '已导出' }).waitFor();
    if (!docxText(file).includes('加强队伍建设。到2030年培训护理员1200名。')) {
      throw new SetUpError(`导出的文件里没有刚写的话：${file}`);
    }
    tell(`导出 Word 文件（${Math.ceil(statSync(file).size / 1024)} kB）：`);
    console.log(file);
  } finally {
    await close();
  }
  return 0;
});

/** @param {string} text */
function tell(text) {
  console.log(`· ${text}`);
}
