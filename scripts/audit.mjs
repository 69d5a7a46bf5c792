import { spawnSync } from 'node:child_process';
import { shippedComponents } from './sbom.mjs';
import { isProgram, projectFolder } from './set-up/run.mjs';
import { runScript, setUpNodePackages } from './set-up.mjs';

/** @typedef {Readonly<{ name: string, severity: string }>} Advice */

/**
 * What npm says of the lock file.
 * @param {string} text its answer
 * @param {ReadonlySet<string>} shipped names of packages that go to people
 * @returns {{ shipped: Advice[], tools: Advice[] } | null} null when it could not ask
 */
export function readAudit(text, shipped) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof answer?.vulnerabilities !== 'object' || answer.vulnerabilities === null) return null;
  /** @type {Advice[]} */
  const all = Object.values(answer.vulnerabilities).map(({ name, severity }) => ({ name, severity }));
  return { shipped: all.filter(({ name }) => shipped.has(name)), tools: all.filter(({ name }) => !shipped.has(name)) };
}

// npm run audit: 0 nothing known of what goes to people, 1 something is, 2 nobody could be asked.
if (isProgram(import.meta.url))
  await runScript(async () => {
    await setUpNodePackages();
    const { stdout } = spawnSync('npm', ['audit', '--package-lock-only', '--json'], {
      cwd: projectFolder,
      encoding: 'utf8',
      timeout: 120_000,
      shell: process.platform === 'win32',
    });
    const components = shippedComponents().components;
    const found = readAudit(stdout ?? '', new Set(components.map(({ name }) => name)));
    if (found === null) {
      console.log('没有核对：连不上软件包登记处，或它不提供安全通告。请换一个网络再试。');
      return 2;
    }
    for (const { name, severity } of found.shipped) console.log(`随软件交付：${name}，${severity}`);
    for (const { name, severity } of found.tools) console.log(`只用于构建和测试：${name}，${severity}`);
    console.log(
      `按锁定文件核对：随软件交付的 ${components.length} 个部件中有 ${found.shipped.length} 个、构建和测试工具中有 ${found.tools.length} 个有已知漏洞。`,
    );
    return found.shipped.length > 0 ? 1 : 0;
  });
