import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, runOrFail } from './run.mjs';

const definesForNode20 = [
  'NDEBUG',
  // better-sqlite3 13 wants Node-API 10, Node 20 has 9; the experimental interface lifts the limit
  // on references that it depends on. Headers other than Node's own build an addon that aborts.
  'NAPI_EXPERIMENTAL',
  'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  'NAPI_DISABLE_CPP_EXCEPTIONS',
  'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  'BUILDING_NODE_EXTENSION',
];

/**
 * Compiles better-sqlite3 from the sources in its package for the Node whose headers are given.
 * Needs gcc and g++; takes about 35 s on two cores.
 * @param {{ headers: string, work: string, addon: string }} paths header folder, scratch folder, result
 */
export async function compileSqliteAddon({ headers, work, addon }) {
  const modules = join(projectFolder, 'node_modules');
  const source = join(modules, 'better-sqlite3');
  const sqlite = join(source, 'deps', 'sqlite3');
  const engine = join(work, 'sqlite3.o');
  const glue = join(work, 'better_sqlite3.o');
  await Promise.all([
    runOrFail('gcc', [
      ...['-O2', '-fPIC', '-std=c99', '-w', ...sqliteDefines(source)],
      ...['-c', join(sqlite, 'sqlite3.c'), '-o', engine],
    ]),
    runOrFail('g++', [
      ...['-O2', '-fPIC', '-std=c++20', '-fvisibility=hidden', '-w'],
      ...definesForNode20.map((define) => `-D${define}`),
      ...[headers, join(modules, 'node-addon-api'), sqlite].map((folder) => `-I${folder}`),
      ...['-c', join(source, 'src', 'better_sqlite3.cpp'), '-o', glue],
    ]),
  ]);
  await runOrFail('g++', [
    ...['-shared', glue, engine, '-o', addon],
    ...['-ldl', '-lpthread', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'],
  ]);
}

/**
 * The package's own list, so that this SQLite has the same features as the prebuilt one.
 * @param {string} source
 */
function sqliteDefines(source) {
  const listed = readFileSync(join(source, 'deps', 'defines.gypi'), 'utf8').matchAll(
    /^\s+'([A-Z0-9_]+(?:=[^']*)?)',$/gm,
  );
  return Array.from(listed, ([, define]) => `-D${define}`);
}
