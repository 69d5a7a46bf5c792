import { buildIfStale } from './build.mjs';
import { launchSettings, requireElectron } from './electron-runtime.mjs';
import { projectFolder, run, say } from './set-up/run.mjs';
import { hasDisplay } from './set-up/system-packages.mjs';
import { runScript, setUp } from './set-up.mjs';
import { runWithDisplay } from './virtual-display.mjs';

await runScript(async () => {
  await setUp();
  await buildIfStale();
  const runtime = requireElectron();
  const { args, env } = launchSettings(runtime);
  if (args.includes('--no-sandbox'))
    say('以 root 身份运行，Chromium 沙箱建不起来，这次加上 --no-sandbox；平时请用普通用户。');
  if (!hasDisplay()) {
    say('没有显示器：在虚拟屏幕上用真正的 Electron 走一遍，从模板新建、起草、检查到导出。');
    return runWithDisplay('node', ['scripts/main-job.mjs']);
  }
  return run(runtime.executable, [...args, projectFolder, ...process.argv.slice(2)], { env, shell: false });
});
