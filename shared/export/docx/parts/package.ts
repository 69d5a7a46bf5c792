import { mediaEndings } from '../picture-xml';
import { wordNamespace, xmlDeclaration } from './xml';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Parts every file has, in folder word/. */
const fixed = ['styles', 'settings', 'fontTable', 'footnotes'] as const;
type FixedPart = (typeof fixed)[number];
type ExtraPart = 'header' | 'footer' | 'numbering' | 'comments';

/** Parts the text refers to, gathered while it is written: the same words are one part. */
export type ExtraParts = Readonly<{
  /** @returns the id by which the text refers to the part */
  add(kind: ExtraPart, content: string): string;
  all(): readonly Readonly<{ kind: ExtraPart; path: string; id: string; xml: string }>[];
}>;

export const extraParts = (): ExtraParts => {
  const parts = new Map<string, { kind: ExtraPart; path: string; id: string; xml: string }>();
  return {
    add: (kind, content) => {
      const root = { header: 'hdr', footer: 'ftr', numbering: 'numbering', comments: 'comments' }[kind];
      const xml = `${xmlDeclaration}<w:${root} xmlns:w="${wordNamespace}">${content}</w:${root}>`;
      const known = parts.get(xml);
      if (known) return known.id;
      const count = [...parts.values()].filter((part) => part.kind === kind).length;
      const part = {
        kind,
        xml,
        path: `${kind}${kind === 'numbering' ? '' : count + 1}.xml`,
        id: `rId${fixed.length + parts.size + 1}`,
      };
      parts.set(xml, part);
      return part.id;
    },
    all: () => [...parts.values()],
  };
};

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
const relationships = (content: string): string =>
  `${xmlDeclaration}<Relationships xmlns="${packages}/relationships">${content}</Relationships>`;
const override = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="${type}"/>`;

/** Types of pictures by their ending. */
const mediaTypes = Object.entries(mediaEndings)
  .map(([type, ending]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
  .join('');

/**
 * All files of the package by path, its two lists of contents first (ISO/IEC 29500-2), but for the pictures. No theme:
 * its fonts would beat the styles'; nothing about the program or the person.
 */
export const packageFiles = (
  document: string,
  coreProperties: string,
  customProperties: string | null,
  parts: Readonly<Record<FixedPart, string>>,
  extra: ExtraParts,
  media: readonly Readonly<{ id: string; path: string }>[],
): ReadonlyMap<string, string> =>
  new Map([
    [
      '[Content_Types].xml',
      `${xmlDeclaration}<Types xmlns="${packages}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        (media.length > 0 ? mediaTypes : '') +
        override('word/document.xml', `${wordType}.document.main+xml`) +
        fixed.map((name) => override(`word/${name}.xml`, `${wordType}.${name}+xml`)).join('') +
        extra
          .all()
          .map(({ kind, path }) => override(`word/${path}`, `${wordType}.${kind}+xml`))
          .join('') +
        override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
        (customProperties === null
          ? ''
          : override('docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml')) +
        '</Types>',
    ],
    [
      '_rels/.rels',
      relationships(
        relationship('rId1', `${office}/relationships/officeDocument`, 'word/document.xml') +
          relationship('rId2', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml') +
          (customProperties === null
            ? ''
            : relationship('rId3', `${office}/relationships/custom-properties`, 'docProps/custom.xml')),
      ),
    ],
    ['word/document.xml', document],
    [
      'word/_rels/document.xml.rels',
      relationships(
        fixed
          .map((name, at) => relationship(`rId${at + 1}`, `${office}/relationships/${name}`, `${name}.xml`))
          .join('') +
          extra
            .all()
            .map(({ kind, path, id }) => relationship(id, `${office}/relationships/${kind}`, path))
            .join('') +
          media.map(({ path, id }) => relationship(id, `${office}/relationships/image`, path)).join(''),
      ),
    ],
    ...fixed.map((name) => [`word/${name}.xml`, parts[name]] as const),
    ...extra.all().map(({ path, xml }) => [`word/${path}`, xml] as const),
    ['docProps/core.xml', coreProperties],
    ...(customProperties === null ? [] : [['docProps/custom.xml', customProperties] as const]),
  ]);
