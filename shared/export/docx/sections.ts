import {
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  NoteNumberRestart,
  NumberFormat,
  PageOrientation,
  SectionType,
} from 'docx';
import type { FlowItem, FlowLandscape, LaidOut } from '../../layout/flow';
import { footer, pages, paper } from '../../layout/gb9704';
import type { ExportOptions } from '../export-options';
import { footerXml, turnedFooterXml } from './parts/footer-xml';
import { type Anchors, writeParagraph } from './write-item';

/** Pages of one kind: upright, turned, or that of 版记 on an even page. */
export type Section = Readonly<{
  items: readonly Exclude<FlowItem, FlowLandscape>[];
  properties: NonNullable<ISectionOptions['properties']>;
  headers?: ISectionOptions['headers'];
  footers: NonNullable<ISectionOptions['footers']>;
  /** Texts of its footers in the order the package numbers them; undefined: written by the package. */
  footerParts: readonly (string | undefined)[];
}>;

/** Footnotes are numbered ① ② ③ on each page. */
const footnotes = {
  footnoteProperties: {
    numberFormat: { type: NumberFormat.DECIMAL_ENCLOSED_CIRCLE_CHINESE },
    restart: NoteNumberRestart.EACH_PAGE,
  },
} as const;

/** A4, margins, 22 lines of the grid (5.1, 5.2). */
const upright = (profile: ExportOptions['profile']) => {
  const { top, bottom, left, right, pitch } = pages[profile];
  return {
    page: {
      size: paper,
      margin: { top, bottom, left, right, header: 851, footer: footer.distance, gutter: 0 },
    },
    ...footnotes,
    grid: { type: DocumentGridType.LINES, linePitch: pitch },
  };
};

/** The sheet turned by a quarter to the right: each margin goes one side on. */
const turned = (profile: ExportOptions['profile']) => {
  const { top, bottom, left, right, pitch } = pages[profile];
  return {
    page: {
      size: { ...paper, orientation: PageOrientation.LANDSCAPE },
      margin: { top: left, right: top, bottom: right, left: bottom, header: 851, footer: 851, gutter: 0 },
    },
    ...footnotes,
    grid: { type: DocumentGridType.LINES, linePitch: pitch },
  };
};

const emptyFooter = () => new Footer({ children: [] });

/** Divides the set document into sections, each with its footers (page number odd right, even left, 7.5). */
export const divideIntoSections = (
  { items, firstPage }: LaidOut,
  { profile }: ExportOptions,
  anchors: Anchors,
): readonly Section[] => {
  const sections: Section[] = [];
  let open: Exclude<FlowItem, FlowLandscape>[] = [];
  const numbers = { default: emptyFooter(), even: emptyFooter() };
  const numberParts = [footerXml('GwPageOdd'), footerXml('GwPageEven')];
  const close = (afterBlank = false): void => {
    if (open.length === 0) return;
    const properties = { ...upright(profile), ...(afterBlank && { type: SectionType.EVEN_PAGE }) };
    if (firstPage && sections.length === 0) {
      const { page } = properties;
      // The lower double rule stands below the place of page numbers, and one distance is all a section has.
      const lower = footer.distance - firstPage.footBottom;
      sections.push({
        items: open,
        properties: {
          ...properties,
          // Its text begins wherever the head ends: LibreOffice would move it on to the next line of a grid.
          grid: { linePitch: pages[profile].pitch },
          page: { ...page, margin: { ...page.margin, header: firstPage.headTop, footer: firstPage.footBottom } },
          titlePage: true,
        },
        headers: { first: new Header({ children: firstPage.head.map((each) => writeParagraph(each, anchors)) }) },
        footers: {
          ...numbers,
          first: new Footer({ children: firstPage.foot.map((each) => writeParagraph(each, anchors)) }),
        },
        footerParts: [footerXml('GwPageOdd', lower), undefined, footerXml('GwPageEven', lower)],
      });
    } else if (afterBlank) {
      // A page of 版记 behind a blank one has no number, nor has the blank one (7.5).
      const none = { default: new Footer({ children: [] }), even: new Footer({ children: [] }) };
      sections.push({ items: open, properties, footers: none, footerParts: [undefined, undefined] });
    } else sections.push({ items: open, properties, footers: numbers, footerParts: numberParts });
    open = [];
  };
  for (const item of items) {
    if (item.kind === 'landscape') {
      close();
      sections.push({
        items: item.content,
        properties: turned(profile),
        footers: { default: emptyFooter(), even: emptyFooter() },
        footerParts: [turnedFooterXml('GwPageOdd'), turnedFooterXml('GwPageEven')],
      });
    } else if (item.kind === 'imprint' && item.page !== 'last') {
      close();
      open = [item];
      close(item.page === 'after-blank');
    } else open.push(item);
  }
  close();
  return sections;
};
