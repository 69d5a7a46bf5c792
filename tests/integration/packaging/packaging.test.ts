import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildIfStale } from '../../../scripts/build.mjs';

const projectFolder = resolve(import.meta.dirname, '../../..');
let folder = '';
let config = '';
/** What electron-builder hands to fpm, which makes .deb and .rpm files and cannot be had everywhere. */
const handedOver = z.object({ args: z.array(z.string()), texts: z.record(z.string(), z.string()) });
const recorder = `#!${process.execPath}
const { readFileSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
const written = args.flatMap((arg) => /^(.+\\.(?:desktop|xml))=/.exec(arg)?.[1] ?? []);
const texts = Object.fromEntries(written.map((file) => [file.split('.').at(-1), readFileSync(file, 'utf8')]));
writeFileSync(args[args.indexOf('--package') + 1], JSON.stringify({ args, texts }));
`;

/** Runs electron-builder with an Electron of some bytes: what is packed beside it is what counts here. */
const pack = (...options: string[]): Promise<string> =>
  new Promise((done) => {
    const args = [
      ...['node_modules/electron-builder/cli.js', '--config', config, '--projectDir', projectFolder],
      ...['--publish', 'never', `-c.directories.output=${folder}`, '-c.electronVersion=45.4.1'],
      ...options,
    ];
    const env = { ...process.env, CUSTOM_FPM_PATH: join(folder, 'fpm') };
    execFile(process.execPath, args, { cwd: projectFolder, env }, (_error, stdout, stderr) => done(stdout + stderr));
  });
const binariesIn = async (packed: string): Promise<string[]> =>
  (await readdir(join(folder, packed), { recursive: true }))
    .filter((name) => name.endsWith('.node'))
    .map((name) => basename(name));

