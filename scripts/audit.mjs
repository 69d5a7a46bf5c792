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
      console.log(
        'Not audited: the package registry cannot be reached, or tells of no advisories. Try again on another network.',
      );
      return 2;
    }
    for (const { name, severity } of found.shipped) console.log(`shipped: ${name}, ${severity}`);
    for (const { name, severity } of found.tools) console.log(`for building and testing only: ${name}, ${severity}`);
    console.log(
      `${found.shipped.length} of the ${components.length} components that are shipped have known weaknesses, and ${found.tools.length} of the tools.`,
    );
    return found.shipped.length > 0 ? 1 : 0;
  });
