import { basename } from 'node:path';
import { comparisonTable } from '../../../shared/compare/comparison-table';
import { identifyPicture } from '../../files/picture-files';
import type { Handlers } from '../answer-call';
import { exportDerived } from '../export-derived';
import type { Services } from '../services';

type VersionChannel = Extract<keyof Handlers, `versions:${string}` | `compare:${string}`>;

export const versionHandlers = (services: Services): Pick<Handlers, VersionChannel> => ({
  'versions:list': ({ id }) => [...services.versions().list(id)],
  'versions:keep': ({ id, name }) => {
    if (name === null) services.versions().keep(id, 'restored');
    else services.versions().keepNamed(id, name);
    return {};
  },
  'versions:rename': ({ id, version, name }) => {
    services.versions().rename(id, version, name);
    return {};
  },
  'versions:open': ({ id, version }) => ({ document: services.versions().open(id, version) }),
  'compare:versions': async ({ id, from, to }) => {
    const other = services.versions().open(id, from);
    const later = to === null ? services.documents().open(id).document : services.versions().open(id, to);
    return { comparison: await services.engine.compare(other, later), other };
  },
  'compare:file': async ({ id }) => {
    const [path] = await services.desktop.askOpenPaths('documents');
    if (path === undefined) return null;
    const { document: other, pictures } = await services.engine.importSource({ path });
    // For what the person takes over from there; the rest goes when the document is next opened.
    for (const bytes of pictures.values()) services.pictures().add(id, identifyPicture(bytes), bytes);
    const { document } = services.documents().open(id);
    return { comparison: await services.engine.compare(document, other), other, file: basename(path) };
  },
  'compare:export': ({ comparison, ...names }) =>
    exportDerived(services, comparisonTable(comparison, names), names.title, '修改对照表'),
});
