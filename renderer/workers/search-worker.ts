import { type SearchRequest, searchTexts } from './search-texts';

/** Searches where a pattern that takes too long can be stopped: the window ends this worker. */
addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => postMessage(searchTexts(data)));
