import { strFromU8, unzipSync } from 'fflate';
import type { GovDocument } from '../../shared/document/document';
import { leavesText } from '../../shared/document/plain-text';
import type { ExportOptions } from '../../shared/export/export-options';
import type { CheckLog } from './checks';
import { comparable } from './expected-text';

type Sample = Readonly<{ document: GovDocument; options: ExportOptions }>;

/** One paragraph of the document part: its style, what it says itself, its text; whether it stands in a table. */
type FileParagraph = Readonly<{ style: string; own: string; text: string; xml: string; inTable: boolean }>;

const attribute = (xml: string, name: string): string | undefined => new RegExp(`w:${name}="([^"]*)"`).exec(xml)?.[1];
const element = (xml: string, name: string): string => new RegExp(`<w:${name}(?: [^>]*)?/>`).exec(xml)?.[0] ?? '';
const numberOf = (xml: string, name: string): number => Number(attribute(xml, name) ?? Number.NaN);

const readParagraphs = (xml: string): FileParagraph[] => {
  let depth = 0;
  return [...xml.matchAll(/<w:tbl>|<\/w:tbl>|<w:p>.*?<\/w:p>/gs)].flatMap(([piece]) => {
    if (piece === '<w:tbl>') depth += 1;
    else if (piece === '</w:tbl>') depth -= 1;
    else {
      const own = /<w:pPr>(.*?)<\/w:pPr>/s.exec(piece)?.[1]?.replace(/<w:sectPr>.*<\/w:sectPr>/s, '') ?? '';
      const text = [...piece.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('');
      return [{ style: attribute(element(own, 'pStyle'), 'val') ?? '', own, text, xml: piece, inTable: depth > 0 }];
    }
    return [];
  });
};

const sections = (xml: string): string[] =>
  [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map(([section]) => section);

/** The figures of the two profiles, from the standard and the reading of GB/T 33476.2, not from the exporter. */
const profiles = {
  standard: { top: 2098, bottom: 1984, pitch: 579 },
  compensated: { top: 1960, bottom: 1847, pitch: 589 },
} as const;
const sides = { left: 1588, right: 1474 };
const mm = 56.693;
/** Twips two lengths may differ by: half a millimetre. */
const near = (value: number, wanted: number): boolean => Math.abs(value - wanted) <= mm / 2;
const character = 315;

const checkPages = (xml: string, body: string, { options }: Sample, log: CheckLog): void => {
  const { top, bottom, pitch } = profiles[options.profile];
  for (const section of sections(xml)) {
    const size = element(section, 'pgSz');
    const margin = element(section, 'pgMar');
    const turned = size.includes('landscape');
    const [width, height] = turned ? ['h', 'w'] : ['w', 'h'];
    log.check(
      1,
      ...(numberOf(size, width!) === 11906 && numberOf(size, height!) === 16838 ? [] : [`paper is ${size}`]),
    );
    const wanted = turned
      ? { top: sides.left, right: top, bottom: sides.right, left: bottom }
      : { top, bottom, ...sides };
    const off = Object.entries(wanted).filter(([side, twips]) => !near(numberOf(margin, side), twips));
    log.check(2, ...off.map(([side]) => `margin ${side} is ${attribute(margin, side)}`));
    log.check(7, ...(section.includes('charSpace') ? ['a character grid besides the run spacing'] : []));
  }
  const high = 16838 - top - bottom;
  log.check(3, ...(22 * pitch <= high && 22 * pitch >= 12400 ? [] : [`22 lines take ${22 * pitch} of ${high} twips`]));
  const advance = 320 + numberOf(/<w:spacing w:val="[^"]*"\/>/.exec(body)?.[0] ?? '', 'val');
  const wide = 11906 - sides.left - sides.right;
  log.check(4, ...(28 * advance <= wide && 29 * advance > wide ? [] : [`characters are ${advance} twips wide`]));
};

const sizes: Readonly<Record<string, number>> = {
  ...{ GwTitle: 44, GwBody: 32, GwTo: 32, GwH1: 32, GwH2: 32, GwH3: 32, GwH4: 32, GwSign: 32, GwDate: 32, GwNote: 32 },
  ...{ GwAttachNote: 32, GwAttachLabel: 32, GwNumber: 32, GwImprint: 28, GwPageOdd: 28, GwPageEven: 28 },
};
const faces = ['仿宋_GB2312', '楷体_GB2312', '黑体', '宋体', '方正小标宋简体'];

const checkStyles = (styles: ReadonlyMap<string, string>, all: string, { options }: Sample, log: CheckLog): void => {
  const { pitch } = profiles[options.profile];
  const own = [...styles].filter(([id]) => /^Gw/.test(id) && styles.get(id)!.includes('w:type="paragraph"'));
  const exact = ['GwBody', 'GwTo', 'GwH1', 'GwH2', 'GwH3', 'GwH4', 'GwAttachNote', 'GwSign', 'GwDate', 'GwNote'];
  for (const id of exact) {
    const spacing = /<w:spacing w:before[^>]*>/.exec(styles.get(id)!)?.[0] ?? '';
    const well = spacing === `<w:spacing w:before="0" w:after="0" w:line="${pitch}" w:lineRule="exact"/>`;
    log.check(5, ...(well ? [] : [`style ${id}: ${spacing}`]));
  }
  const off = ['widowControl', 'overflowPunct', 'autoSpaceDE', 'autoSpaceDN', 'adjustRightInd', 'snapToGrid'];
  for (const [id, style] of own)
    log.check(6, ...off.flatMap((name) => (style.includes(`<w:${name} w:val="0"/>`) ? [] : [`${id} has ${name} on`])));
  const named = [...all.matchAll(/w:eastAsia="([^"]*)"/g)].map(([, face]) => face!).filter((face) => face !== 'zh-CN');
  log.check(8, ...named.filter((face) => !faces.includes(face)), ...(/Theme="/.test(all) ? ['a theme font'] : []));
  for (const [id, size] of Object.entries(sizes))
    log.check(10, ...(styles.get(id)!.includes(`<w:sz w:val="${size}"/>`) ? [] : [`${id} is not ${size / 2} pt`]));
  const title = styles.get('GwTitle')!;
  const plain =
    title.includes('<w:b w:val="0"/>') && !title.includes('<w:color') && title.includes('<w:jc w:val="center"/>');
  log.check(11, ...(plain ? [] : ['the title is not upright, black and centred']));
  const red = [...styles].filter(([, style]) => style.includes('FF0000')).map(([id]) => id);
  const other = red.filter((id) => !['GwMark', 'GwNumber', 'GwLetterMark', 'GwLetterFoot'].includes(id));
  log.check(12, ...other.map((id) => `${id} is red`));
  const indent = element(styles.get('GwBody')!, 'ind');
  const indented = attribute(indent, 'firstLineChars') === '200' && near(numberOf(indent, 'firstLine'), 2 * character);
  log.check(13, ...(indented ? [] : [`the text is indented by ${indent}`]));
  const rule = /<w:bottom [^>]*>/.exec(styles.get('GwNumber')!)?.[0] ?? '';
  const ruled = attribute(rule, 'color') === 'FF0000' && numberOf(rule, 'sz') >= 8 && numberOf(rule, 'sz') <= 24;
  log.check(16, ...(ruled ? [] : [`the rule below 发文字号 is ${rule}`]));
  const levels = [1, 2, 3, 4].filter(
    (level) => !styles.get(`GwH${level}`)!.includes(`<w:outlineLvl w:val="${level - 1}"/>`),
  );
  log.check(25, ...levels.map((level) => `level ${level} has no outline level`));
};

const textStyle = /^Gw(?:Body|To|H\d|AttachNote|Sign|Date|Note|Blank)$/;

const checkParagraphs = (paragraphs: readonly FileParagraph[], log: CheckLog): void => {
  for (const { style, own, text, xml } of paragraphs) {
    const spacing = element(own, 'spacing');
    // Text drawn together or spread so that 署名 shares a page with it (7.3.5.5); what blank lines hold is their own.
    const fits = numberOf(spacing, 'line') >= 460 && numberOf(spacing, 'line') <= 660 && spacing.includes('"exact"');
    if (textStyle.test(style) && style !== 'GwBlank')
      log.check(5, ...(spacing === '' || fits ? [] : [`${style}: ${spacing}`]));
    log.check(14, ...(/^[\s\u3000]/.test(text) ? [`${style} begins with white space`] : []));
    if (/^Gw(?:Body|H\d|To)$/.test(style)) log.check(14, ...(xml.includes('<w:tab/>') ? [`${style} holds a tab`] : []));
    const runs = xml.split('<w:r>').filter((run) => /<w:t[^>]*>[^<]*[“”‘’…—]/.test(run));
    log.check(
      9,
      ...runs
        .filter((run) => !run.includes('<w:rFonts w:hint="eastAsia"/>'))
        .map((run) => `unhinted: ${run.slice(0, 60)}`),
    );
  }
};

/** Blank paragraphs right above the paragraph at `at`. */
const blanksAbove = (paragraphs: readonly FileParagraph[], at: number): number => {
  let count = 0;
  while (paragraphs[at - 1 - count]?.style === 'GwBlank') count += 1;
  return count;
};

const stop = /[。；;，,、.]$/;

const checkOrder = (paragraphs: readonly FileParagraph[], { document, options }: Sample, log: CheckLog): void => {
  const headed = options.format === 'document' || options.format === 'minutes';
  const expectBlanks = (style: string, wanted: number, which: 'first' | 'last' = 'first'): void => {
    const at = paragraphs.findIndex((paragraph) => paragraph.style === style);
    if (at < 0) return;
    const count = blanksAbove(paragraphs, at);
    log.check(
      17,
      ...(count === wanted || which === 'last' ? [] : [`${count} blank lines above ${style}, wanted ${wanted}`]),
    );
  };
  if (headed) {
    const number = paragraphs.findIndex(({ style }) => style === 'GwNumber' || style === 'GwSigners');
    log.check(17, ...(blanksAbove(paragraphs, number) === 2 ? [] : ['not two blank lines above 发文字号']));
    expectBlanks('GwTitle', 2);
  }
  if (document.parts[0]?.children[0]?.type === 'title') expectBlanks('GwTo', 1);
  expectBlanks('GwAttachNote', 1);

  const { documentNumber, signers } = document.meta;
  if (headed && documentNumber && options.format === 'document') {
    const line = paragraphs.find(({ style }) => style === 'GwNumber')?.text ?? '';
    const formed = /[\u4e00-\u9fff]+〔\d{4}〕[1-9]\d*号/.test(line);
    const signed =
      !signers?.length ||
      paragraphs.some(({ style, text }) => /^Gw(?:Number|Signers)$/.test(style) && text.includes('签发人：'));
    log.check(18, ...(formed ? [] : [`发文字号 reads ${line}`]), ...(signed ? [] : ['签发人 are missing']));
  }
  const list = paragraphs.filter(({ style }) => style === 'GwAttachNote');
  for (const { own, text } of list) {
    const indent = element(own, 'ind');
    const hangs = numberOf(indent, 'left') >= 5 * character - 1 && numberOf(indent, 'hanging') > 0;
    const whole = /^附件：|^\d+\./.test(text);
    log.check(20, ...(!stop.test(text) && hangs && whole ? [] : [`附件说明: ${text} ${indent}`]));
  }
  paragraphs.forEach(({ style, own, xml }, at) => {
    if (style !== 'GwAttachLabel') return;
    const begins = own.includes('<w:pageBreakBefore/>') || /<w:sectPr>/.test(paragraphs[at - 1]?.xml ?? '');
    const [blank, title] = [paragraphs[at + 1], paragraphs[at + 2]];
    const titled = blank?.style === 'GwBlank' && (title?.style === 'GwTitle' || !xml.includes('附件'));
    const untitled = document.parts.some(
      ({ kind, children }) => kind === 'attachment' && children[0]?.type !== 'title',
    );
    const first = paragraphs.slice(0, at).every(({ text }) => text === '');
    log.check(21, ...((begins || first) && (titled || untitled) ? [] : ['an attachment does not begin as it should']));
  });
  const attachments = document.parts.filter(({ kind }) => kind === 'attachment');
  const titles = attachments.map(({ children }) => {
    const title = children.find(({ type }) => type === 'title');
    return title?.type === 'title' ? comparable(leavesText(title.children)) : '';
  });
  const listed = list.map(({ text }) => comparable(text.replace(/^附件：/, '').replace(/^\d+\./, '')));
  if (attachments.length > 0 && options.issuedText === 'body')
    log.check(
      22,
      ...(listed.join() === titles.map((title) => title.replace(stop, '')).join() ? [] : [`listed: ${listed.join()}`]),
    );
};

/** Width of a text in characters: digits are half as wide. */
const widthOf = (text: string): number => [...text].reduce((sum, each) => sum + (/[ -~]/.test(each) ? 0.5 : 1), 0);

/** 成文日期: its form (7.3.5.4), and its distance from the right edge by the kind of signature (7.3.5.1 to 7.3.5.3). */
const checkDates = (paragraphs: readonly FileParagraph[], { options }: Sample, log: CheckLog): void => {
  paragraphs.forEach(({ style, text, own, inTable }, at) => {
    if (style !== 'GwDate') return;
    const formed = /^\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日$/.test(text);
    // Words of a source that has it otherwise (二○一二年…) stay as they are.
    log.check(19, ...(formed || /[〇○一二三四五六七八九]/.test(text) ? [] : [`成文日期 reads ${text}`]));
    if (inTable || !formed) return;
    let first = at;
    while (/^Gw(?:Sign|Blank)$/.test(paragraphs[first - 1]?.style ?? '')) first -= 1;
    const names = paragraphs
      .slice(first, at)
      .filter((each) => each.style === 'GwSign')
      .map((each) => widthOf(each.text));
    const [name, date] = [Math.max(0, ...names), widthOf(text)];
    const wanted = {
      sealed: Math.max(4, (name - date) / 2),
      unsealed: names.length === 0 || date > name ? 2 : name - date,
      stamp: 4,
    }[options.signature];
    const right = numberOf(element(own, 'ind'), 'right');
    log.check(
      19,
      ...(Math.abs(right - wanted * character) <= 2
        ? []
        : [`成文日期 stands ${right} twips from the right, wanted ${wanted} characters`]),
    );
  });
};

const checkTables = (xml: string, { document, options }: Sample, log: CheckLog): void => {
  for (const [, grid] of xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)) {
    const width = [...grid!.matchAll(/w:w="(\d+)"/g)].reduce((sum, [, twips]) => sum + Number(twips), 0);
    log.check(
      26,
      ...(width <= 8844 || (width <= 12756 && xml.includes('landscape')) ? [] : [`a table is ${width} twips wide`]),
    );
  }
  log.check(26, ...(/<w:trHeight[^>]*hRule="exact"/.test(xml) ? ['rows of exact height'] : []));
  const wanted = document.parts
    .flatMap(({ children }) => children)
    .filter((block) => block.type === 'table' && block.children[0]?.header).length;
  const heads = xml.match(/<w:tblHeader\/>/g)?.length ?? 0;
  log.check(26, ...(heads >= wanted ? [] : [`${heads} head rows for ${wanted} tables with a head`]));

  const { copyTo, printingOrgan, printingDate } = document.meta;
  if (!copyTo && !printingOrgan && !printingDate) return;
  const imprint =
    [...xml.matchAll(/<w:tbl>(?:(?!<w:tbl>).)*?<\/w:tbl>/gs)]
      .map(([table]) => table)
      .filter((table) => table.includes('<w:tblpPr'))
      .at(-1) ?? '';
  const texts = readParagraphs(imprint).map(({ text }) => text);
  const border = (side: string): number =>
    numberOf(new RegExp(`<w:${side} w:val="single"[^>]*>`).exec(imprint)?.[0] ?? '', 'sz');
  const ruled =
    options.format === 'letter' ||
    (border('top') === 8 && border('bottom') === 8 && (texts.length === 1 || border('insideH') === 6));
  const placed =
    /w:vertAnchor="margin"/.test(imprint) && /w:tblpYSpec="bottom"/.test(imprint) && imprint.includes('w:w="8844"');
  const ended = texts.every((text) =>
    /^(?:抄送|主送)：/.test(text) ? text.endsWith('。') : !printingDate || text.endsWith('印发'),
  );
  log.check(23, ...(ruled && placed && ended ? [] : [`版记: ${texts.join(' / ')}`]));
};

const checkFooters = (
  files: Readonly<Record<string, string>>,
  { options }: Sample,
  styles: ReadonlyMap<string, string>,
  log: CheckLog,
): void => {
  const numbered = Object.entries(files).filter(
    ([path, xml]) => /footer\d+\.xml$/.test(path) && xml.includes(' PAGE '),
  );
  const runs = numbered.flatMap(([, xml]) => xml.split('<w:r>').slice(1));
  const alone = runs.every((run) => (run.match(/<w:fldChar |<w:instrText /g)?.length ?? 0) <= 1);
  const dashed = numbered.every(([, xml]) => (xml.match(/—/g)?.length ?? 0) >= 2);
  const [odd, even] = [styles.get('GwPageOdd')!, styles.get('GwPageEven')!];
  const outer =
    odd.includes('w:rightChars="100"') &&
    odd.includes('<w:jc w:val="right"/>') &&
    even.includes('w:leftChars="100"') &&
    even.includes('<w:jc w:val="left"/>');
  const centred = [odd, even].every((style) => style.includes('<w:jc w:val="center"/>'));
  const face = [odd, even].every((style) => style.includes('w:ascii="宋体"'));
  const both = files['word/settings.xml']!.includes('<w:evenAndOddHeaders/>');
  const well =
    numbered.length >= 2 && alone && dashed && face && both && (options.pageNumber === 'center' ? centred : outer);
  log.check(15, ...(well ? [] : ['page numbers are not as they should be']));
};

/** Checks 1 to 23 and 25 to 27 on one exported file; 24 is `schemaErrors`. */
export const checkFile = (docx: Uint8Array, sample: Sample, log: CheckLog): void => {
  const files = Object.fromEntries(Object.entries(unzipSync(docx)).map(([path, bytes]) => [path, strFromU8(bytes)]));
  const xml = files['word/document.xml']!;
  const allStyles = files['word/styles.xml']!;
  const styles = new Map(
    [...allStyles.matchAll(/<w:style [^>]*w:styleId="(\w+)".*?<\/w:style>/gs)].map(
      ([style, id]) => [id!, style] as const,
    ),
  );
  const paragraphs = readParagraphs(xml);
  checkPages(xml, styles.get('GwBody')!, sample, log);
  checkStyles(styles, allStyles + xml, sample, log);
  checkParagraphs(paragraphs, log);
  checkOrder(paragraphs, sample, log);
  checkDates(paragraphs, sample, log);
  checkTables(xml, sample, log);
  checkFooters(files, sample, styles, log);
  log.check(12, ...(xml.includes('FF0000') ? ['red in the text'] : []));
  const unknown = paragraphs.filter(({ style }) => !styles.has(style));
  log.check(25, ...unknown.map(({ style }) => `no style ${style}`));
  const told = /creator|lastModifiedBy|<dcterms:|[A-Z]:\\|\/home\//.test(files['docProps/core.xml']!);
  const traces =
    Object.keys(files).some((path) => /comments|people/.test(path)) || /<w:(?:ins|del|commentRangeStart) /.test(xml);
  log.check(27, ...(told ? ['the properties name somebody'] : []), ...(traces ? ['comments or revisions'] : []));
};
