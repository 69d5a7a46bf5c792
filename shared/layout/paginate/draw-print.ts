import { paper } from '../gb9704';
import { drawPage } from './draw-page';
import type { Page } from './page';

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const millimetres = (twips: number): string => `${Math.round((twips / 1440) * 25.4)}mm`;

/** Sheets without margins: the pages have theirs. Landscape sheets have a page size of their own. */
const style =
  `@page{size:${millimetres(paper.width)} ${millimetres(paper.height)};margin:0}` +
  `@page wide{size:${millimetres(paper.height)} ${millimetres(paper.width)};margin:0}` +
  'html,body{margin:0}section{overflow:hidden;break-after:page;width:210mm;height:297mm}section:last-child{break-after:auto}' +
  'section.wide{page:wide;width:297mm;height:210mm}section>svg{display:block;width:100%;height:100%}image{image-orientation:none}';

/** All pages as one document to be printed: a sheet each, no scaling. */
export const drawPrint = (pages: readonly Page[], title: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeXml(title)}</title><style>${style}</style></head><body>` +
  pages
    .map(
      (page) => `<section${page.width > page.height ? ' class="wide"' : ''}>${drawPage(page, false, null)}</section>`,
    )
    .join('') +
  '</body></html>';
