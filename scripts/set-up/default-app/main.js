// What `electron <folder>` needs: starts the app in the first argument that is not a switch.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const { name, productName = name, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(productName);
app.setVersion(version);
app.setAppPath(folder);
// Awaited, because Electron becomes ready only after this module is done: privileged protocols
// can be registered only before that.
await import(pathToFileURL(join(folder, main)).href);
