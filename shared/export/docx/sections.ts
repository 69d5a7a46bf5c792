import type { FlowItem, FlowLandscape, FlowParagraph, LaidOut } from '../../layout/flow';
import { footer, pages, paper } from '../../layout/gb9704';
import type { ExportOptions } from '../export-options';
import { footerXml, turnedFooterXml } from './parts/footer-xml';
import { footnoteNumbering } from './parts/footnotes-xml';
import type { ExtraParts } from './parts/package';
import { type Anchors, paragraphXml } from './write-paragraph';

/** Pages of one kind: upright, turned, or that of 版记 on an even page. */
export type Section = Readonly<{ items: readonly Exclude<FlowItem, FlowLandscape>[]; properties: string }>;

type Profile = ExportOptions['profile'];
type Pages = Readonly<{
  /** References to headers and footers. */
  references: string;
  size: string;
  /** Twips. */
  margins: Readonly<Record<'top' | 'right' | 'bottom' | 'left' | 'header' | 'footer', number>>;
  grid: string;
  evenPage?: boolean;
  titlePage?: boolean;
}>;

/** Children in the order of the schema (ISO/IEC 29500-1, 17.6.17). */
const sectionXml = ({ references, size, margins, grid, evenPage, titlePage }: Pages): string =>
  `<w:sectPr>${references}<w:footnotePr>${footnoteNumbering}</w:footnotePr>` +
  `${evenPage ? '<w:type w:val="evenPage"/>' : ''}<w:pgSz ${size}/><w:pgMar ${Object.entries(margins)
    .map(([side, twips]) => `w:${side}="${twips}"`)
    .join(' ')} w:gutter="0"/>${titlePage ? '<w:titlePg/>' : ''}<w:docGrid ${grid}/></w:sectPr>`;

const lineGrid = (profile: Profile): string => `w:type="lines" w:linePitch="${pages[profile].pitch}"`;

/** A4, margins, 22 lines of the grid (5.1, 5.2). */
const upright = (profile: Profile): Omit<Pages, 'references'> => {
  const { top, bottom, left, right } = pages[profile];
  return {
    size: `w:w="${paper.width}" w:h="${paper.height}"`,
    margins: { top, right, bottom, left, header: 851, footer: footer.distance },
    grid: lineGrid(profile),
  };
};

/** The sheet turned by a quarter to the right: each margin goes one side on. */
const turned = (profile: Profile): Omit<Pages, 'references'> => {
  const { top, bottom, left, right } = pages[profile];
  return {
    size: `w:w="${paper.height}" w:h="${paper.width}" w:orient="landscape"`,
    margins: { top: left, right: top, bottom: right, left: bottom, header: 851, footer: 851 },
    grid: lineGrid(profile),
  };
};

/** Divides the set document into sections, each with its footers (page number odd right, even left, 7.5). */
export const divideIntoSections = (
  { items, firstPage }: LaidOut,
  { profile }: ExportOptions,
  anchors: Anchors,
  parts: ExtraParts,
): readonly Section[] => {
  const refer = (kind: 'header' | 'footer', page: 'default' | 'even' | 'first', content: string): string =>
    `<w:${kind}Reference w:type="${page}" r:id="${parts.add(kind, content)}"/>`;
  const footers = (odd: string, even: string): string =>
    refer('footer', 'default', odd) + refer('footer', 'even', even);
  const lines = (paragraphs: readonly FlowParagraph[]): string =>
    paragraphs.map((paragraph) => paragraphXml(paragraph, anchors)).join('');

  const letterPage = (first: NonNullable<LaidOut['firstPage']>): string => {
    const page = upright(profile);
    // The lower double rule stands below the place of page numbers, and one distance is all a section has.
    const lower = footer.distance - first.footBottom;
    return sectionXml({
      ...page,
      // Its text begins wherever the head ends: LibreOffice would move it on to the next line of a grid.
      grid: `w:linePitch="${pages[profile].pitch}"`,
      margins: { ...page.margins, header: first.headTop, footer: first.footBottom },
      titlePage: true,
      references:
        refer('header', 'first', lines(first.head)) +
        footers(footerXml('GwPageOdd', lower), footerXml('GwPageEven', lower)) +
        refer('footer', 'first', lines(first.foot)),
    });
  };
  const numbered = (): string => footers(footerXml('GwPageOdd'), footerXml('GwPageEven'));
  const empty = '<w:p><w:pPr><w:pStyle w:val="GwPageOdd"/></w:pPr></w:p>';

  const sections: Section[] = [];
  let open: Exclude<FlowItem, FlowLandscape>[] = [];
  const close = (afterBlank = false): void => {
    if (open.length === 0) return;
    const properties =
      firstPage && sections.length === 0
        ? letterPage(firstPage)
        : // A page of 版记 behind a blank one has no number, nor has the blank one (7.5).
          sectionXml({
            ...upright(profile),
            evenPage: afterBlank,
            references: afterBlank ? footers(empty, empty) : numbered(),
          });
    sections.push({ items: open, properties });
    open = [];
  };
  for (const item of items) {
    if (item.kind === 'landscape') {
      close();
      sections.push({
        items: item.content,
        properties: sectionXml({
          ...turned(profile),
          references: footers(turnedFooterXml('GwPageOdd'), turnedFooterXml('GwPageEven')),
        }),
      });
    } else if (item.kind === 'imprint' && item.page === 'after-blank') {
      close();
      open = [item];
      close(true);
    } else open.push(item);
  }
  close();
  return sections;
};