beforeAll(async () => {
  await buildIfStale({ quiet: true });
  folder = await mkdtemp(join(tmpdir(), 'nigao-packaging-'));
  for (const [system, executable] of [
    ['linux', 'electron'],
    ['win', 'electron.exe'],
  ] as const) {
    await mkdir(join(folder, system, 'locales'), { recursive: true });
    for (const name of [executable, 'LICENSE', 'version', 'locales/zh-CN.pak'])
      await writeFile(join(folder, system, name), '');
  }
  await writeFile(join(folder, 'fpm'), recorder);
  await chmod(join(folder, 'fpm'), 0o755);
  config = join(folder, 'config.yml');
  // Fuses are burned into a real Electron only; the packed app of the end-to-end tests has them.
  const whole = await readFile(join(projectFolder, 'electron-builder.yml'), 'utf8');
  await writeFile(config, whole.replace(/^electronFuses:\n(?: .*\n)+/m, ''));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(process.platform !== 'linux')('packages', () => {
  it.each([
    ['x64', 'amd64', 'x86_64'],
    ['arm64', 'arm64', 'aarch64'],
  ])(
    '.deb and .rpm for %s are complete up to fpm: name, icons, start menu, file type, dependencies',
    { timeout: 60_000 },
    async (arch, deb, rpm) => {
      const said = await pack('--linux', 'deb', 'rpm', `--${arch}`, `-c.electronDist=${join(folder, 'linux')}`);
      expect(said).not.toContain('⨯');
      expect(await binariesIn(arch === 'x64' ? 'linux-unpacked' : 'linux-arm64-unpacked')).toEqual([
        `linux-${arch}.node`,
      ]);
      for (const [name, needs] of [
        [`nigao-0.1.0-${deb}.deb`, 'libnss3'],
        [`nigao-0.1.0-${rpm}.rpm`, 'nss'],
      ] as const) {
        const { args, texts } = handedOver.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
        expect(args[args.indexOf(needs) - 1]).toBe('-d');
        expect(args.filter((arg) => arg.includes('/hicolor/'))).toHaveLength(8);
        expect(texts.desktop).toContain('Name=拟稿\n');
        expect(texts.desktop).toContain('Comment=起草、检查、导出公文');
        expect(texts.desktop).toContain('MimeType=application/x-nigao;');
        expect(texts.desktop).toContain('StartupWMClass=nigao\n');
        expect(texts.xml).toContain('<glob pattern="*.nigao"/>');
      }
    },
  );

  it.each(['x64', 'arm64'])(
    'for Windows on %s hold the SQLite of Windows, whatever packs them',
    { timeout: 60_000 },
    async (arch) => {
      // It stops where the name and icon are written into the executable, which is none here.
      await pack('--win', 'dir', `--${arch}`, `-c.electronDist=${join(folder, 'win')}`);
      expect(await binariesIn(arch === 'x64' ? 'win-unpacked' : 'win-arm64-unpacked')).toEqual([`win32-${arch}.node`]);
    },
  );
});

/** What of electron-builder's scripts the uninstaller's own part uses; makensis itself is Debian's. */
const aroundUninstaller = (script: string, out: string): string => `
Unicode true
Name nigao
OutFile "${out}"
!define BUILD_UNINSTALLER
!define UAC_SYNCREGISTERS 0x1
!include LogicLib.nsh
Var installMode
!define isUpdated \`$installMode == "updated"\`
!define UAC_IsInnerInstance \`$installMode == "inner"\`
!macro UAC_AsUser_Call type name flags
  Get\${type}Address $0 \${name}
!macroend
!include "${script}"
Section
  WriteUninstaller "$EXEDIR\\uninstall.exe"
SectionEnd
Section un.Uninstall
  StrCpy $installMode all
  !insertmacro customUnInstall
SectionEnd
`;

describe('installers', () => {
  const configured = z.object({
    win: z.object({ target: z.array(z.object({ target: z.string(), arch: z.array(z.string()) })) }),
    linux: z.object({ target: z.array(z.object({ target: z.string(), arch: z.array(z.string()) })) }),
    nsis: z.record(z.string(), z.unknown()),
    fileAssociations: z.array(z.object({ ext: z.string(), mimeType: z.string() })),
  });
  /** With the reader that electron-builder itself has. */
  const read = async () => {
    const { load } = createRequire(join(projectFolder, 'node_modules', 'app-builder-lib', 'package.json'))(
      'js-yaml',
    ) as { load(text: string): unknown };
    return configured.parse(load(await readFile(join(projectFolder, 'electron-builder.yml'), 'utf8')));
  };
  const targetsOf = (targets: readonly { target: string; arch: string[] }[]) =>
    Object.fromEntries(targets.map(({ target, arch }) => [target, arch]));

  it('are configured for Windows and Linux on both kinds of machines', async () => {
    const { win, linux, fileAssociations } = await read();
    expect(targetsOf(win.target)).toEqual({ nsis: ['x64', 'arm64'], portable: ['x64'] });
    expect(targetsOf(linux.target)).toEqual({
      AppImage: ['x64', 'arm64'],
      deb: ['x64', 'arm64'],
      rpm: ['x64', 'arm64'],
    });
    expect(fileAssociations).toMatchObject([{ ext: 'nigao', mimeType: 'application/x-nigao' }]);
  });

  it('for Windows are in Chinese, ask for whom to install, and keep documents on upgrade and on uninstalling', async () => {
    const { nsis } = await read();
    expect(nsis).toMatchObject({
      oneClick: false,
      perMachine: false,
      selectPerMachineByDefault: false,
      allowElevation: true,
      installerLanguages: 'zh_CN',
      deleteAppDataOnUninstall: false,
      include: 'assets/packaging/installer.nsh',
    });
  });

  it('uninstall with a question that a compiler takes, warnings included', async ({ skip }) => {
    const compiles = (script: string) =>
      new Promise<string | null>((done) => {
        execFile('makensis', ['-V2', '-WX', '-INPUTCHARSET', 'UTF8', script], (error, stdout, stderr) =>
          done(error && 'code' in error && error.code === 'ENOENT' ? null : stdout + stderr),
        );
      });
    const whole = join(folder, 'uninstaller.nsi');
    const script = join(projectFolder, 'assets', 'packaging', 'installer.nsh');
    await writeFile(whole, aroundUninstaller(script, join(folder, 'installer.exe')));
    const said = await compiles(whole);
    if (said === null)
      return skip('no makensis: only electron-builder compiles the uninstaller, and needs the internet for it');
    expect(said).toBe('');
  });
});
