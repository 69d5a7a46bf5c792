import type { Channel, EventName } from './contract';

/** Names only, so that the preload needs no schemas. Complete by type: a missing name does not compile. */
const channelNames: Readonly<Record<Channel, true>> = {
  'app:start': true,
  'app:quit': true,
  'app:show-data-folder': true,
  'app:ready-to-close': true,
  'app:report-error': true,
  'library:list': true,
  'library:rename': true,
  'library:duplicate': true,
  'library:trash': true,
  'library:restore': true,
  'library:purge': true,
  'library:search': true,
  'templates:list': true,
  'templates:create': true,
  'document:open': true,
  'document:close': true,
  'document:save': true,
  'document:save-as': true,
  'versions:list': true,
  'versions:keep': true,
  'versions:rename': true,
  'versions:open': true,
  'compare:version': true,
  'compare:file': true,
  'compare:export': true,
  'files:open': true,
  'files:import': true,
  'export:docx': true,
  'export:pdf': true,
  'export:print': true,
  'export:review': true,
  'export:circulate': true,
  'export:cancel': true,
};
const eventNames: Readonly<Record<EventName, true>> = {
  closing: true,
  'open-document': true,
  message: true,
  'export-progress': true,
};

export const channels = Object.keys(channelNames) as readonly Channel[];
export const eventChannels = Object.keys(eventNames) as readonly EventName[];
